import { NotFoundError } from '@backstage/errors';
import {
  apiVersionOf,
  KubernetesObject,
  ObjectStore,
  resourceTypes,
  SimulatedCluster,
} from '../kubernetes';
import { MetricSeries, metricsOf } from '../postgresql/metrics';
import { timestamp } from '../postgresql/names';
import { SimulatedDatabase } from '../postgresql/SimulatedDatabase';
import { nodeObject, SimulatedNode } from '../postgresql/SimulatedNode';
import { SimulatedStore } from '../postgresql/SimulatedStore';
import { writeDatabase } from '../postgresql/writeDatabase';
import { ClusterName, DatabaseTraits, StoreName } from './DatabaseTraits';
import { fleet, namespaceOwners } from './fleet';

const DAY = 24 * 3_600_000;

const regions: Record<ClusterName, { region: string; store: StoreName }> = {
  'prod-eu-west': { region: 'eu-west-1', store: 's3-eu-west' },
  'prod-us-east': { region: 'us-east-1', store: 's3-us-east' },
  dev: { region: 'eu-west-1', store: 'garage-dev' },
};

/** @public */
export interface DemoFleetOptions {
  /** Bearer token that readers of all clusters present. */
  token: string;
  /** Ports on loopback; a free one where none is given. */
  ports?: Partial<Record<ClusterName, number>>;
  databases?: readonly DatabaseTraits[];
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
  readonly #databases = new Map<string, SimulatedDatabase>();
  readonly #now: () => Date;
  #timer?: NodeJS.Timeout;

  static create(options: DemoFleetOptions): DemoFleet {
    return new DemoFleet(options);
  }

  private constructor(options: DemoFleetOptions) {
    this.#now = options.now ?? (() => new Date());
    const now = this.#now();
    const names = Object.keys(regions) as ClusterName[];
    this.stores = new Map(
      names.map(name => {
        const { store } = regions[name];
        return [store, new SimulatedStore(store, now)];
      }),
    );
    this.clusters = new Map(
      names.map(name => [
        name,
        SimulatedCluster.create({
          name,
          port: options.ports?.[name],
          accounts: [{ token: options.token, user: 'reader', access: 'read' }],
          now: this.#now,
        }),
      ]),
    );
    for (const name of names) this.#furnish(name, now);
    for (const traits of options.databases ?? fleet) this.#add(traits, now);
  }

  get databases(): SimulatedDatabase[] {
    return [...this.#databases.values()];
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
    for (const database of this.databases) {
      if (database.tick(now)) this.write(database);
    }
  }

  /** @throws NotFoundError naming the clusters that there are */
  cluster(name: string): SimulatedCluster {
    return found(this.clusters, 'cluster', name);
  }

  /** @throws NotFoundError naming the stores that there are */
  store(name: string): SimulatedStore {
    return found(this.stores, 'store', name);
  }

  /** @throws NotFoundError */
  database(id: string): SimulatedDatabase {
    return found(this.#databases, 'database', id);
  }

  /** Writes a database's objects down after something was done to it. */
  write(database: SimulatedDatabase): void {
    writeDatabase(this.#objects(database.traits.cluster), database);
  }

  /** The metrics of all databases of a cluster. */
  metrics(now = this.#now()): MetricSeries[] {
    return this.databases.flatMap(database =>
      metricsOf(database, now).map(series => ({
        ...series,
        labels: { ...series.labels, cluster: database.traits.cluster },
      })),
    );
  }

  now(): Date {
    return this.#now();
  }

  #objects(cluster: ClusterName): ObjectStore {
    return this.cluster(cluster).objects;
  }

  #add(traits: DatabaseTraits, now: Date): void {
    const { cluster, namespace, name } = traits;
    const database = new SimulatedDatabase({
      traits,
      store: this.store(traits.store ?? regions[cluster].store),
      nodes: nodesOf(cluster),
      now,
    });
    this.#databases.set(`${cluster}/${namespace}/${name}`, database);
    this.write(database);
  }

  /** What every cluster has: nodes in three zones, storage classes, namespaces with their owners. */
  #furnish(cluster: ClusterName, now: Date): void {
    const objects = this.#objects(cluster);
    const createdAt = new Date(now.getTime() - 800 * DAY);
    for (const node of nodesOf(cluster)) {
      objects.apply(resourceTypes.nodes, nodeObject(node, createdAt));
    }
    for (const object of storageClasses(createdAt)) {
      objects.apply(resourceTypes.storageClasses, object);
    }
    for (const [name, owner] of Object.entries(namespaceOwners)) {
      objects.apply(resourceTypes.namespaces, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name,
          creationTimestamp: timestamp(createdAt),
          annotations: {
            'holdfast.io/owner': owner,
            'holdfast.io/system': `system:default/${name}`,
          },
          labels: { 'kubernetes.io/metadata.name': name },
        },
        spec: { finalizers: ['kubernetes'] },
        status: { phase: 'Active' },
      });
    }
  }
}

function nodesOf(cluster: ClusterName): SimulatedNode[] {
  const { region } = regions[cluster];
  return ['a', 'b', 'c'].map((zone, index) => ({
    name: `${cluster}-node-${index + 1}`,
    zone: `${region}${zone}`,
  }));
}

function storageClasses(createdAt: Date): KubernetesObject[] {
  const metadata = (name: string) => ({
    name,
    creationTimestamp: timestamp(createdAt),
  });
  return [
    {
      apiVersion: apiVersionOf(resourceTypes.storageClasses),
      kind: 'StorageClass',
      metadata: metadata('ssd'),
      provisioner: 'ebs.csi.aws.com',
      parameters: { type: 'gp3' },
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: true,
    },
    {
      apiVersion: apiVersionOf(resourceTypes.storageClasses),
      kind: 'StorageClass',
      metadata: metadata('local-path'),
      provisioner: 'rancher.io/local-path',
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'WaitForFirstConsumer',
    },
  ];
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
