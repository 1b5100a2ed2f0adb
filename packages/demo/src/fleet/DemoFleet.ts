import { InputError, NotFoundError } from '@backstage/errors';
import { SimulatedCluster } from '../kubernetes';
import {
  ClusterName,
  clusterNames,
  DatabaseTraits,
  StoreName,
} from '../postgresql/DatabaseTraits';
import { DatabaseWriter } from '../postgresql/DatabaseWriter';
import { DescribedObjects } from '../postgresql/DescribedObjects';
import { MetricSeries, metricsOf } from '../postgresql/metrics';
import { SimulatedDatabase } from '../postgresql/SimulatedDatabase';
import { SimulatedNode } from '../postgresql/SimulatedNode';
import { SimulatedStore } from '../postgresql/SimulatedStore';
import { FleetMember, SimulatedOperator } from '../operator/SimulatedOperator';
import { storeOf } from '../operator/storeOf';
import { createWorkload, WorkloadTraits } from '../workloads/createWorkload';
import { DrillTraits } from '../workloads/drills/DrillTraits';
import { DrillWorkload } from '../workloads/drills/DrillWorkload';
import { ServerWorkload } from '../workloads/ServerWorkload';
import { SimulatedWorkload } from '../workloads/SimulatedWorkload';
import { Surroundings } from '../workloads/Site';
import { VeleroTraits } from '../workloads/velero/VeleroTraits';
import { VeleroWorkload } from '../workloads/velero/VeleroWorkload';
import { WorkloadWriter } from '../workloads/WorkloadWriter';
import { fleet, namespaceOwners } from './fleet';
import { furnishCluster } from './furnishCluster';
import { drills, veleros, workloads } from './workloads';

const DAY = 24 * 3_600_000;

/** The age of the clusters. */
const CLUSTER_DAYS = 800;

const regions: Record<ClusterName, { region: string; store: StoreName }> = {
  'prod-eu-west': { region: 'eu-west-1', store: 's3-eu-west' },
  'prod-us-east': { region: 'us-east-1', store: 's3-us-east' },
  dev: { region: 'eu-west-1', store: 'garage-dev' },
};

/**
 * What there is beside the databases of CloudNativePG.
 *
 * @public
 */
export interface OtherTraits {
  workloads?: readonly WorkloadTraits[];
  veleros?: readonly VeleroTraits[];
  drills?: readonly DrillTraits[];
}

/** @public */
export interface DemoFleetOptions {
  /** Bearer token that readers of all clusters present. */
  token: string;
  /** Ports on loopback; a free one where none is given. */
  ports?: Partial<Record<ClusterName, number>>;
  /** Those of the demo by default. */
  databases?: readonly DatabaseTraits[];
  /** Those of the demo by default; none where only databases are given. */
  others?: OtherTraits;
  /** The machine's clock by default. */
  now?: () => Date;
}

/**
 * The clusters, stores and databases of the demo, and the clock that they live by.
 *
 * @public
 */
export class DemoFleet {
  readonly clusters: ReadonlyMap<string, SimulatedCluster>;
  readonly stores: ReadonlyMap<string, SimulatedStore>;
  readonly #members = new Map<string, FleetMember>();
  readonly #operators: readonly SimulatedOperator[];
  readonly #servers: readonly ServerWorkload[];
  readonly #workloads: ReadonlyArray<{
    workload: SimulatedWorkload;
    writer: WorkloadWriter;
  }>;
  readonly #now: () => Date;
  #timer?: NodeJS.Timeout;

  static create(options: DemoFleetOptions): DemoFleet {
    return new DemoFleet(options);
  }

  private constructor(options: DemoFleetOptions) {
    const { token, ports, databases = fleet } = options;
    const others =
      options.others ??
      (options.databases ? {} : { workloads, veleros, drills });
    this.#now = options.now ?? (() => new Date());
    const now = this.#now();
    this.stores = new Map(
      Object.values(regions).map(({ store }) => [
        store,
        SimulatedStore.create(store, now),
      ]),
    );
    this.clusters = new Map(
      clusterNames.map(name => [
        name,
        SimulatedCluster.create({
          name,
          port: ports?.[name],
          accounts: [{ token, user: 'reader', access: 'read' }],
          now: this.#now,
        }),
      ]),
    );
    const createdAt = new Date(now.getTime() - CLUSTER_DAYS * DAY);
    for (const name of clusterNames) {
      furnishCluster(this.cluster(name).objects, {
        nodes: nodesOf(name),
        owners: namespaceOwners,
        createdAt,
      });
    }
    for (const traits of databases) this.#add(traits, now);
    this.#servers = (others.workloads ?? []).map(traits =>
      createWorkload(traits, this.#around(traits.cluster, now)),
    );
    this.#workloads = [
      ...this.#servers,
      ...(others.veleros ?? []).map(
        traits =>
          new VeleroWorkload(
            traits,
            this.#around(traits.cluster, now),
            this.#servers
              .filter(({ cluster }) => cluster === traits.cluster)
              .flatMap(({ copiedVolumes }) => copiedVolumes),
          ),
      ),
      ...(others.drills ?? []).map(
        traits => new DrillWorkload(traits, this.#around(traits.cluster, now)),
      ),
    ].map((workload, index) => ({
      workload,
      writer: new WorkloadWriter(
        this.cluster(workload.cluster).objects,
        workload,
        index,
      ),
    }));
    for (const { writer } of this.#workloads) writer.write(now);
    this.#operators = clusterNames.map(cluster =>
      SimulatedOperator.create({
        cluster,
        objects: this.cluster(cluster).objects,
        nodes: nodesOf(cluster),
        members: this.#members,
        storeOf: declared =>
          storeOf(declared, {
            stores: [...this.stores.values()],
            own: this.store(regions[cluster].store),
          }),
      }),
    );
  }

  get databases(): SimulatedDatabase[] {
    return Array.from(this.#members.values(), ({ database }) => database);
  }

  /** The databases that are not CloudNativePG's. */
  get workloads(): readonly ServerWorkload[] {
    return this.#servers;
  }

  /** Starts the API servers and the clock. */
  async start(): Promise<void> {
    for (const cluster of this.clusters.values()) await cluster.start();
    this.#timer = setInterval(() => this.tick(), 1000);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    for (const cluster of this.clusters.values()) await cluster.stop();
  }

  /** Lets the time pass until now. */
  tick(): void {
    const now = this.#now();
    for (const operator of this.#operators) operator.reconcile(now);
    for (const { database, writer } of this.#members.values()) {
      if (database.tick(now)) writer.write();
    }
    for (const { writer } of this.#workloads) writer.write(now);
  }

  /** @throws NotFoundError naming the clusters that there are */
  cluster(name: string): SimulatedCluster {
    return found(this.clusters, 'cluster', name);
  }

  /** @throws NotFoundError naming the stores that there are */
  store(name: string): SimulatedStore {
    return found(this.stores, 'store', name);
  }

  /**
   * @param id - `cluster/namespace/name`
   * @throws NotFoundError naming the databases that there are
   */
  database(id: string): SimulatedDatabase {
    return found(this.#members, 'database', id).database;
  }

  /**
   * Does something to a database, and writes its objects down.
   *
   * @throws NotFoundError naming the databases that there are
   * @throws InputError where it is one that nothing can be done to
   */
  act(id: string, action: (database: SimulatedDatabase) => void): void {
    const other = this.#servers.find(
      ({ cluster, site, name }) =>
        id === `${cluster}/${site.namespace}/${name}`,
    );
    if (other && !this.#members.has(id)) {
      throw new InputError(
        `${id} is a ${other.kind}, which lives by the clock alone; only databases of CloudNativePG can be acted on`,
      );
    }
    const { database, writer } = found(this.#members, 'database', id);
    action(database);
    writer.write();
  }

  /** The metrics of all databases at a moment, labelled as one Prometheus for all clusters has them. */
  metrics(at = this.#now()): MetricSeries[] {
    return [
      ...this.databases.flatMap(database =>
        labelled(metricsOf(database, at), database.traits.cluster),
      ),
      ...this.#workloads.flatMap(({ workload }) =>
        labelled(workload.metricsAt(at), workload.cluster),
      ),
    ];
  }

  now(): Date {
    return this.#now();
  }

  #around(cluster: ClusterName, startedAt: Date): Surroundings {
    const { region, store } = regions[cluster];
    return {
      nodes: nodesOf(cluster),
      store: this.store(store),
      region,
      startedAt,
    };
  }

  #add(traits: DatabaseTraits, now: Date): void {
    const { cluster, namespace, name } = traits;
    const database = new SimulatedDatabase({
      traits,
      store: this.store(traits.store ?? regions[cluster].store),
      nodes: nodesOf(cluster),
      now,
    });
    const { objects } = this.cluster(cluster);
    const writer = new DatabaseWriter(
      objects,
      database,
      new DescribedObjects(objects, database),
    );
    this.#members.set(`${cluster}/${namespace}/${name}`, { database, writer });
    writer.write();
  }
}

/** As one Prometheus for all clusters labels series. */
function labelled(
  series: readonly MetricSeries[],
  cluster: ClusterName,
): MetricSeries[] {
  return series.map(({ labels, ...rest }) => ({
    ...rest,
    labels: { ...labels, kubernetes_cluster: cluster },
  }));
}

/** One node in each of three zones. */
function nodesOf(cluster: ClusterName): SimulatedNode[] {
  const { region } = regions[cluster];
  return ['a', 'b', 'c'].map((zone, index) => ({
    name: `${cluster}-node-${index + 1}`,
    zone: `${region}${zone}`,
  }));
}

function found<T>(map: ReadonlyMap<string, T>, kind: string, name: string): T {
  const value = map.get(name);
  if (value === undefined) {
    throw new NotFoundError(
      `There is no ${kind} "${name}"; there are ${[...map.keys()].join(', ')}`,
    );
  }
  return value;
}
