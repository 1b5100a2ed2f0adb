import {
  KubernetesObject,
  ObjectStore,
  resourceTypes,
  ResourceType,
} from '../kubernetes';
import { backupObject } from './backup';
import { clusterObject } from './cluster';
import { instanceObjects } from './instanceObjects';
import { objectStoreObject } from './objectStore';
import { scheduledBackupObject } from './scheduledBackup';
import { SimulatedDatabase } from './SimulatedDatabase';
import { volumeSnapshotObject } from './volumeSnapshot';

/**
 * Writes all objects of a database as they should be now, and deletes Backups that have expired. A write that changes nothing is none, so only
 * what moved is seen by watchers.
 */
export function writeDatabase(
  objects: ObjectStore,
  database: SimulatedDatabase,
): void {
  const { traits, namespace } = database;
  const { archiver = 'plugin' } = traits;
  const cluster = write(
    objects,
    resourceTypes.clusters,
    clusterObject(database),
  );
  const owned = (object: KubernetesObject) => ownedBy(object, cluster);

  if (
    (archiver === 'plugin' || archiver === 'skipped') &&
    !traits.storeMissing
  ) {
    write(objects, resourceTypes.objectStores, objectStoreObject(database));
  }
  const schedule = scheduledBackupObject(database);
  if (schedule) write(objects, resourceTypes.scheduledBackups, schedule);

  for (const instance of database.instances) {
    const { claim, volume, pod } = instanceObjects(database, instance);
    write(objects, resourceTypes.persistentVolumes, volume);
    write(objects, resourceTypes.persistentVolumeClaims, owned(claim));
    if (database.isRunning) write(objects, resourceTypes.pods, owned(pod));
  }

  for (const backup of database.backups) {
    write(objects, resourceTypes.backups, backupObject(database, backup));
    if (backup.method === 'volumeSnapshot' && backup.state !== 'failed') {
      const snapshot = volumeSnapshotObject(database, backup);
      write(objects, resourceTypes.volumeSnapshots, snapshot);
    }
  }
  const kept = new Set(database.backups.map(backup => backup.name));
  for (const { metadata, spec } of objects.list(resourceTypes.backups, {
    namespace,
  })) {
    if (isBackupOf(spec, database.name) && !kept.has(metadata.name)) {
      const key = { namespace, name: metadata.name };
      objects.delete(resourceTypes.backups, key);
      objects.delete(resourceTypes.volumeSnapshots, key);
    }
  }
}

function write(
  objects: ObjectStore,
  type: ResourceType,
  object: KubernetesObject,
): KubernetesObject {
  return objects.apply(type, object);
}

function ownedBy(
  object: KubernetesObject,
  cluster: KubernetesObject,
): KubernetesObject {
  return {
    ...object,
    metadata: {
      ...object.metadata,
      ownerReferences: [
        {
          apiVersion: cluster.apiVersion,
          controller: true,
          kind: cluster.kind,
          name: cluster.metadata.name,
          uid: cluster.metadata.uid,
        },
      ],
    },
  };
}

function isBackupOf(spec: unknown, cluster: string): boolean {
  return (
    typeof spec === 'object' &&
    spec !== null &&
    'cluster' in spec &&
    typeof spec.cluster === 'object' &&
    spec.cluster !== null &&
    'name' in spec.cluster &&
    spec.cluster.name === cluster
  );
}
