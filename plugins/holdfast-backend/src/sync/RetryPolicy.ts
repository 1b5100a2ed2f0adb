import { SyncPhase } from '../inventory/ClusterState';
import { ApiError, isExpired } from './ApiError';
import { Backoff } from './Backoff';

/** How long a kind that is forbidden or absent is left alone, once it has been so for as long. */
const REFUSED_WAIT_MS = 60_000;

/** How long a kind that could be read before has to be refused until that is believed. */
const REFUSED_FOR_GOOD_MS = 15_000;

/** Many watches may expire at once, as when a server starts anew. */
const EXPIRED_SPREAD_MS = 1_000;

/**
 * What to do about a failure to read a kind.
 */
export interface Setback {
  /** How long to wait, in ms. */
  waitMs: number;
  /** What to call the state. Absent: all is well, but everything has to be read again. */
  phase?: SyncPhase;
  /** The server did not answer, or not as one that works. */
  isOutage: boolean;
}

/**
 * Decides how long to wait after failures to read one kind in one cluster.
 */
export class RetryPolicy {
  readonly #backoff = Backoff.create();
  #refusedSince?: number;

  static create(): RetryPolicy {
    return new RetryPolicy();
  }

  private constructor() {}

  /** Notes that the server answers for the kind. */
  answered(): void {
    this.#refusedSince = undefined;
  }

  /** Notes that reading has gone well for a while. */
  succeeded(): void {
    this.#backoff.reset();
  }

  /** Says how long to wait after an end that came too soon, in ms. */
  endedEarly(): number {
    return this.#backoff.next();
  }

  /**
   * Judges a failure.
   *
   * @param options - `wasRead`: the kind has been read completely before; `wasWatching`: a watch was to go on from a known version
   */
  failed(
    error: unknown,
    options: { wasRead: boolean; wasWatching: boolean },
  ): Setback {
    const code = error instanceof ApiError ? error.code : undefined;
    if (isExpired(error)) {
      const waitMs = options.wasWatching
        ? Math.random() * EXPIRED_SPREAD_MS
        : this.#backoff.next();
      return { waitMs, isOutage: false };
    }
    if (code === 403 || code === 404) {
      return this.#refused(code === 403 ? 'forbidden' : 'absent', options);
    }
    const retryAfterMs =
      error instanceof ApiError ? error.retryAfterMs : undefined;
    return {
      waitMs: retryAfterMs
        ? retryAfterMs * (1 + Math.random())
        : this.#backoff.next(),
      phase: 'retrying',
      isOutage: code === undefined || code >= 500,
    };
  }

  /** A server that has just been started refuses kinds, too, until it knows all roles and all kinds. */
  #refused(phase: SyncPhase, options: { wasRead: boolean }): Setback {
    this.#refusedSince ??= Date.now();
    const refusedForMs = Date.now() - this.#refusedSince;
    return {
      waitMs:
        refusedForMs < REFUSED_WAIT_MS
          ? this.#backoff.next()
          : REFUSED_WAIT_MS * (1 + Math.random() / 4),
      phase:
        options.wasRead && refusedForMs < REFUSED_FOR_GOOD_MS
          ? 'retrying'
          : phase,
      isOutage: false,
    };
  }
}
