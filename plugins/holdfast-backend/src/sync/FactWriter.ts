import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, toError } from '@backstage/errors';
import { ResourceState } from '../inventory/ClusterState';
import {
  HashedFact,
  Inventory,
  WriteFactsOptions,
} from '../inventory/Inventory';
import { Backoff } from './Backoff';
import { Lease } from './leases/Lease';
import { wait } from './wait';

const FLUSH_AFTER_MS = 200;
const FLUSH_AT_ROWS = 2_000;

/**
 * Where a {@link FactWriter} writes, and what it writes besides facts.
 */
export interface FactWriterOptions {
  inventory: Pick<Inventory, 'writeFacts'>;
  lease: Lease;
  cluster: string;
  /** Kind with its group. */
  kind: string;
  logger: LoggerService;
  /** The state of the sync now; asked whenever a batch is taken, and written with it. */
  readState: () => ResourceState;
  /** Called when nothing can be written any more, as the lease has passed on. */
  onFailure: (error: Error) => void;
}

type Batch = Pick<WriteFactsOptions, 'upserts' | 'deletedUids' | 'state'>;

/**
 * Collects what changed in one kind and writes it in batches. While the database is away it keeps what it has, and lets its user wait.
 */
export class FactWriter {
  readonly #options: FactWriterOptions;
  readonly #closing = new AbortController();
  readonly #upserts = new Map<string, HashedFact>();
  readonly #deletedUids = new Set<string>();
  #hasNews = false;
  #timer?: NodeJS.Timeout;
  #flushing?: Promise<void>;

  static create(options: FactWriterOptions): FactWriter {
    return new FactWriter(options);
  }

  private constructor(options: FactWriterOptions) {
    this.#options = options;
  }

  /** Whether to wait for {@link FactWriter.settle} before putting more in. */
  get isFull(): boolean {
    return this.#rows >= FLUSH_AT_ROWS;
  }

  /** Takes a fact to be written. */
  put(fact: HashedFact): void {
    this.#deletedUids.delete(fact.uid);
    // Taken out first so that it comes last: of two objects with one name, the newer one stays.
    this.#upserts.delete(fact.uid);
    this.#upserts.set(fact.uid, fact);
    this.touch();
  }

  /** Takes an object whose fact is to be deleted. */
  delete(uid: string): void {
    this.#upserts.delete(uid);
    this.#deletedUids.add(uid);
    this.touch();
  }

  /** Notes that at least the state is to be written. */
  touch(): void {
    this.#hasNews = true;
    this.#schedule();
  }

  /** Waits until there is room again. */
  async settle(): Promise<void> {
    while (this.isFull && !this.#closing.signal.aborted) {
      this.#flush();
      await this.#flushing;
    }
  }

  /** Writes what is left, unless that fails, and takes nothing more. */
  async close(): Promise<void> {
    this.#closing.abort();
    clearTimeout(this.#timer);
    await this.#flushing;
    if (this.#hasNews) {
      await this.#write(this.#takeBatch()).catch(error =>
        this.#options.logger.debug(
          `The last changes of ${this.#options.kind} in cluster '${this.#options.cluster}' will be read again`,
          toError(error),
        ),
      );
    }
  }

  get #rows(): number {
    return this.#upserts.size + this.#deletedUids.size;
  }

  #schedule(): void {
    if (this.#closing.signal.aborted || this.#flushing) {
      return;
    }
    if (this.isFull) {
      this.#flush();
    } else {
      this.#timer ??= setTimeout(() => this.#flush(), FLUSH_AFTER_MS);
    }
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#flushing ??= this.#writeUntilDone(this.#takeBatch()).finally(() => {
      this.#flushing = undefined;
      if (this.#hasNews) {
        this.#schedule();
      }
    });
  }

  #takeBatch(): Batch {
    const byKey = new Map<string, HashedFact>();
    for (const fact of this.#upserts.values()) {
      byKey.set(fact.key, fact);
    }
    const batch = {
      upserts: [...byKey.values()],
      deletedUids: [...this.#deletedUids],
      state: this.#options.readState(),
    };
    this.#upserts.clear();
    this.#deletedUids.clear();
    this.#hasNews = false;
    return batch;
  }

  async #writeUntilDone(
    batch: Batch,
  ): Promise<void> {
    const backoff = Backoff.create();
    const { kind, cluster, logger, onFailure } = this.#options;
    for (;;) {
      try {
        await this.#write(batch);
        return;
      } catch (error) {
        if (error instanceof ConflictError) {
          this.#closing.abort();
          this.#hasNews = false;
          onFailure(error);
          return;
        }
        if (this.#closing.signal.aborted) {
          return;
        }
        logger.warn(
          `Could not write ${kind} of cluster '${cluster}', and will try again`,
          toError(error),
        );
      }
      await wait(backoff.next(), this.#closing.signal);
    }
  }

  async #write(batch: Batch): Promise<void> {
    const { inventory, lease, cluster, kind } = this.#options;
    await inventory.writeFacts({ lease, cluster, kind, ...batch });
  }
}
