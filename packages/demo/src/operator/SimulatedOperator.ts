import { isDeepStrictEqual } from 'node:util';
import { Change } from '../kubernetes/ChangeLog';
import {
  KubernetesObject,
  ObjectStore,
  ResourceType,
  resourceTypes,
} from '../kubernetes';
import {
  ClusterName,
  DatabaseTraits,
  ScheduleTraits,
} from '../postgresql/DatabaseTraits';
import { DatabaseWriter } from '../postgresql/DatabaseWriter';
import { SimulatedDatabase } from '../postgresql/SimulatedDatabase';
import { SimulatedNode } from '../postgresql/SimulatedNode';
import { SimulatedStore } from '../postgresql/SimulatedStore';
import { appliedBackups } from './appliedBackups';
import {
  appliedSchedule,
  appliedTraits,
  objectStoreNameOf,
} from './appliedTraits';
import { AppliedObjects } from './AppliedObjects';
import { collectGarbage } from './collectGarbage';
import { textAt } from './fields';

/** A database with the one who writes its objects down. */
export interface FleetMember {
  database: SimulatedDatabase;
  writer: DatabaseWriter;
}

/** What an operator has to know of the world around its cluster. */
export interface OperatorSurroundings {
  cluster: ClusterName;
  objects: ObjectStore;
  nodes: readonly SimulatedNode[];
  /** All databases by `cluster/namespace/name`: the described ones, which it leaves alone, and those that it adds. */
  members: Map<string, FleetMember>;
  /** The store that an ObjectStore, or a Cluster with in-tree Barman, means. */
  storeOf: (declared: KubernetesObject | undefined) => SimulatedStore;
}

interface Wish {
  traits: DatabaseTraits;
  store: SimulatedStore;
  schedules: readonly ScheduleTraits[];
}

const declaringTypes: readonly ResourceType[] = [
  resourceTypes.clusters,
  resourceTypes.objectStores,
  resourceTypes.scheduledBackups,
  resourceTypes.poolers,
  resourceTypes.databases,
  resourceTypes.databaseRoles,
];

/**
 * CloudNativePG in one simulated cluster: brings every Cluster alive that somebody applies, follows its changes, and takes away what belonged to
 * one that is deleted.
 */
export class SimulatedOperator {
  readonly #around: OperatorSurroundings;
  readonly #applied = new Map<string, Wish>();
  readonly #garbage = new Set<string>();
  #isDue = true;

  static create(surroundings: OperatorSurroundings): SimulatedOperator {
    return new SimulatedOperator(surroundings);
  }

  private constructor(surroundings: OperatorSurroundings) {
    this.#around = surroundings;
    for (const type of declaringTypes) {
      surroundings.objects.subscribe(type, change => this.#notice(change));
    }
    // The operator's own have a status from the start.
    surroundings.objects.subscribe(resourceTypes.backups, ({ object }) => {
      if (object.toObject().status === undefined) this.#isDue = true;
    });
  }

  /** Does what the objects ask for, where somebody changed them. */
  reconcile(now: Date): void {
    if (!this.#isDue) return;
    this.#isDue = false;
    const { objects } = this.#around;
    collectGarbage(objects, this.#garbage);
    this.#garbage.clear();
    const clusters = objects
      .list(resourceTypes.clusters)
      .filter(cluster => !this.#isDescribed(this.#idOf(cluster)));
    const ids = new Set(clusters.map(cluster => this.#idOf(cluster)));
    for (const id of [...this.#applied.keys()]) {
      if (!ids.has(id)) this.#forget(id);
    }
    for (const cluster of clusters) this.#follow(cluster, now);
    this.#takeUpBackups(now);
  }

  /** One that its database cannot take yet is looked at again. */
  #takeUpBackups(now: Date): void {
    const { cluster, members, objects } = this.#around;
    for (const { namespace, of, ...wish } of appliedBackups(objects)) {
      const member = members.get(`${cluster}/${namespace}/${of}`);
      if (member?.database.backups.request(now, wish)) member.writer.write();
      else this.#isDue = true;
    }
  }

  /** What was written by an operator is no reason to look; what somebody declared is. */
  #notice({ type, before, object }: Change): void {
    if (type === 'DELETED') this.#garbage.add(object.uid);
    if (type === 'MODIFIED' && before) {
      const same = isDeepStrictEqual(
        declared(object.toObject()),
        declared(before.toObject()),
      );
      if (same) return;
    }
    this.#isDue = true;
  }

  #follow(cluster: KubernetesObject, now: Date): void {
    const id = this.#idOf(cluster);
    const { members } = this.#around;
    const known = members.get(id);
    const wish = this.#wishOf(cluster);
    if (known && known.database.uid === cluster.metadata.uid) {
      if (isDeepStrictEqual(this.#applied.get(id), wish)) {
        // Databases and roles in it are no part of what it is like, and have a status.
        known.writer.write();
        return;
      }
      this.#applied.set(id, wish);
      for (const gone of known.database.reconfigure(wish, now)) {
        known.writer.remove(gone);
      }
      known.writer.write();
      return;
    }
    this.#applied.set(id, wish);
    const member = this.#create(cluster, wish, now);
    members.set(id, member);
    member.writer.write();
  }

  #create(cluster: KubernetesObject, wish: Wish, now: Date): FleetMember {
    const { nodes, objects } = this.#around;
    const { uid = '' } = cluster.metadata;
    const database = new SimulatedDatabase({
      ...wish,
      nodes,
      now,
      created: { uid, at: now },
    });
    const declaredObjects = new AppliedObjects(objects, database, type =>
      this.#related(type, cluster),
    );
    const writer = new DatabaseWriter(objects, database, declaredObjects);
    return { database, writer };
  }

  #wishOf(cluster: KubernetesObject): Wish {
    const { objects, storeOf, cluster: clusterName } = this.#around;
    const { namespace } = cluster.metadata;
    const name = objectStoreNameOf(cluster);
    const objectStore =
      name === undefined
        ? undefined
        : objects.get(resourceTypes.objectStores, { namespace, name });
    const store = storeOf(objectStore ?? cluster);
    const traits = appliedTraits(cluster, {
      clusterName,
      objectStore,
      poolers: this.#related(resourceTypes.poolers, cluster),
      canRestoreFrom: server => this.#hasBackupOf(server, store),
    });
    const schedules = this.#related(
      resourceTypes.scheduledBackups,
      cluster,
    ).map(appliedSchedule);
    return { traits, store, schedules };
  }

  /** The objects of a type that name this Cluster. */
  #related(type: ResourceType, cluster: KubernetesObject): KubernetesObject[] {
    const { name, namespace } = cluster.metadata;
    return this.#around.objects
      .list(type, { namespace })
      .filter(({ spec }) => textAt(spec, 'cluster', 'name') === name);
  }

  #hasBackupOf(server: string, store: SimulatedStore): boolean {
    return Array.from(
      this.#around.members.values(),
      ({ database }) => database,
    ).some(
      database =>
        database.store === store &&
        database.backups.all.some(
          ({ serverName, state, method }) =>
            serverName === server &&
            state === 'completed' &&
            method !== 'volumeSnapshot',
        ),
    );
  }

  #forget(id: string): void {
    this.#applied.delete(id);
    this.#around.members.delete(id);
  }

  #isDescribed(id: string): boolean {
    return this.#around.members.has(id) && !this.#applied.has(id);
  }

  #idOf({ metadata }: KubernetesObject): string {
    return `${this.#around.cluster}/${metadata.namespace}/${metadata.name}`;
  }
}

/** What a person writes of an object. */
function declared({ metadata, spec }: KubernetesObject) {
  const { annotations, labels } = metadata;
  return { annotations, labels, spec };
}
