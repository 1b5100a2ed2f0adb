import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, isError, toError } from '@backstage/errors';
import { KubernetesConnection } from '../clusters/KubernetesConnection';
import { ClusterContact, SyncError } from '../inventory/ClusterState';
import { ApiError, describeError } from './ApiError';
import { readRefusal } from './readRefusal';
import { wait } from './wait';

const PROBE_EVERY_MS = 10_000;
const PROBE_TIMEOUT_MS = 5_000;
const PROBE_WHEN_IN_DOUBT_EVERY_MS = 1_000;
const PROBE_WHEN_LOST_EVERY_MS = 2_000;
const LOST_AFTER_MS = 5_000;

/**
 * Whom a {@link ContactMonitor} asks, and whom it tells.
 */
export interface ContactMonitorOptions {
  connection: KubernetesConnection;
  logger: LoggerService;
  /** What was known before. */
  contact?: ClusterContact;
  /** Called when the state changes, and whenever it is confirmed that contact is live. Called again when it throws. */
  onContact: (contact: ClusterContact) => Promise<void>;
}

/**
 * Finds out whether a cluster's API server can be reached: by what others hear of it, and by asking whether it is ready. A server that
 * hangs without closing its connections is found out by the latter only.
 */
export class ContactMonitor {
  readonly #connection: KubernetesConnection;
  readonly #onContact: (contact: ClusterContact) => Promise<void>;
  readonly #logger: LoggerService;
  #contact: ClusterContact;
  #lastAnswerAt = 0;
  #failingSince?: number;
  #failures = 0;
  #pause = new AbortController();
  #isTold = false;

  static create(options: ContactMonitorOptions): ContactMonitor {
    return new ContactMonitor(options);
  }

  private constructor(options: ContactMonitorOptions) {
    this.#connection = options.connection;
    this.#onContact = options.onContact;
    this.#logger = options.logger;
    this.#contact = options.contact ?? {
      state: 'pending',
      since: new Date().toISOString(),
    };
  }

  /** Notes that the API server has told something. */
  confirm(): void {
    this.#lastAnswerAt = Date.now();
  }

  /** Has the API server asked at once, as it failed somebody. */
  doubt(): void {
    if (this.#failures === 0) {
      this.#pause.abort();
    }
  }

  /**
   * Asks until the signal is aborted.
   *
   * @throws ConflictError when telling of the contact does
   */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#pause = new AbortController();
      const startedAt = Date.now();
      const error = await this.#probe(signal);
      if (signal.aborted) {
        return;
      }
      await this.#judge({ startedAt, error });
      await wait(
        this.#intervalMs(),
        AbortSignal.any([signal, this.#pause.signal]),
      );
    }
  }

  #intervalMs(): number {
    if (this.#contact.state === 'lost') {
      return PROBE_WHEN_LOST_EVERY_MS;
    }
    return this.#failures ? PROBE_WHEN_IN_DOUBT_EVERY_MS : PROBE_EVERY_MS;
  }

  async #judge(probe: { startedAt: number; error?: SyncError }): Promise<void> {
    const { startedAt, error } = probe;
    if (!error || this.#lastAnswerAt >= startedAt) {
      this.#failures = 0;
      this.#failingSince = undefined;
      this.#lastAnswerAt = Math.max(this.#lastAnswerAt, startedAt);
      await this.#tell({ state: 'live' });
      return;
    }
    this.#failures += 1;
    this.#failingSince ??= startedAt;
    // One failure may be an old connection that nobody was told of.
    if (
      this.#failures > 1 &&
      Date.now() - this.#failingSince >= LOST_AFTER_MS
    ) {
      await this.#tell({ state: 'lost', error });
    }
  }

  async #tell(contact: Pick<ClusterContact, 'state' | 'error'>): Promise<void> {
    const isNew = contact.state !== this.#contact.state;
    this.#contact = {
      ...contact,
      since: isNew ? new Date().toISOString() : this.#contact.since,
      lastContactAt: this.#lastAnswerAt
        ? new Date(this.#lastAnswerAt).toISOString()
        : this.#contact.lastContactAt,
    };
    if (!isNew && this.#isTold && contact.state !== 'live') {
      return;
    }
    try {
      await this.#onContact(this.#contact);
      this.#isTold = true;
    } catch (error) {
      if (error instanceof ConflictError) {
        throw error;
      }
      this.#isTold = false;
      this.#logger.warn(
        `Could not note the contact with cluster '${
          this.#connection.name
        }', and will try again`,
        toError(error),
      );
    }
  }

  /** What is wrong, if anything. To be refused is an answer, unless it is for not being known at all. */
  async #probe(signal: AbortSignal): Promise<SyncError | undefined> {
    try {
      const response = await this.#connection.request('/readyz', {
        accept: '*/*',
        signal: AbortSignal.any([
          signal,
          AbortSignal.timeout(PROBE_TIMEOUT_MS),
        ]),
      });
      if (response.status === 200) {
        response.body.destroy();
        return undefined;
      }
      const refusal = await readRefusal(response);
      return [403, 404, 429].includes(refusal.code)
        ? undefined
        : describeError(refusal);
    } catch (error) {
      return describeError(
        isError(error) && error.name === 'TimeoutError'
          ? new ApiError({
              code: 0,
              reason: 'Timeout',
              message: `The API server did not answer within ${
                PROBE_TIMEOUT_MS / 1000
              } s`,
            })
          : error,
      );
    }
  }
}
