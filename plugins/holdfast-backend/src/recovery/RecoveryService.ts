import { LoggerService } from '@backstage/backend-plugin-api';
import { ClaimsReader } from '../claims/ClaimsReader';
import { MetricsCollector } from '../metrics/MetricsCollector';
import { repeat } from '../repeat';
import { LeaseKeeper } from '../sync/leases/LeaseKeeper';
import { RecoveryLoop } from './RecoveryLoop';

/** A change in the catalog shows after at most this, in ms. */
const CATALOG_INTERVAL_MS = 60_000;

/** When to try the catalog again that did not answer, as when everything starts at once. In ms. */
const CATALOG_RETRY_MS = 5_000;

/**
 * Keeps verdicts up to date: follows facts, metrics and the catalog. Of several replicas one does so; another carries on when that one
 * ends.
 */
export class RecoveryService {
  readonly #leases: LeaseKeeper;
  readonly #loop: RecoveryLoop;
  readonly #claims: ClaimsReader;
  readonly #metrics: MetricsCollector;
  readonly #metricsIntervalMs: number;
  readonly #logger: LoggerService;
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  static create(options: {
    leases: LeaseKeeper;
    loop: RecoveryLoop;
    claims: ClaimsReader;
    metrics: MetricsCollector;
    metricsIntervalMs: number;
    logger: LoggerService;
  }): RecoveryService {
    return new RecoveryService(options);
  }

  private constructor(options: Parameters<typeof RecoveryService.create>[0]) {
    this.#leases = options.leases;
    this.#loop = options.loop;
    this.#claims = options.claims;
    this.#metrics = options.metrics;
    this.#metricsIntervalMs = options.metricsIntervalMs;
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
            everyMs: CATALOG_INTERVAL_MS,
            afterFailureMs: CATALOG_RETRY_MS,
            logger: this.#logger,
            signal,
            work: () => this.#claims.read(),
          }),
          repeat({
            title: 'Reading metrics',
            everyMs: this.#metricsIntervalMs,
            afterFailureMs: this.#metricsIntervalMs,
            logger: this.#logger,
            signal,
            work: () => this.#metrics.collect(signal),
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
}
