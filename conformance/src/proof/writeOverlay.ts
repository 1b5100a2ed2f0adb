import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { ProofCluster } from './cluster/ProofCluster';

/** What an overlay replaces: by kind and path, so that the documentation of the figures can list it. */
export interface Replacement {
  kind: 'Cluster' | 'ObjectStore';
  path: string;
  value: string;
}

/**
 * Everything in which what is applied differs from the repository: image, storage class, address of the store. And, where its nodes have too
 * few cores for what the database asks for, the CPU that it asks for, without which nothing would be scheduled.
 */
export function replacementsFor(options: {
  cluster: ProofCluster;
  /** A folder of its own in the bucket: a database does not write where another one's WAL is. */
  storeFolder: string;
  cpuRequest?: string;
}): Replacement[] {
  const { cluster, storeFolder, cpuRequest } = options;
  const { image, storageClass, store } = cluster;
  return [
    { kind: 'Cluster', path: '/spec/imageName', value: image },
    {
      kind: 'Cluster',
      path: '/spec/storage/storageClass',
      value: storageClass,
    },
    {
      kind: 'Cluster',
      path: '/spec/walStorage/storageClass',
      value: storageClass,
    },
    {
      kind: 'ObjectStore',
      path: '/spec/configuration/endpointURL',
      value: store.endpoint,
    },
    {
      kind: 'ObjectStore',
      path: '/spec/configuration/destinationPath',
      value: `${store.destinationPath.replace(/\/$/, '')}/${storeFolder}/`,
    },
    ...(cpuRequest === undefined
      ? []
      : [
          {
            kind: 'Cluster' as const,
            path: '/spec/resources/requests/cpu',
            value: cpuRequest,
          },
        ]),
  ];
}

/**
 * Lays an overlay over the one that the repository has, in a folder beside it; no file of the repository is touched.
 *
 * @returns its folder, relative to the repository
 */
export async function writeOverlay(options: {
  repository: string;
  /** The overlay of the repository itself. */
  over: string;
  replacements: Replacement[];
}): Promise<string> {
  const { repository, over, replacements } = options;
  const folder = 'overlays/proof';
  await mkdir(join(repository, folder), { recursive: true });
  const kinds = new Set(replacements.map(({ kind }) => kind));
  await writeFile(
    join(repository, folder, 'kustomization.yaml'),
    stringify({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources: [`../${over}`],
      patches: Array.from(kinds, kind => ({
        target: { kind },
        patch: stringify(
          replacements
            .filter(replacement => replacement.kind === kind)
            // In JSON patches `add` sets a field whether or not it is there.
            .map(({ path, value }) => ({ op: 'add', path, value })),
        ),
      })),
    }),
  );
  return folder;
}
