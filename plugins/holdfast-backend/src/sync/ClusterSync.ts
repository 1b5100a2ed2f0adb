import { LoggerService } from '@backstage/backend-plugin-api';
import { Engines, qualifiedKind } from '@holdfast/plugin-holdfast-node';
import { KubernetesConnection } from '../clusters/KubernetesConnection';
import { ClusterContact } from '../inventory/ClusterState';
import { Inventory } from '../inventory/Inventory';
import { ContactMonitor } from './ContactMonitor';
import { Lease } from './leases/Lease';
import { Reflector } from './Reflector';
import { Slots } from './Slots';

/** So many kinds of one cluster are read from the beginning at once. */
const INITIAL_SYNCS_PER_CLUSTER = 2;

/**
 * What a {@link ClusterSync} works with.
 */
export interface ClusterSyncOptions {
  connection: KubernetesConnection;
  engines: Pick<Engines, 'resources' | 'project' | 'projectionVersion'>;
  inventory: Pick<
    Inventory,
    'writeFacts' | 'writeContact' | 'loadHashes' | 'clusterStates'
  >;
  lease: Lease;
  logger: LoggerService;
  /** What all clusters of this process share. */
  sharedSlots: Slots;
}

/**
 * One turn at keeping the facts of one cluster in step with it.
 */
export class ClusterSync {
  readonly #options: ClusterSyncOptions;
  readonly #slots = Slots.create({ count: INITIAL_SYNCS_PER_CLUSTER });
  #reflectors: Reflector[] = [];
  #isLost = false;

  static create(options: ClusterSyncOptions): ClusterSync {
    return new ClusterSync(options);
  }

  private constructor(options: ClusterSyncOptions) {
    this.#options = options;
  }

  /**
   * Follows all kinds until the signal is aborted.
   *
   * @throws ConflictError when the lease has passed to another writer
   */
  async run(signal: AbortSignal): Promise<void> {
    const { connection, engines, inventory, logger } = this.#options;
    const failed = new AbortController();
    const stop = AbortSignal.any([signal, failed.signal]);

    const before = (await inventory.clusterStates()).find(
      ({ name }) => name === connection.name,
    );
    const states = new Map(before?.resources.map(state => [state.kind, state]));
    const monitor = ContactMonitor.create({
      connection,
      logger,
      contact: before?.contact,
      onContact: contact => this.#onContact(contact),
    });
    this.#reflectors = engines.resources.map(resource =>
      Reflector.create({
        ...this.#options,
        resource,
        stored: states.get(qualifiedKind(resource)),
        acquireSlot: slotSignal => this.#acquireSlot(slotSignal),
        onAnswer: () => monitor.confirm(),
        onFailure: () => monitor.doubt(),
      }),
    );

    const tasks = [monitor, ...this.#reflectors].map(task =>
      task.run(stop).catch(error => {
        failed.abort(error);
        throw error;
      }),
    );
    await Promise.allSettled(tasks);
    failed.signal.throwIfAborted();
  }

  async #acquireSlot(signal: AbortSignal): Promise<() => void> {
    const releaseOwn = await this.#slots.acquire(signal);
    try {
      const releaseShared = await this.#options.sharedSlots.acquire(signal);
      return () => {
        releaseShared();
        releaseOwn();
      };
    } catch (error) {
      releaseOwn();
      throw error;
    }
  }

  async #onContact(contact: ClusterContact): Promise<void> {
    const { connection, inventory, lease, logger } = this.#options;
    const cluster = connection.name;
    if (contact.state === 'lost' && !this.#isLost) {
      logger.warn(
        `Lost contact with cluster '${cluster}': ${contact.error?.message}`,
      );
    }
    if (contact.state === 'live' && this.#isLost) {
      logger.info(`Contact with cluster '${cluster}' is back`);
      for (const reflector of this.#reflectors) {
        reflector.reconnect();
      }
    }
    this.#isLost = contact.state === 'lost';
    await inventory.writeContact({ lease, cluster, contact });
  }
}
