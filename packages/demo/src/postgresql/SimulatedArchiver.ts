import { DatabaseTraits } from './DatabaseTraits';
import {
  ARCHIVE_ERROR,
  ARCHIVE_TAKEN,
  objectStoreNotFound,
  PLUGIN_ERROR_PREFIX,
} from './names';
import { SimulatedStore } from './SimulatedStore';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * How long Barman waits for a store that never answers before it gives up. In the lab it took 194 s once and longer than 7 min another time
 * (recording `store-hanging`).
 */
const HANGING_SECONDS = 194;

/** How long the ObjectStore of a database has been missing that misses one. */
export const STORE_MISSING_MINUTES = 3 * 24 * 60;

/** How often a database that is written to closes a WAL segment: 20 to 39 s, so that not all archive in the same second. */
const SHORTEST_PERIOD_SECONDS = 20;

/**
 * The WAL of a database on its way to the store. A store that goes away is noticed with the next segment, one to three seconds later; PostgreSQL
 * then tries again and again, here every second instead of up to a minute.
 */
export class SimulatedArchiver {
  readonly #seed: number;
  readonly #isTaken: boolean;
  #traits: DatabaseTraits;
  #store: SimulatedStore;
  #failure?: string;
  #since: Date;
  #lastArchivedAt: Date;
  #lastFailedAt?: Date;

  constructor(options: {
    traits: DatabaseTraits;
    store: SimulatedStore;
    seed: number;
    /** Another database's archive lies where this one's should; false by default. */
    isTaken?: boolean;
    /** When the first segment was archived. */
    firstAt: Date;
    now: Date;
  }) {
    const { traits, store, seed, firstAt, now } = options;
    this.#traits = traits;
    this.#store = store;
    this.#seed = seed;
    this.#isTaken = options.isTaken ?? false;
    this.#since = firstAt;
    this.#lastArchivedAt = new Date(
      Math.max(now.getTime() - quietMs(traits), firstAt.getTime()),
    );
    const { archivingFailingMinutes } = traits;
    if (archivingFailingMinutes !== undefined || traits.storeMissing) {
      const minutes = archivingFailingMinutes ?? STORE_MISSING_MINUTES;
      this.#since = new Date(now.getTime() - minutes * MINUTE);
      this.#lastArchivedAt = this.#since;
      this.#lastFailedAt = now;
      this.#failure = this.#ownTrouble;
    }
  }

  /** Takes what the objects say now; what is wrong then shows with the next segment. */
  reconfigure(options: {
    traits: DatabaseTraits;
    store: SimulatedStore;
  }): void {
    this.#traits = options.traits;
    this.#store = options.store;
  }

  /** Whether nothing of this database can get into the store, however well that is. */
  get isBlocked(): boolean {
    return this.#isTaken;
  }

  /** The operator's words, while archiving fails. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** Since when it has worked or failed, as the operator saw it. */
  get since(): Date {
    return this.#since;
  }

  get lastFailedAt(): Date | undefined {
    return this.#lastFailedAt;
  }

  /** When the last segment before a moment was archived; `undefined` where none ever was. */
  lastArchivedAt(moment: Date): Date | undefined {
    if (this.#traits.archiver === 'skipped') return undefined;
    const beyond = this.#lastArchivedAt.getTime() - moment.getTime();
    if (beyond <= 0) return this.#lastArchivedAt;
    const periods = Math.ceil(beyond / this.#periodMs);
    return new Date(this.#lastArchivedAt.getTime() - periods * this.#periodMs);
  }

  /** Closed segments that are not in the store. */
  waitingSegments(now: Date): number {
    const waits =
      this.#failure !== undefined ||
      (this.#store.state === 'hanging' && this.#usesStore);
    if (!waits || this.#traits.writes === 'idle') return 0;
    const sinceLast = now.getTime() - this.#lastArchivedAt.getTime();
    return Math.max(1, Math.floor(sinceLast / this.#periodMs));
  }

  /** Archives what is due, or tries to. Returns whether the operator has something to write down. */
  tick(now: Date): boolean {
    const { writes, archiver } = this.#traits;
    // With `skipWalArchiving` PostgreSQL runs with archive_mode off (`pkg/postgres/configuration.go`).
    if (writes === 'idle' || archiver === 'skipped') return false;
    const trouble = this.#trouble(now);
    if (trouble !== undefined) {
      this.#lastFailedAt = now;
      if (this.#failure === trouble) return false;
      if (this.#failure === undefined) this.#since = now;
      this.#failure = trouble;
      return true;
    }
    if (this.#failure !== undefined) {
      this.#failure = undefined;
      this.#since = now;
      this.#lastArchivedAt = now;
      return true;
    }
    const sinceLast = now.getTime() - this.#lastArchivedAt.getTime();
    const reachable = this.#store.state === 'on' || !this.#usesStore;
    if (reachable && sinceLast >= this.#periodMs) this.#lastArchivedAt = now;
    return false;
  }

  get #periodMs(): number {
    return (SHORTEST_PERIOD_SECONDS + (this.#seed % 20)) * SECOND;
  }

  /** Without an archiver nothing can fail: the operator's archive command says that all is well (recording `restored-copy-not-archiving`). */
  get #usesStore(): boolean {
    const { archiver = 'plugin' } = this.#traits;
    return archiver === 'plugin' || archiver === 'in-tree';
  }

  get #prefix(): string {
    return this.#traits.archiver === 'in-tree' ? '' : PLUGIN_ERROR_PREFIX;
  }

  /** What is wrong with this database alone. */
  get #ownTrouble(): string | undefined {
    const { storeMissing, archivingFailingMinutes } = this.#traits;
    if (this.#isTaken) return `${this.#prefix}${ARCHIVE_TAKEN}`;
    if (storeMissing) {
      const { objectStore, name } = this.#traits;
      return objectStoreNotFound(objectStore ?? name);
    }
    return archivingFailingMinutes === undefined
      ? undefined
      : `${this.#prefix}${ARCHIVE_ERROR}`;
  }

  #trouble(now: Date): string | undefined {
    if (!this.#usesStore) return undefined;
    const own = this.#ownTrouble;
    if (own) return own;
    const { state, since } = this.#store;
    const noticedAfter =
      state === 'hanging' ? HANGING_SECONDS : 1 + (this.#seed % 3);
    const noticed = now.getTime() >= since.getTime() + noticedAfter * SECOND;
    if (!noticed) return this.#failure;
    return state === 'on' ? undefined : `${this.#prefix}${ARCHIVE_ERROR}`;
  }
}

/** How long ago the last segment was archived when the demo begins. */
function quietMs({ fenced, hibernated, writes }: DatabaseTraits): number {
  if (fenced) return 3 * HOUR;
  if (hibernated) return 18 * HOUR;
  return writes === 'idle' ? 9 * HOUR : 8 * SECOND;
}
