import {
  Database,
  databaseIdOf,
  Observed,
} from '@holdfast/plugin-holdfast-common';
import {
  Engine,
  factKeyOf,
  KubernetesObject,
  observe,
  referenceOf,
  WatchedResource,
} from '../../../engine';

const servers: WatchedResource = {
  group: 'example.com',
  version: 'v1',
  plural: 'servers',
  kind: 'Server',
  namespaced: true,
};

/** A database whose operator knows nothing of backups, with claims `<role>-<server>-<ordinal>`, as a StatefulSet names them. */
export const serverEngine: Engine = {
  id: 'server',
  projectionVersion: 1,
  resources: [servers],
  databaseKinds: ['Server.example.com'],
  reliesOnOthers: true,
  project: () => ({ subjects: [], needs: [], data: {} }),
  claim: (resource, { metadata: { namespace, name } }) =>
    resource.kind === 'PersistentVolumeClaim' || resource.kind === 'Pod'
      ? {
          subjects: [
            factKeyOf({
              kind: 'Server.example.com',
              namespace,
              name: name.replace(/^(data|wal)-|-\d+$/g, ''),
            }),
          ],
        }
      : undefined,
  assemble({ cluster, root, volumes }): Database {
    const reference = referenceOf(cluster, root);
    const no: Observed<boolean> = observe({
      cluster,
      fact: root,
      field: '.spec',
      value: false,
    });
    return {
      id: databaseIdOf(reference),
      reference,
      uid: root.uid,
      engine: 'mysql',
      operator: 'server',
      annotations: {},
      health: { state: 'healthy', evidence: [] },
      instances: [],
      role: { ...no, value: 'primary' },
      archiving: { configured: no, timeoutSeconds: { ...no, value: 0 } },
      stores: [],
      schedules: [],
      recoveryPoints: [],
      attempts: [],
      restores: [],
      volumes: Array.from(volumes.values(), volume => ({
        ...volume,
        instance: volume.claim.name.replace(/^(data|wal)-/, ''),
        role: volume.claim.name.startsWith('wal-')
          ? ('wal' as const)
          : ('data' as const),
      })),
      missing: [],
    };
  },
};

export const server: KubernetesObject = {
  apiVersion: 'example.com/v1',
  kind: 'Server',
  metadata: { name: 'shop', namespace: 'default', uid: 'uid-of-server' },
};

export function serverClaim(
  name: string,
  rest: Partial<KubernetesObject> = {},
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-of-${name}`,
      creationTimestamp: '2026-11-20T17:00:00Z',
    },
    spec: { storageClassName: 'fast' },
    status: { phase: 'Bound' },
    ...rest,
  };
}
