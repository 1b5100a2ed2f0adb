import {
  KubernetesObject,
  ObjectStore,
  resourceTypes,
  ResourceType,
} from '../kubernetes';
import { backupObject } from './backup';
import { claimObject, claimsOf } from './claim';
import { DeclaredObjects } from './DeclaredObjects';
import { ownedBy } from './ownedBy';
import { podObject } from './pod';
import { SimulatedBackup } from './SimulatedBackup';
import { SimulatedDatabase } from './SimulatedDatabase';
import { SimulatedInstance } from './SimulatedInstance';
import { volumeNameOf, volumeObject } from './volume';
import { volumeSnapshotObject } from './volumeSnapshot';

/**
 * Writes the objects of one database as they should be at a moment. A write that changes nothing is none, so watchers see only what moved; and a
 * Backup, which does not move any more once it has ended, is not even looked at again.
 */
export class DatabaseWriter {
  readonly #objects: ObjectStore;
  readonly #database: SimulatedDatabase;
  readonly #declared: DeclaredObjects;
  readonly #written = new Map<string, SimulatedBackup>();

  constructor(
    objects: ObjectStore,
    database: SimulatedDatabase,
    declared: DeclaredObjects,
  ) {
    this.#objects = objects;
    this.#database = database;
    this.#declared = declared;
  }

  write(): void {
    const cluster = this.#declared.writeCluster();
    this.#declared.writeObjectStore();
    this.#declared.writePoolers();
    this.#declared.writeLogicalDatabases();
    this.#declared.writeRoles();
    this.#writeInstances(cluster);
    this.#writeBackups(cluster, this.#declared.writeSchedules());
  }

  /** Takes away what belonged to an instance that is gone, its data included. */
  remove(instance: SimulatedInstance): void {
    const { namespace } = this.#database;
    const { name } = instance;
    this.#objects.delete(resourceTypes.pods, { namespace, name });
    for (const claim of claimsOf(this.#database, instance)) {
      this.#release(resourceTypes.persistentVolumeClaims, {
        namespace,
        name: claim.name,
      });
      this.#release(resourceTypes.persistentVolumes, {
        name: volumeNameOf(this.#database, claim.name),
      });
    }
  }

  #writeInstances(cluster: KubernetesObject): void {
    const database = this.#database;
    const { namespace, instances, runningInstances } = database;
    for (const instance of instances) {
      for (const wanted of claimsOf(database, instance)) {
        const claim = this.#apply(
          resourceTypes.persistentVolumeClaims,
          ownedBy(cluster, claimObject(database, instance, wanted)),
        );
        if (!database.hasVolumes) continue;
        const { sizeGiB } = wanted;
        this.#apply(
          resourceTypes.persistentVolumes,
          volumeObject(database, instance, { claim, sizeGiB }),
        );
      }
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

  #writeBackups(
    cluster: KubernetesObject,
    schedules: readonly KubernetesObject[],
  ): void {
    const database = this.#database;
    const { namespace } = database;
    const gone = new Set(this.#written.keys());
    for (const backup of database.backups.all) {
      gone.delete(backup.name);
      if (this.#written.get(backup.name) === backup) continue;
      this.#written.set(backup.name, backup);
      const object = backupObject(database, backup);
      const owner = this.#ownerOf(backup, { cluster, schedules });
      const key = { namespace, name: backup.name };
      const asked = this.#objects.get(resourceTypes.backups, key);
      // Of one that somebody applied, and of one that is written already, only the status moves.
      this.#apply(
        resourceTypes.backups,
        asked ? { ...asked, status: object.status } : ownedOr(owner, object),
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

  #ownerOf(
    backup: SimulatedBackup,
    options: {
      cluster: KubernetesObject;
      schedules: readonly KubernetesObject[];
    },
  ): KubernetesObject | undefined {
    const schedule = this.#database.schedules.find(
      ({ name }) => name === backup.schedule,
    );
    if (schedule?.backupOwner === 'cluster') return options.cluster;
    if (schedule?.backupOwner !== 'self') return undefined;
    return options.schedules.find(
      ({ metadata }) => metadata.name === schedule.name,
    );
  }

  /** Deletes an object that finalizers hold, as the controllers that put them there do. */
  #release(
    type: ResourceType,
    key: { namespace?: string; name: string },
  ): void {
    if (!this.#objects.delete(type, key)) return;
    if (this.#objects.get(type, key)) {
      this.#objects.patch(type, key, { metadata: { finalizers: [] } });
    }
  }

  #apply(type: ResourceType, object: KubernetesObject): KubernetesObject {
    return this.#objects.apply(type, object);
  }
}

function ownedOr(
  owner: KubernetesObject | undefined,
  object: KubernetesObject,
): KubernetesObject {
  return owner ? ownedBy(owner, object) : object;
}
