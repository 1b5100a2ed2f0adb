import { JsonObject } from '@backstage/types';
import {
  FactKey,
  factKeyOf,
  KubernetesObject,
  objectAt,
  projectBy,
  Projection,
  qualifiedKind,
  stringAt,
} from '../../engine';
import { namespaceKeys } from '../servers/namespaceKeys';
import {
  archiveKey,
  followedArchive,
  objectStoreKey,
  recoveryArchive,
  serverKey,
  writtenArchives,
} from './archives';
import { clusterShape } from './clusterShape';
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
  databaseRoleShape,
  logicalDatabaseShape,
  objectStoreShape,
  poolerShape,
  publicationShape,
  scheduledBackupShape,
  subscriptionShape,
} from './shapes';

/**
 * Keeps what is judged of the operator's objects, laid out as in the object, so that evidence names the field it was read from.
 */
export const project = projectBy([
  [clusters, clusterShape, relateCluster],
  [backups, backupShape, relateToCluster],
  [scheduledBackups, scheduledBackupShape, relateToCluster],
  [poolers, poolerShape, relateToCluster],
  [logicalDatabases, logicalDatabaseShape, relateToCluster],
  [publications, publicationShape, relateToCluster],
  [subscriptions, subscriptionShape, relateToCluster],
  [databaseRoles, databaseRoleShape, relateToCluster],
  [objectStores, objectStoreShape, relateObjectStore],
]);

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
  return {
    subjects: source ? [archiveKey(namespace, source)] : [],
    needs: [...needs, ...namespaceKeys(namespace)],
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
