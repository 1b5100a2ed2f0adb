import { JsonObject } from '@backstage/types';
import { BackupMethod } from '@holdfast/plugin-holdfast-common';
import {
  booleanAt,
  FactKey,
  factKeyOf,
  JsonPath,
  listAt,
  objectAt,
  qualifiedKind,
  stringAt,
  valueAt,
} from '../../engine';
import { barmanCloudPlugin } from './names';
import { objectStores } from './resources';
import { locationOf } from '../storeId';

/**
 * A path in an object store that a Cluster writes to or was restored from, as its spec names it.
 */
export interface Archive {
  method: Extract<BackupMethod, 'barman-cloud-plugin' | 'barman-in-tree'>;
  /** Folder below the store's destination path. */
  serverName: string;
  /** Name of the ObjectStore in the Cluster's namespace; the plugin only. */
  objectStore?: string;
  /** The inline configuration; in-tree only. */
  configuration?: JsonObject;
  /** Where in the Cluster all that is written. */
  path: JsonPath;
}

/**
 * Where a Cluster sends WAL and base backups.
 *
 * @remarks
 * An enabled Barman Cloud plugin archives WAL whether or not `isWALArchiver` is set: the instance manager hands every file to each
 * enabled plugin that can archive (`archiveWALViaPlugins` in 1.30's `pkg/management/postgres/archiver/archiver.go`;
 * https://github.com/cloudnative-pg/cloudnative-pg/issues/11351). The flag only keeps the in-tree archiver out.
 */
export function writtenArchives(
  cluster: JsonObject,
  clusterName: string,
): Archive[] {
  const archives: Archive[] = [];
  for (const [index, plugin] of listAt(cluster, 'spec', 'plugins').entries()) {
    if (
      stringAt(plugin, 'name') !== barmanCloudPlugin ||
      booleanAt(plugin, 'enabled') === false
    ) {
      continue;
    }
    archives.push({
      method: 'barman-cloud-plugin',
      serverName: stringAt(plugin, 'parameters', 'serverName') ?? clusterName,
      objectStore: stringAt(plugin, 'parameters', 'barmanObjectName'),
      path: ['spec', 'plugins', index],
    });
  }
  const inTree: JsonPath = ['spec', 'backup', 'barmanObjectStore'];
  if (valueAt(cluster, ...inTree) !== undefined) {
    archives.push({
      method: 'barman-in-tree',
      serverName: stringAt(cluster, ...inTree, 'serverName') ?? clusterName,
      configuration: objectAt(cluster, ...inTree),
      path: inTree,
    });
  }
  return archives;
}

/**
 * The archive that a Cluster was bootstrapped from.
 *
 * @remarks
 * Without a server name the plugin takes the new Cluster's own (`NewFromCluster` in its `operator/config/config.go`), the in-tree
 * restore that of the external cluster (`ExternalCluster.GetServerName`).
 */
export function recoveryArchive(
  cluster: JsonObject,
  clusterName: string,
): Archive | undefined {
  const source = stringAt(cluster, 'spec', 'bootstrap', 'recovery', 'source');
  return source === undefined
    ? undefined
    : externalArchive(cluster, clusterName, source);
}

/**
 * The archive that a replica cluster reads from, in either kind of topology (docs/src/replica_cluster.md).
 */
export function followedArchive(
  cluster: JsonObject,
  clusterName: string,
): Archive | undefined {
  const source = stringAt(cluster, 'spec', 'replica', 'source');
  return source === undefined
    ? undefined
    : externalArchive(cluster, clusterName, source);
}

function externalArchive(
  cluster: JsonObject,
  clusterName: string,
  source: string,
): Archive | undefined {
  const externalClusters = listAt(cluster, 'spec', 'externalClusters');
  const index = externalClusters.findIndex(
    candidate => stringAt(candidate, 'name') === source,
  );
  const external = externalClusters[index];
  if (external === undefined) return undefined;
  const path: JsonPath = ['spec', 'externalClusters', index];
  if (stringAt(external, 'plugin', 'name') === barmanCloudPlugin) {
    return {
      method: 'barman-cloud-plugin',
      serverName:
        stringAt(external, 'plugin', 'parameters', 'serverName') ?? clusterName,
      objectStore: stringAt(
        external,
        'plugin',
        'parameters',
        'barmanObjectName',
      ),
      path: [...path, 'plugin'],
    };
  }
  if (valueAt(external, 'barmanObjectStore') === undefined) return undefined;
  return {
    method: 'barman-in-tree',
    serverName: stringAt(external, 'barmanObjectStore', 'serverName') ?? source,
    configuration: objectAt(external, 'barmanObjectStore'),
    path: [...path, 'barmanObjectStore'],
  };
}

/** Brings a database and those that were restored from it together. */
export function archiveKey(
  namespace: string | undefined,
  archive: Archive,
): FactKey {
  const { objectStore, configuration, serverName } = archive;
  return objectStore === undefined
    ? `Archive//${locationOf({
        endpointUrl: stringAt(configuration, 'endpointURL'),
        destinationPath: stringAt(configuration, 'destinationPath'),
        serverName,
      })}`
    : `Archive/${namespace ?? ''}/${objectStore}:${serverName}`;
}

/** Brings a database and every ObjectStore that holds something under one of its server names together. */
export function serverKey(
  namespace: string | undefined,
  serverName: string,
): FactKey {
  return `ArchiveServer/${namespace ?? ''}/${serverName}`;
}

export function objectStoreKey(
  namespace: string | undefined,
  name: string,
): FactKey {
  return factKeyOf({ kind: qualifiedKind(objectStores), namespace, name });
}
