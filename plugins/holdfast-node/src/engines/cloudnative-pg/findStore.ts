import {
  BackupMethod,
  BackupStore,
  Instant,
} from '@holdfast/plugin-holdfast-common';
import { FactReader, stringAt, valueAt } from '../../engine';
import { objectStoreKey, writtenArchives } from './archives';
import { ClusterFacts } from './ClusterFacts';
import { objectStores } from './resources';
import { storeIdOf } from '../storeId';
import { objectStoreUnder, volumeSnapshotStoreId } from './stores';

/**
 * The place that a Backup lies on.
 *
 * @remarks
 * An in-tree Backup says so itself. A Backup of the plugin does not, and the parameters of the Cluster may have changed since; but the plugin
 * lists every base backup that it finds in the window of its ObjectStore (`updateRecoveryWindow`), by the same end time that it hands
 * to the Backup. What is not in the window of the store in use lies on another ObjectStore or server name whose window has it, else at a
 * place that is not known any more, or that cannot be told.
 */
export function findStore(options: {
  facts: ClusterFacts;
  backup: FactReader;
  method: BackupMethod;
  stores: readonly BackupStore[];
}): BackupStore | undefined {
  const { facts, backup, method, stores } = options;
  switch (method) {
    case 'barman-cloud-plugin':
      return findObjectStore(facts, backup, stores);
    case 'barman-in-tree':
      return findInTreeStore(facts, backup, stores);
    case 'volume-snapshot':
      return (
        stores.find(store => store.method === method) ?? {
          id: volumeSnapshotStoreId(facts),
          method,
          definedBy: facts.cluster.reference,
          exists: true,
          inUse: false,
          otherWriters: [],
        }
      );
    default: {
      const candidates = stores.filter(store => store.method === method);
      return candidates.length === 1 ? candidates[0] : undefined;
    }
  }
}

function findObjectStore(
  facts: ClusterFacts,
  backup: FactReader,
  stores: readonly BackupStore[],
): BackupStore | undefined {
  const inUse = stores.filter(({ method }) => method === 'barman-cloud-plugin');
  const end = backup.instant('status', 'stoppedAt')?.value;
  // Until it has ended, a Backup goes where the database writes now.
  if (end === undefined) return inUse[0];
  return (
    inUse.find(store => windowHas(store, end)) ??
    findFormerObjectStore(facts, end) ??
    (isElsewhere(facts, end) ? elsewhere(facts) : undefined)
  );
}

/**
 * Whether every store in use says that it has nothing of that time. No window at all says nothing, and one that ends earlier may only not have
 * been written yet.
 */
function isElsewhere(facts: ClusterFacts, end: Instant): boolean {
  const { data, name, namespace } = facts.input.root;
  const windows = writtenArchives(data, name).flatMap(
    ({ method, objectStore, serverName }) => {
      if (method !== 'barman-cloud-plugin') return [];
      const fact =
        objectStore && facts.input.find(objectStoreKey(namespace, objectStore));
      return [
        fact &&
          valueAt(fact.data, 'status', 'serverRecoveryWindow', serverName),
      ];
    },
  );
  return (
    windows.length > 0 &&
    windows.every(window => {
      if (window === undefined) return false;
      const first = stringAt(window, 'firstRecoverabilityPoint');
      return first === undefined || Date.parse(end) < Date.parse(first);
    })
  );
}

/** A place that no object describes any more. */
function elsewhere(facts: ClusterFacts): BackupStore {
  return {
    id: `${facts.input.cluster}|elsewhere|${facts.input.root.key}`,
    method: 'barman-cloud-plugin',
    definedBy: facts.cluster.reference,
    exists: false,
    inUse: false,
    otherWriters: [],
  };
}

/**
 * Other server names of a shared ObjectStore may be other databases': those only count when they name this very Backup as their first or
 * last.
 */
function findFormerObjectStore(
  facts: ClusterFacts,
  end: Instant,
): BackupStore | undefined {
  const { data, name } = facts.input.root;
  const own = new Set([
    name,
    ...writtenArchives(data, name).map(({ serverName }) => serverName),
  ]);
  for (const fact of facts.related(objectStores)) {
    const objectStore = facts.read(fact);
    const windows = objectStore.object('status', 'serverRecoveryWindow');
    for (const serverName of Object.keys(windows)) {
      const store = objectStoreUnder({
        facts,
        objectStore,
        serverName,
        inUse: false,
      });
      if (own.has(serverName) ? windowHas(store, end) : ends(store, end)) {
        return store;
      }
    }
  }
  return undefined;
}

function ends(store: BackupStore, end: Instant): boolean {
  return [store.firstRecoverabilityPoint, store.lastSuccessfulBackup].some(
    edge => edge !== undefined && Date.parse(edge.value) === Date.parse(end),
  );
}

function windowHas(store: BackupStore, end: Instant): boolean {
  const from = store.firstRecoverabilityPoint?.value;
  const to = store.lastSuccessfulBackup?.value;
  if (from === undefined || to === undefined) return false;
  const moment = Date.parse(end);
  return Date.parse(from) <= moment && moment <= Date.parse(to);
}

function findInTreeStore(
  facts: ClusterFacts,
  backup: FactReader,
  stores: readonly BackupStore[],
): BackupStore | undefined {
  const endpoint = backup.string('status', 'endpointURL');
  const destination = backup.string('status', 'destinationPath');
  const serverName = backup.string('status', 'serverName');
  if (!destination || !serverName) {
    // An attempt that failed early does not say where it was to go.
    return stores.find(({ method }) => method === 'barman-in-tree');
  }
  const id = storeIdOf(facts.input.cluster, {
    endpointUrl: endpoint?.value,
    destinationPath: destination.value,
    serverName: serverName.value,
  });
  return (
    stores.find(store => store.id === id) ?? {
      id,
      method: 'barman-in-tree',
      definedBy: backup.reference,
      exists: true,
      inUse: false,
      location: {
        ...destination,
        value: `${destination.value.replace(/\/+$/, '')}/${serverName.value}`,
      },
      endpoint,
      otherWriters: [],
    }
  );
}
