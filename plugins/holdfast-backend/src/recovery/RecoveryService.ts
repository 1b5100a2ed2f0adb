import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ClaimsReader } from '../claims/ClaimsReader';
import { pruneVerdictTransitions } from '../database/operations/databases/pruneVerdictTransitions';
import { pruneWaivers } from '../database/operations/waivers/pruneWaivers';
import { pruneLedger } from '../database/operations/restores/pruneLedger';
import { Inventory } from '../inventory/Inventory';
import { MetricsCollector } from '../metrics/MetricsCollector';
import { RecoveryConfig } from '../readRecoveryConfig';
import { repeat } from '../repeat';
import { LeaseKeeper } from '../sync/leases/LeaseKeeper';
import { RecoveryLoop } from './RecoveryLoop';

/** A change in the catalog shows after at most this, in ms. */
const CATALOG_INTERVAL_MS = 60_000;

/** When to look again after it did not answer, or while it moves, as when everything starts at once. In ms. */
const CATALOG_SOON_MS = 10_000;

const HOUSEKEEPING_INTERVAL_MS = 60 * 60_000;

/** How long changes are kept for those who follow them from outside. In ms. */
const CHANGES_RETENTION_MS = 7 * 24 * 60 * 60_000;

/**
 * Keeps verdicts up to date: follows facts, metrics and the catalog. Of several replicas one does so; another carries on when that one
 * ends.
 */
export class RecoveryService {
  readonly #knex: Knex;
  readonly #inventory: Pick<Inventory, 'pruneChanges'>;
  readonly #leases: LeaseKeeper;
  readonly #loop: RecoveryLoop;
  readonly #claims: ClaimsReader;
  readonly #metrics: MetricsCollector;
  readonly #config: Pick<
    RecoveryConfig,
    'metricsIntervalMs' | 'historyRetentionMs'
  >;
  readonly #logger: LoggerService;
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  static create(options: {
    knex: Knex;
    inventory: Pick<Inventory, 'pruneChanges'>;
    leases: LeaseKeeper;
    loop: RecoveryLoop;
    claims: ClaimsReader;
    metrics: MetricsCollector;
    config: Pick<RecoveryConfig, 'metricsIntervalMs' | 'historyRetentionMs'>;
    logger: LoggerService;
  }): RecoveryService {
    return new RecoveryService(options);
  }

  private constructor(options: Parameters<typeof RecoveryService.create>[0]) {
    this.#knex = options.knex;
    this.#inventory = options.inventory;
    this.#leases = options.leases;
    this.#loop = options.loop;
    this.#claims = options.claims;
    this.#metrics = options.metrics;
    this.#config = options.config;
    this.#logger = options.logger;
  }

  start(): void {
    this.#running = this.#leases.hold({
      name: 'recovery',
      signal: this.#stop.signal,
      work: async (lease, signal) => {
        await Promise.all([
          this.#loop.run(lease, signal),
          repeat({
            title: 'Reading the catalog',
            pauseMs: result =>
              result?.changed === false ? CATALOG_INTERVAL_MS : CATALOG_SOON_MS,
            logger: this.#logger,
            signal,
            work: () => this.#claims.read(),
          }),
          repeat({
            title: 'Reading metrics',
            pauseMs: () => this.#config.metricsIntervalMs,
            logger: this.#logger,
            signal,
            work: () => this.#metrics.collect(signal),
          }),
          repeat({
            title: 'Forgetting what is old',
            pauseMs: () => HOUSEKEEPING_INTERVAL_MS,
            logger: this.#logger,
            signal,
            work: () => this.#forgetOld(),
          }),
        ]);
      },
    });
  }

  /** Ends what is under way and lets another replica carry on. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #forgetOld(): Promise<void> {
    const now = Date.now();
    await this.#inventory.pruneChanges({
      before: new Date(now - CHANGES_RETENTION_MS).toISOString(),
    });
    const before = now - this.#config.historyRetentionMs;
    await pruneLedger(this.#knex, {
      before: now - this.#config.historyRetentionMs,
    });
    await pruneVerdictTransitions(this.#knex, { before });
    await pruneWaivers(this.#knex, { endedBefore: before });
  }
}
