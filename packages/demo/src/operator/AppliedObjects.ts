import {
  KubernetesObject,
  ObjectKey,
  ObjectStore,
  ResourceType,
  resourceTypes,
} from '../kubernetes';
import { clusterStatus } from '../postgresql/clusterStatus';
import { DeclaredObjects } from '../postgresql/DeclaredObjects';
import { recoveryWindows } from '../postgresql/objectStore';
import { poolerStatus } from '../postgresql/pooler';
import { scheduleStatus } from '../postgresql/scheduledBackup';
import { SimulatedDatabase } from '../postgresql/SimulatedDatabase';
import { recordAt } from './fields';

/** Writes the status of objects that somebody applied, as an operator does, and leaves the rest as they wrote it. */
export class AppliedObjects implements DeclaredObjects {
  readonly #objects: ObjectStore;
  readonly #database: SimulatedDatabase;
  readonly #poolers: () => readonly KubernetesObject[];

  constructor(
    objects: ObjectStore,
    database: SimulatedDatabase,
    poolers: () => readonly KubernetesObject[],
  ) {
    this.#objects = objects;
    this.#database = database;
    this.#poolers = poolers;
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
    for (const pooler of this.#poolers()) {
      const { name } = pooler.metadata;
      this.#writeStatus(resourceTypes.poolers, name, poolerStatus(pooler));
    }
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

  #writeStatus(
    type: ResourceType,
    name: string,
    status: unknown,
  ): KubernetesObject | undefined {
    const object = this.#objects.get(type, this.#key(name));
    return object && this.#objects.apply(type, { ...object, status });
  }
}
