import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Knex } from 'knex';
import { Inventory } from '../inventory/Inventory';
import { Lease } from '../sync/leases/Lease';
import { Judge } from './Judge';
import { RecoveryWork } from './RecoveryWork';
import { Wakeup } from './Wakeup';

/** How often to look without being woken: for what other replicas did, for clusters, and for what is due. In ms. */
const INTERVAL_MS = 1000;

/**
 * Keeps the verdicts in step with the facts, for as long as this process has the right to.
 */
export class RecoveryLoop {
  readonly #knex: Knex;
  readonly #inventory: Inventory;
  readonly #judge: Judge;
  readonly #version: string;
  readonly #logger: LoggerService;
  readonly #wakeup = new Wakeup();

  /**
   * @param options - `version` of rules, engines and configuration: with another one, everything is judged anew
   */
  static create(options: {
    knex: Knex;
    inventory: Inventory;
    judge: Judge;
    version: string;
    logger: LoggerService;
  }): RecoveryLoop {
    return new RecoveryLoop(options);
  }

  private constructor(options: Parameters<typeof RecoveryLoop.create>[0]) {
    this.#knex = options.knex;
    this.#inventory = options.inventory;
    this.#judge = options.judge;
    this.#version = options.version;
    this.#logger = options.logger;
  }

  /** Has the loop look at once if it runs in this process: databases were marked. */
  wake(): void {
    this.#wakeup.wake();
  }

  /** Runs until the signal, as the holder of a lease. */
  async run(lease: Lease, signal: AbortSignal): Promise<void> {
    const work = RecoveryWork.create({
      knex: this.#knex,
      inventory: this.#inventory,
      judge: this.#judge,
      version: this.#version,
      lease,
    });
    const unsubscribe = this.#inventory.subscribe('fact', () => this.wake());
    try {
      while (!signal.aborted) {
        let hasMore = false;
        try {
          hasMore = await work.doSome();
        } catch (error) {
          if (!signal.aborted) {
            this.#logger.error('Judging databases failed', toError(error));
          }
        }
        if (!hasMore) {
          await this.#wakeup.sleep({ ms: INTERVAL_MS, signal });
        }
      }
    } finally {
      unsubscribe();
    }
  }
}
