import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Knex } from 'knex';
import { acquireLease } from '../../database/operations/leases/acquireLease';
import { releaseLease } from '../../database/operations/leases/releaseLease';
import { renewLease } from '../../database/operations/leases/renewLease';
import { wait } from '../wait';
import { Lease } from './Lease';

const TTL_MS = 15_000;

/**
 * Work that only one process may do at a time.
 *
 * @alpha
 */
export interface LeasedWork {
  /** What the lease is for; the same in all replicas. */
  name: string;
  /** Aborted when this process is to give it up for good. */
  signal: AbortSignal;
  /**
   * Called whenever this process gets the lease, with a signal that is aborted when it has lost it. When the work ends by itself the
   * lease is given up, and applied for again.
   */
  work: (lease: Lease, signal: AbortSignal) => Promise<void>;
}

/**
 * Gets leases, keeps them and gives them up.
 *
 * @alpha
 */
export class LeaseKeeper {
  readonly #knex: Knex;
  readonly #holder: string;
  readonly #logger: LoggerService;
  readonly #ttlMs: number;

  static create(options: {
    knex: Knex;
    /** Names this process, for people to read. */
    holder: string;
    logger: LoggerService;
    /** How long a lease outlives its holder, in ms. 15 s unless said otherwise. */
    ttlMs?: number;
  }): LeaseKeeper {
    return new LeaseKeeper(options);
  }

  private constructor(options: {
    knex: Knex;
    holder: string;
    logger: LoggerService;
    ttlMs?: number;
  }) {
    this.#knex = options.knex;
    this.#holder = options.holder;
    this.#logger = options.logger;
    this.#ttlMs = options.ttlMs ?? TTL_MS;
  }

  /**
   * Does some work whenever this process has its lease, until the signal is aborted. The work of an earlier turn has ended before the
   * next begins.
   */
  async hold(options: LeasedWork): Promise<void> {
    const { name, signal } = options;
    while (!signal.aborted) {
      try {
        const lease = await acquireLease(this.#knex, {
          name,
          holder: this.#holder,
          ttlMs: this.#ttlMs,
        });
        if (lease) {
          await this.#workWith(lease, options);
        }
      } catch (error) {
        this.#logger.warn(
          `The work of lease '${name}' was interrupted`,
          toError(error),
        );
      }
      await wait((this.#ttlMs / 5) * (0.5 + Math.random()), signal);
    }
  }

  async #workWith(lease: Lease, options: LeasedWork): Promise<void> {
    const ended = new AbortController();
    const signal = AbortSignal.any([options.signal, ended.signal]);
    const renewal = this.#renew(lease, signal).finally(() => ended.abort());
    try {
      await options.work(lease, signal);
    } finally {
      ended.abort();
      await renewal;
      await releaseLease(this.#knex, lease);
    }
  }

  /** Returns when the lease is lost, or when the signal is aborted. */
  async #renew(lease: Lease, signal: AbortSignal): Promise<void> {
    let renewedAt = performance.now();
    while (performance.now() - renewedAt < this.#ttlMs) {
      await wait(this.#ttlMs / 3, signal);
      if (signal.aborted) {
        return;
      }
      const startedAt = performance.now();
      try {
        if (!(await renewLease(this.#knex, { lease, ttlMs: this.#ttlMs }))) {
          this.#logger.warn(
            `Lease '${lease.name}' has passed to another process`,
          );
          return;
        }
        renewedAt = startedAt;
      } catch (error) {
        this.#logger.warn(
          `Could not renew lease '${lease.name}'`,
          toError(error),
        );
      }
    }
    this.#logger.warn(`Lease '${lease.name}' has run out`);
  }
}
