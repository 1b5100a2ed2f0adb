import {
  KubernetesObject,
  ObjectStore,
  resourceTypes,
  ResourceType,
} from '../kubernetes';
import { backupObject } from './backup';
import { claimObject } from './claim';
import { clusterObject } from './cluster';
import { objectStoreObject } from './objectStore';
import { podObject } from './pod';
import { poolerObject } from './pooler';
import { scheduledBackupObject } from './scheduledBackup';
import { SimulatedBackup } from './SimulatedBackup';
import { SimulatedDatabase } from './SimulatedDatabase';
import { volumeObject } from './volume';
import { volumeSnapshotObject } from './volumeSnapshot';

/**
 * Writes the objects of one database as they should be at a moment. A write that changes nothing is none, so watchers see only what moved; and a
 * Backup, which does not move any more once it has ended, is not even looked at again.
 */
export class DatabaseWriter {
  readonly #objects: ObjectStore;
  readonly #database: SimulatedDatabase;
  readonly #written = new Map<string, SimulatedBackup>();

  constructor(objects: ObjectStore, database: SimulatedDatabase) {
    this.#objects = objects;
    this.#database = database;
  }

  write(): void {
    const database = this.#database;
    const { traits } = database;
    const cluster = this.#apply(
      resourceTypes.clusters,
      clusterObject(database),
    );
    if (database.usesPlugin && !traits.storeMissing) {
      this.#apply(resourceTypes.objectStores, objectStoreObject(database));
    }
    const pooler = poolerObject(database);
    if (pooler) this.#apply(resourceTypes.poolers, pooler);
    this.#writeInstances(cluster);
    this.#writeBackups();
  }

  #writeInstances(cluster: KubernetesObject): void {
    const database = this.#database;
    const { namespace, instances, runningInstances } = database;
    for (const instance of instances) {
      const claim = this.#apply(
        resourceTypes.persistentVolumeClaims,
        ownedBy(cluster, claimObject(database, instance)),
      );
      this.#apply(
        resourceTypes.persistentVolumes,
        volumeObject(database, instance, claim),
      );
      if (runningInstances.includes(instance)) {
        this.#apply(
          resourceTypes.pods,
          ownedBy(cluster, podObject(database, instance), {
            blockOwnerDeletion: true,
          }),
        );
      } else {
        const { name } = instance;
        this.#objects.delete(resourceTypes.pods, { namespace, name });
      }
    }
  }

  #writeBackups(): void {
    const database = this.#database;
    const { namespace } = database;
    const order = scheduledBackupObject(database);
    const schedule =
      order && this.#apply(resourceTypes.scheduledBackups, order);
    const gone = new Set(this.#written.keys());
    for (const backup of database.backups.all) {
      gone.delete(backup.name);
      if (this.#written.get(backup.name) === backup) continue;
      this.#written.set(backup.name, backup);
      const object = backupObject(database, backup);
      this.#apply(
        resourceTypes.backups,
        backup.schedule && schedule ? ownedBy(schedule, object) : object,
      );
      if (backup.method === 'volumeSnapshot' && backup.state !== 'failed') {
        const snapshot = volumeSnapshotObject(database, backup);
        this.#apply(resourceTypes.volumeSnapshots, snapshot);
      }
    }
    for (const name of gone) {
      this.#written.delete(name);
      this.#objects.delete(resourceTypes.backups, { namespace, name });
    }
  }

  #apply(type: ResourceType, object: KubernetesObject): KubernetesObject {
    return this.#objects.apply(type, object);
  }
}

function ownedBy(
  owner: KubernetesObject,
  object: KubernetesObject,
  options: { blockOwnerDeletion?: boolean } = {},
): KubernetesObject {
  const reference = {
    apiVersion: owner.apiVersion,
    ...options,
    controller: true,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid,
  };
  return {
    ...object,
    metadata: { ...object.metadata, ownerReferences: [reference] },
  };
}
