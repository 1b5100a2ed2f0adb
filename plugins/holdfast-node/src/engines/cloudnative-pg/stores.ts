import {
  ANNOTATION_LIFECYCLE_EXPIRY,
  BackupStore,
  Observed,
  parseDuration,
  parseRetentionPolicy,
} from '@holdfast/plugin-holdfast-common';
import { booleanAt, FactReader, JsonPath, stringAt } from '../../engine';
import { groupBy } from '../../engine/groupBy';
import { Archive, objectStoreKey, writtenArchives } from './archives';
import { ClusterFacts } from './ClusterFacts';
import { barmanCloudPlugin } from './names';
import { objectStores } from './resources';
import { describePlace } from './storePlace';
import { storeIdOf } from '../storeId';

/**
 * The places that the database writes to now, the one that takes its WAL first.
 */
export function storesInUse(facts: ClusterFacts): BackupStore[] {
  const { data, name } = facts.input.root;
  const other = otherArchiver(facts);
  const stores = [
    ...(other ? [other] : []),
    ...writtenArchives(data, name).map(archive =>
      archive.method === 'barman-cloud-plugin'
        ? pluginStore(facts, archive)
        : inTreeStore(facts, archive),
    ),
    ...volumeSnapshotStore(facts),
  ];
  // While a Cluster moves from in-tree Barman to the plugin, both may name one place.
  return Array.from(
    groupBy(stores, ({ id }) => id).values(),
    ([store]) => store,
  );
}

/**
 * A store of the Barman Cloud plugin under one server name, in use or not.
 */
export function objectStoreUnder(options: {
  facts: ClusterFacts;
  objectStore: FactReader;
  serverName: string;
  inUse: boolean;
}): BackupStore {
  const { facts, objectStore, serverName, inUse } = options;
  const window: JsonPath = ['status', 'serverRecoveryWindow', serverName];
  const configuration: JsonPath = ['spec', 'configuration'];
  const endpoint = objectStore.string(...configuration, 'endpointURL');
  const destination = objectStore.string(...configuration, 'destinationPath');
  return {
    id: storeIdOf(facts.input.cluster, {
      endpointUrl: endpoint?.value,
      destinationPath: destination?.value,
      serverName,
    }),
    method: 'barman-cloud-plugin',
    definedBy: objectStore.reference,
    exists: true,
    inUse,
    location: locationUnder(destination, serverName),
    endpoint,
    ...describePlace({
      object: objectStore,
      path: configuration,
      clusterName: facts.input.root.name,
    }),
    retentionSeconds: objectStore.parse(
      parseRetentionPolicy,
      'spec',
      'retentionPolicy',
    ),
    lifecycleExpirySeconds: lifecycleExpiry(objectStore),
    firstRecoverabilityPoint: objectStore.instant(
      ...window,
      'firstRecoverabilityPoint',
    ),
    lastSuccessfulBackup: objectStore.instant(
      ...window,
      'lastSuccessfulBackupTime',
    ),
    lastFailedBackup: objectStore.instant(...window, 'lastFailedBackupTime'),
    otherWriters: [],
  };
}

function pluginStore(facts: ClusterFacts, archive: Archive): BackupStore {
  const { cluster, namespace } = facts.cluster.reference;
  const { objectStore: name, serverName } = archive;
  const fact = name && facts.input.find(objectStoreKey(namespace, name));
  if (fact) {
    return objectStoreUnder({
      facts,
      objectStore: facts.read(fact),
      serverName,
      inUse: true,
    });
  }
  const unread = facts.unread(objectStores);
  return {
    id: `${cluster}|${objectStoreKey(namespace, name ?? '')}|${serverName}`,
    method: 'barman-cloud-plugin',
    definedBy:
      name === undefined
        ? facts.cluster.reference
        : { cluster, kind: 'ObjectStore.barmancloud.cnpg.io', namespace, name },
    // What may not be read may well be there; what the API server has no kind for cannot.
    exists: unread !== undefined && unread.reason !== 'absent',
    inUse: true,
    otherWriters: [],
  };
}

function inTreeStore(facts: ClusterFacts, archive: Archive): BackupStore {
  const { cluster } = facts;
  const endpoint = cluster.string(...archive.path, 'endpointURL');
  const destination = cluster.string(...archive.path, 'destinationPath');
  return {
    id: storeIdOf(facts.input.cluster, {
      endpointUrl: endpoint?.value,
      destinationPath: destination?.value,
      serverName: archive.serverName,
    }),
    method: 'barman-in-tree',
    definedBy: cluster.reference,
    exists: true,
    inUse: true,
    location: locationUnder(destination, archive.serverName),
    endpoint,
    ...describePlace({
      object: cluster,
      path: archive.path,
      clusterName: facts.input.root.name,
    }),
    retentionSeconds: cluster.parse(
      parseRetentionPolicy,
      'spec',
      'backup',
      'retentionPolicy',
    ),
    lifecycleExpirySeconds: lifecycleExpiry(cluster),
    firstRecoverabilityPoint: cluster.instant(
      'status',
      'firstRecoverabilityPointByMethod',
      'barmanObjectStore',
    ),
    lastSuccessfulBackup: cluster.instant(
      'status',
      'lastSuccessfulBackupByMethod',
      'barmanObjectStore',
    ),
    lastFailedBackup: cluster.instant('status', 'lastFailedBackup'),
    otherWriters: [],
  };
}

/** Snapshots of a Cluster's volumes lie where their class puts them; that is one place per Cluster. */
function volumeSnapshotStore(facts: ClusterFacts): BackupStore[] {
  const { cluster } = facts;
  const path: JsonPath = ['spec', 'backup', 'volumeSnapshot'];
  if (facts.cluster.object('spec', 'backup').volumeSnapshot === undefined) {
    return [];
  }
  return [
    {
      id: volumeSnapshotStoreId(facts),
      method: 'volume-snapshot',
      definedBy: cluster.reference,
      exists: true,
      inUse: true,
      location: cluster.string(...path, 'className'),
      firstRecoverabilityPoint: cluster.instant(
        'status',
        'firstRecoverabilityPointByMethod',
        'volumeSnapshot',
      ),
      lastSuccessfulBackup: cluster.instant(
        'status',
        'lastSuccessfulBackupByMethod',
        'volumeSnapshot',
      ),
      otherWriters: [],
    },
  ];
}

export function volumeSnapshotStoreId(facts: ClusterFacts): string {
  return `${facts.input.cluster}|VolumeSnapshot|${facts.input.root.key}`;
}

/** A backup plugin that this version does not know is a place too, though nothing can be said about it. */
function otherArchiver(facts: ClusterFacts): BackupStore | undefined {
  const { cluster } = facts;
  const plugins = cluster.list('spec', 'plugins');
  const index = plugins.findIndex(
    plugin =>
      booleanAt(plugin, 'isWALArchiver') === true &&
      booleanAt(plugin, 'enabled') !== false &&
      stringAt(plugin, 'name') !== barmanCloudPlugin,
  );
  const name = cluster.string('spec', 'plugins', index, 'name');
  return (
    name && {
      id: `${facts.input.cluster}|${name.value}|${facts.input.root.key}`,
      method: 'other',
      definedBy: cluster.reference,
      exists: true,
      inUse: true,
      otherWriters: [],
    }
  );
}

function locationUnder(
  destination: Observed<string> | undefined,
  serverName: string,
): Observed<string> | undefined {
  return (
    destination && {
      ...destination,
      value: `${destination.value.replace(/\/+$/, '')}/${serverName}`,
    }
  );
}

/** No custom resource tells of the bucket's own rules, so whoever made them has to say. */
function lifecycleExpiry(store: FactReader): Observed<number> | undefined {
  return store.parse(
    parseDuration,
    'metadata',
    'annotations',
    ANNOTATION_LIFECYCLE_EXPIRY,
  );
}
