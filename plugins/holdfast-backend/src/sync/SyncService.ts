import { LoggerService } from '@backstage/backend-plugin-api';
import { Engines, qualifiedKind } from '@holdfast/plugin-holdfast-node';
import { ClusterEntry, ClusterProblem } from '../clusters/ClusterEntry';
import { KubernetesConnection } from '../clusters/KubernetesConnection';
import { ClusterState } from '../inventory/ClusterState';
import { Inventory } from '../inventory/Inventory';
import { ClusterSync } from './ClusterSync';
import { Lease } from './leases/Lease';
import { LeaseKeeper } from './leases/LeaseKeeper';
import { Slots } from './Slots';
import { wait } from './wait';

/** So many kinds of all clusters are read from the beginning at once. */
const INITIAL_SYNCS_PER_PROCESS = 4;

const FORGET_AFTER_MS = 24 * 60 * 60 * 1000;

/** The longest that a timer can be set to. */
const FOREVER_MS = 2 ** 31 - 1;

/**
 * What a {@link SyncService} works with.
 *
 * @alpha
 */
export interface SyncServiceOptions {
  clusters: readonly ClusterEntry[];
  engines: Pick<Engines, 'resources' | 'project' | 'projectionVersion'>;
  inventory: Pick<
    Inventory,
    | 'writeFacts'
    | 'writeContact'
    | 'loadHashes'
    | 'clusterStates'
    | 'forgetKind'
    | 'forgetCluster'
  >;
  leases: LeaseKeeper;
  logger: LoggerService;
}

/**
 * Keeps the inventory in step with all configured clusters. Of several replicas each cluster is followed by one; another carries on when
 * that one ends.
 *
 * @alpha
 */
export class SyncService {
  readonly #options: SyncServiceOptions;
  readonly #sharedSlots = Slots.create({ count: INITIAL_SYNCS_PER_PROCESS });
  readonly #stop = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  static create(options: SyncServiceOptions): SyncService {
    return new SyncService(options);
  }

  private constructor(options: SyncServiceOptions) {
    this.#options = options;
  }

  /** Begins, and returns once it is known which clusters there are to look after. */
  async start(): Promise<void> {
    const { clusters, inventory } = this.#options;
    const configured = new Set(clusters.map(({ name }) => name));
    const left = (await inventory.clusterStates()).filter(
      ({ name }) => !configured.has(name),
    );
    this.#running = Promise.all([
      ...clusters.map(cluster =>
        this.#hold(cluster.name, (lease, signal) =>
          'problem' in cluster
            ? this.#complain(lease, signal, cluster)
            : this.#follow(lease, signal, cluster.connection),
        ),
      ),
      ...left.map(cluster =>
        this.#hold(cluster.name, (lease, signal) =>
          this.#leave(lease, signal, cluster),
        ),
      ),
    ]);
  }

  /** Ends all work under way, gives the leases up and closes the connections. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    for (const cluster of this.#options.clusters) {
      if ('connection' in cluster) {
        await cluster.connection.close();
      }
    }
  }

  async #hold(
    cluster: string,
    work: (lease: Lease, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    await this.#options.leases.hold({
      name: `cluster/${cluster}`,
      signal: this.#stop.signal,
      work,
    });
  }

  async #follow(
    lease: Lease,
    signal: AbortSignal,
    connection: KubernetesConnection,
  ): Promise<void> {
    const { engines, inventory } = this.#options;
    const watched = new Set(engines.resources.map(qualifiedKind));
    const states = await inventory.clusterStates();
    const known = states.find(({ name }) => name === connection.name);
    for (const { kind } of known?.resources ?? []) {
      if (!watched.has(kind)) {
        await inventory.forgetKind({ lease, cluster: connection.name, kind });
      }
    }
    await ClusterSync.create({
      ...this.#options,
      connection,
      lease,
      sharedSlots: this.#sharedSlots,
    }).run(signal);
  }

  async #complain(
    lease: Lease,
    signal: AbortSignal,
    cluster: { name: string; problem: ClusterProblem },
  ): Promise<void> {
    const { field, message } = cluster.problem;
    await this.#options.inventory.writeContact({
      lease,
      cluster: cluster.name,
      contact: {
        state: 'misconfigured',
        since: new Date().toISOString(),
        error: {
          reason: 'InvalidConfiguration',
          message: `${field}: ${message}`,
        },
      },
    });
    await wait(FOREVER_MS, signal);
  }

  /** Keeps what is known of a cluster that is configured no longer for a while: it may have been a slip. */
  async #leave(
    lease: Lease,
    signal: AbortSignal,
    cluster: ClusterState,
  ): Promise<void> {
    const { inventory, logger } = this.#options;
    const { name, contact } = cluster;
    const since =
      contact.state === 'unconfigured'
        ? contact.since
        : new Date().toISOString();
    await inventory.writeContact({
      lease,
      cluster: name,
      contact: {
        state: 'unconfigured',
        since,
        lastContactAt: contact.lastContactAt,
        error: {
          reason: 'Unconfigured',
          message: `Cluster '${name}' is not in the configuration any more`,
        },
      },
    });
    await wait(Date.parse(since) + FORGET_AFTER_MS - Date.now(), signal);
    if (signal.aborted) {
      return;
    }
    logger.info(`Forgetting cluster '${name}', which is configured no longer`);
    for (const { kind } of cluster.resources) {
      await inventory.forgetKind({ lease, cluster: name, kind });
    }
    await inventory.forgetCluster({ lease, cluster: name });
    await wait(FOREVER_MS, signal);
  }
}
