import {
  KubernetesObject,
  ObjectStore,
  ResourceType,
  resourceTypes,
} from '../kubernetes';
import { clusterObject } from './cluster';
import { databaseRoleObjects } from './databaseRole';
import { DeclaredObjects } from './DeclaredObjects';
import { logicalDatabaseObjects } from './logicalDatabase';
import { followedStoreObject, objectStoreObject } from './objectStore';
import { poolerObject } from './pooler';
import { scheduledBackupObject } from './scheduledBackup';
import { SimulatedDatabase } from './SimulatedDatabase';

/** Writes what a person would have written as well: everything follows from the description of the database. */
export class DescribedObjects implements DeclaredObjects {
  readonly #objects: ObjectStore;
  readonly #database: SimulatedDatabase;

  constructor(objects: ObjectStore, database: SimulatedDatabase) {
    this.#objects = objects;
    this.#database = database;
  }

  writeCluster(): KubernetesObject {
    return this.#apply(resourceTypes.clusters, clusterObject(this.#database));
  }

  writeObjectStore(): void {
    const database = this.#database;
    const followed = followedStoreObject(database);
    if (followed) this.#apply(resourceTypes.objectStores, followed);
    if (!database.usesPlugin || database.traits.storeMissing) return;
    this.#apply(resourceTypes.objectStores, objectStoreObject(database));
  }

  writePoolers(): void {
    const pooler = poolerObject(this.#database);
    if (pooler) this.#apply(resourceTypes.poolers, pooler);
  }

  writeLogicalDatabases(): void {
    for (const object of logicalDatabaseObjects(this.#database)) {
      this.#apply(resourceTypes.databases, object);
    }
  }

  writeRoles(): void {
    for (const object of databaseRoleObjects(this.#database)) {
      this.#apply(resourceTypes.databaseRoles, object);
    }
  }

  writeSchedules(): KubernetesObject[] {
    return this.#database.schedules.map(schedule =>
      this.#apply(
        resourceTypes.scheduledBackups,
        scheduledBackupObject(this.#database, schedule),
      ),
    );
  }

  #apply(type: ResourceType, object: KubernetesObject): KubernetesObject {
    return this.#objects.apply(type, object);
  }
}
