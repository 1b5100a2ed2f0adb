import { LoggerService } from '@backstage/backend-plugin-api';
import { HoldfastEntityProvider } from './HoldfastEntityProvider';

/** Looks even if no event came: events may be lost, numbered changes are not. */
const IDLE_MS = 10_000;
const SHORTEST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

/**
 * Runs the provider when it is woken and every ten seconds, one run at a time, with growing pauses while it fails.
 *
 * Every replica runs its own: what it sends is the same everywhere, and the catalog skips entities that it already has.
 */
export class SynchroniseLoop {
  readonly #provider: Pick<HoldfastEntityProvider, 'synchronise'>;
  readonly #logger: LoggerService;
  #timer?: NodeJS.Timeout;
  #running = false;
  #wokenMeanwhile = false;
  #stopped = true;
  #failures = 0;

  constructor(options: {
    provider: Pick<HoldfastEntityProvider, 'synchronise'>;
    logger: LoggerService;
  }) {
    this.#provider = options.provider;
    this.#logger = options.logger;
  }

  start(): void {
    this.#stopped = false;
    this.#schedule(0);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Something changed. While runs fail, the pause between them still holds. */
  wake(): void {
    if (this.#running) this.#wokenMeanwhile = true;
    else if (this.#failures === 0) this.#schedule(0);
  }

  #schedule(delay: number): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(), delay);
  }

  async #run(): Promise<void> {
    this.#running = true;
    this.#wokenMeanwhile = false;
    try {
      await this.#provider.synchronise();
      this.#failures = 0;
      this.#schedule(this.#wokenMeanwhile ? 0 : IDLE_MS);
    } catch (error) {
      this.#failures += 1;
      const delay = retryDelay(this.#failures);
      this.#logger.warn(
        `Trying again in ${Math.round(delay / 1000)} s`,
        error instanceof Error ? error : undefined,
      );
      this.#schedule(delay);
    } finally {
      this.#running = false;
    }
  }
}

function retryDelay(failures: number): number {
  return Math.min(SHORTEST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS);
}
