import {
  KubernetesObject,
  ObjectKey,
  ObjectStore,
  ResourceType,
  resourceTypes,
} from '../kubernetes';
import { clusterStatus } from '../postgresql/clusterStatus';
import { databaseRoleStatus } from '../postgresql/databaseRole';
import { DeclaredObjects } from '../postgresql/DeclaredObjects';
import { logicalDatabaseStatus } from '../postgresql/logicalDatabase';
import { recoveryWindows } from '../postgresql/objectStore';
import { poolerStatus } from '../postgresql/pooler';
import { scheduleStatus } from '../postgresql/scheduledBackup';
import { SimulatedDatabase } from '../postgresql/SimulatedDatabase';
import { recordAt } from './fields';

/** Writes the status of objects that somebody applied, as an operator does, and leaves the rest as they wrote it. */
export class AppliedObjects implements DeclaredObjects {
  readonly #objects: ObjectStore;
  readonly #database: SimulatedDatabase;
  readonly #related: (type: ResourceType) => readonly KubernetesObject[];

  constructor(
    objects: ObjectStore,
    database: SimulatedDatabase,
    related: (type: ResourceType) => readonly KubernetesObject[],
  ) {
    this.#objects = objects;
    this.#database = database;
    this.#related = related;
  }

  writeCluster(): KubernetesObject {
    const { name } = this.#database;
    const status = clusterStatus(this.#database);
    const cluster = this.#writeStatus(resourceTypes.clusters, name, status);
    if (!cluster) {
      throw new RangeError(
        `The Cluster ${
          this.#database.namespace
        }/${name} is gone, and its database is not`,
      );
    }
    return cluster;
  }

  /** Others may archive to the same ObjectStore, so what it says of them stays. */
  writeObjectStore(): void {
    const database = this.#database;
    if (!database.usesPlugin || !database.hasStarted) return;
    const type = resourceTypes.objectStores;
    const name = database.objectStoreName;
    const object = this.#objects.get(type, this.#key(name));
    const known = recordAt(object?.status, 'serverRecoveryWindow');
    this.#writeStatus(type, name, {
      serverRecoveryWindow: { ...known, ...recoveryWindows(database) },
    });
  }

  writePoolers(): void {
    this.#writeStatuses(resourceTypes.poolers, poolerStatus);
  }

  writeLogicalDatabases(): void {
    this.#writeStatuses(resourceTypes.databases, logicalDatabaseStatus);
  }

  writeRoles(): void {
    this.#writeStatuses(resourceTypes.databaseRoles, object =>
      databaseRoleStatus(object, this.#database),
    );
  }

  writeSchedules(): KubernetesObject[] {
    return this.#database.schedules.flatMap(schedule => {
      const { status } = scheduleStatus(schedule);
      const type = resourceTypes.scheduledBackups;
      const written = this.#writeStatus(type, schedule.name, status);
      return written ? [written] : [];
    });
  }

  #key(name: string): ObjectKey {
    return { namespace: this.#database.namespace, name };
  }

  /** The status of all objects of a type that name this database. */
  #writeStatuses(
    type: ResourceType,
    statusOf: (object: KubernetesObject) => unknown,
  ): void {
    for (const object of this.#related(type)) {
      this.#writeStatus(type, object.metadata.name, statusOf(object));
    }
  }

  #writeStatus(
    type: ResourceType,
    name: string,
    status: unknown,
  ): KubernetesObject | undefined {
    const object = this.#objects.get(type, this.#key(name));
    return object && this.#objects.apply(type, { ...object, status });
  }
}
