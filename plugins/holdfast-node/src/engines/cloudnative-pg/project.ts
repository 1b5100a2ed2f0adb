import { JsonObject } from '@backstage/types';
import {
  FactKey,
  factKeyOf,
  KubernetesObject,
  objectAt,
  Projection,
  qualifiedKind,
  Shape,
  stringAt,
  WatchedResource,
} from '../../engine';
import {
  archiveKey,
  followedArchive,
  objectStoreKey,
  recoveryArchive,
  serverKey,
  writtenArchives,
} from './archives';
import {
  backups,
  clusters,
  databaseRoles,
  logicalDatabases,
  objectStores,
  poolers,
  publications,
  scheduledBackups,
  subscriptions,
} from './resources';
import {
  backupShape,
  clusterShape,
  databaseRoleShape,
  logicalDatabaseShape,
  objectStoreShape,
  poolerShape,
  publicationShape,
  scheduledBackupShape,
  subscriptionShape,
} from './shapes';

type Relate = (
  object: KubernetesObject,
  data: JsonObject,
) => Omit<Projection, 'data'>;

const projects = new Map<string, { shape: Shape<JsonObject>; relate: Relate }>([
  [qualifiedKind(clusters), { shape: clusterShape, relate: relateCluster }],
  [qualifiedKind(backups), { shape: backupShape, relate: relateToCluster }],
  [
    qualifiedKind(scheduledBackups),
    { shape: scheduledBackupShape, relate: relateToCluster },
  ],
  [qualifiedKind(poolers), { shape: poolerShape, relate: relateToCluster }],
  [
    qualifiedKind(logicalDatabases),
    { shape: logicalDatabaseShape, relate: relateToCluster },
  ],
  [
    qualifiedKind(publications),
    { shape: publicationShape, relate: relateToCluster },
  ],
  [
    qualifiedKind(subscriptions),
    { shape: subscriptionShape, relate: relateToCluster },
  ],
  [
    qualifiedKind(databaseRoles),
    { shape: databaseRoleShape, relate: relateToCluster },
  ],
  [
    qualifiedKind(objectStores),
    { shape: objectStoreShape, relate: relateObjectStore },
  ],
]);

/**
 * Keeps what is judged of the operator's objects, laid out as in the object, so that evidence names the field it was read from.
 */
export function project(
  resource: WatchedResource,
  object: KubernetesObject,
): Projection | undefined {
  const projection = projects.get(qualifiedKind(resource));
  const data = projection?.shape(object);
  return projection && data
    ? { ...projection.relate(object, data), data }
    : undefined;
}

function relateCluster(
  { metadata: { namespace, name } }: KubernetesObject,
  data: JsonObject,
): Omit<Projection, 'data'> {
  const written = writtenArchives(data, name);
  const source = recoveryArchive(data, name);
  const followed = followedArchive(data, name);
  const needs: FactKey[] = [
    ...written,
    ...(followed ? [followed] : []),
  ].flatMap(({ objectStore }) =>
    objectStore === undefined ? [] : objectStoreKey(namespace, objectStore),
  );
  if (namespace !== undefined) {
    needs.push(factKeyOf({ kind: 'Namespace', name: namespace }));
  }
  return {
    subjects: source ? [archiveKey(namespace, source)] : [],
    needs,
    collects: [
      ...new Set([
        ...written.map(archive => archiveKey(namespace, archive)),
        ...[name, ...written.map(({ serverName }) => serverName)].map(server =>
          serverKey(namespace, server),
        ),
      ]),
    ],
  };
}

function relateToCluster(
  { metadata: { namespace } }: KubernetesObject,
  data: JsonObject,
): Omit<Projection, 'data'> {
  const name = stringAt(data, 'spec', 'cluster', 'name');
  return {
    subjects:
      name === undefined
        ? []
        : [factKeyOf({ kind: qualifiedKind(clusters), namespace, name })],
    needs: [],
  };
}

function relateObjectStore(
  { metadata: { namespace } }: KubernetesObject,
  data: JsonObject,
): Omit<Projection, 'data'> {
  const servers = Object.keys(objectAt(data, 'status', 'serverRecoveryWindow'));
  return {
    subjects: servers.map(server => serverKey(namespace, server)),
    needs: [],
  };
}
