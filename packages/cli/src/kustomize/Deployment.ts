import { PlacedObject, UnreadKind } from '@holdfast/plugin-holdfast-node';
import { basename } from 'node:path';
import { FileCluster } from '../input/FileCluster';

/**
 * What one kustomization deploys.
 */
export interface Deployment {
  folder: string;
  /** By key. */
  objects: ReadonlyMap<string, PlacedObject>;
  unread: readonly UnreadKind[];
}

/**
 * Tells to which clusters things are deployed. Two folders with a database of one name are for two clusters; all else is for each of them.
 */
export function clustersOf(options: {
  deployments: readonly Deployment[];
  /** What no kustomization deploys. */
  rest: Omit<FileCluster, 'name'>;
  databaseKinds: readonly string[];
}): FileCluster[] {
  const { deployments, rest, databaseKinds } = options;
  const databasesOf = ({ objects }: Deployment) =>
    [...objects].flatMap(([key, { kind }]) =>
      databaseKinds.includes(kind) ? [key] : [],
    );
  const counts = new Map<string, number>();
  for (const key of deployments.flatMap(databasesOf)) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isApart = (deployment: Deployment) =>
    databasesOf(deployment).some(key => (counts.get(key) ?? 0) > 1);
  const apart = deployments.filter(isApart);
  const shared = deployments.filter(deployment => !isApart(deployment));

  const join = (parts: readonly Deployment[], name?: string): FileCluster => {
    const deployed = new Map(
      [...shared, ...parts].flatMap(({ objects }) => [...objects]),
    );
    return {
      ...(name !== undefined && { name }),
      // What is deployed goes before what merely lies about.
      objects: new Map([...rest.objects, ...deployed]),
      repeated: [
        ...[...rest.objects].flatMap(([key, placed]) =>
          deployed.has(key) ? [placed] : [],
        ),
        ...rest.repeated,
      ],
      listedKinds: rest.listedKinds,
      unread: [rest, ...shared, ...parts].flatMap(({ unread }) => unread),
    };
  };
  if (!apart.length) return [join([])];

  const names = apart.map(({ folder }) => basename(folder));
  const unique = new Set(names).size === names.length;
  return apart.map((deployment, index) =>
    join([deployment], unique ? names[index] : deployment.folder),
  );
}
