import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, toError } from '@backstage/errors';
import { FactKey } from '@holdfast/plugin-holdfast-node';
import { ResourceState } from '../inventory/ClusterState';
import {
  HashedFact,
  Inventory,
  WriteFactsOptions,
} from '../inventory/Inventory';
import { Backoff } from './Backoff';
import { Lease } from './leases/Lease';
import { wait } from './wait';

const FLUSH_AT_ROWS = 1_000;
const FLUSH_AFTER_MS = 200;

/** While everything is read nobody waits for single objects, and few large transactions cost less than many small ones. */
const FLUSH_AFTER_MS_WHILE_LISTING = 2_000;

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
  /** Whether everything is being read, so that there is no hurry. */
  isListing: () => boolean;
  /** Called when nothing can be written any more, as the lease has passed on. */
  onFailure: (error: Error) => void;
}

type Batch = Pick<WriteFactsOptions, 'upserts' | 'deletedKeys' | 'state'>;

/**
 * Collects what changed in one kind and writes it in batches. While the database is away it keeps what it has, and lets its user wait.
 */
export class FactWriter {
  readonly #options: FactWriterOptions;
  readonly #closing = new AbortController();
  /** What is to be written by key; undefined where the fact is to be deleted. */
  readonly #pending = new Map<FactKey, HashedFact | undefined>();
  #hasNews = false;
  /** Whether the news is of the state, which others wait for. */
  #isAwaited = false;
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
    return this.#pending.size >= FLUSH_AT_ROWS;
  }

  /** Takes a fact to be written. */
  put(fact: HashedFact): void {
    const isNew = this.#pending.has(fact.key)
      ? this.#pending.get(fact.key)?.isNew
      : fact.isNew;
    this.#pending.set(
      fact.key,
      isNew === fact.isNew ? fact : { ...fact, isNew },
    );
    this.touch();
  }

  /** Takes the key of a fact to be deleted. */
  delete(key: FactKey): void {
    this.#pending.set(key, undefined);
    this.touch();
  }

  /** Notes that at least the state is to be written. */
  touch(): void {
    this.#hasNews = true;
    this.#schedule();
  }

  /** Notes that the state has changed in a way that others wait for, even while everything is read. */
  hurry(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isAwaited = true;
    this.touch();
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
          `The last changes of ${this.#options.kind} in cluster '${
            this.#options.cluster
          }' will be read again`,
          toError(error),
        ),
      );
    }
  }

  #schedule(): void {
    if (this.#closing.signal.aborted || this.#flushing) {
      return;
    }
    if (this.isFull) {
      this.#flush();
    } else {
      const isPatient = this.#options.isListing() && !this.#isAwaited;
      this.#timer ??= setTimeout(
        () => this.#flush(),
        isPatient ? FLUSH_AFTER_MS_WHILE_LISTING : FLUSH_AFTER_MS,
      );
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
    const upserts: HashedFact[] = [];
    const deletedKeys: FactKey[] = [];
    for (const [key, fact] of this.#pending) {
      if (fact) {
        upserts.push(fact);
      } else {
        deletedKeys.push(key);
      }
    }
    this.#pending.clear();
    this.#hasNews = false;
    this.#isAwaited = false;
    return { upserts, deletedKeys, state: this.#options.readState() };
  }

  async #writeUntilDone(taken: Batch): Promise<void> {
    let batch = taken;
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
      // It may have been written, and the answer lost.
      const upserts = batch.upserts.map(fact => ({ ...fact, isNew: false }));
      batch = { ...batch, upserts };
      await wait(backoff.next(), this.#closing.signal);
    }
  }

  async #write(batch: Batch): Promise<void> {
    const { inventory, lease, cluster, kind } = this.#options;
    await inventory.writeFacts({ lease, cluster, kind, ...batch });
  }
}
