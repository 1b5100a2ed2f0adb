import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Engines,
  FactKey,
  qualifiedKind,
  WatchedResource,
} from '@holdfast/plugin-holdfast-node';
import { KubernetesConnection } from '../clusters/KubernetesConnection';
import { ResourceState } from '../inventory/ClusterState';
import { Inventory } from '../inventory/Inventory';
import { describeError } from './ApiError';
import { FactWriter } from './FactWriter';
import { Lease } from './leases/Lease';
import { listPages } from './listPages';
import { ObjectIntake } from './ObjectIntake';
import { isRefusalToStream, openWatch } from './openWatch';
import { RetryPolicy } from './RetryPolicy';
import { wait } from './wait';
import { WatchEvent } from './watchEvents';

/** A watch that lived this long was a success. */
const STEADY_MS = 5_000;

/** How many objects of a page are taken before other work in the process gets its turn. */
const ITEMS_PER_TURN = 100;

/**
 * What a {@link Reflector} reads, and where to.
 */
export interface ReflectorOptions {
  connection: KubernetesConnection;
  resource: WatchedResource;
  engines: Pick<Engines, 'project' | 'projectionVersion'>;
  inventory: Pick<Inventory, 'writeFacts' | 'loadHashes'>;
  lease: Lease;
  logger: LoggerService;
  /** Where the sync stood when it was last written, by whichever replica. */
  stored?: ResourceState;
  /** Waits for the right to read everything, and returns what gives it back. */
  acquireSlot: (signal: AbortSignal) => Promise<() => void>;
  /** Called for every sign of life of the API server. */
  onAnswer: () => void;
  /** Called when the API server does not answer, or not as one that works. */
  onFailure: () => void;
}

/**
 * Keeps the facts of one kind in step with one cluster: reads all objects once, then follows the changes, and goes on where it or
 * another replica stopped. What it does not know for sure it leaves as it was; in particular, facts are deleted only when the server
 * tells of a deletion or when a reading that is complete does not have the object.
 */
export class Reflector {
  readonly #options: ReflectorOptions;
  readonly #kind: string;
  readonly #path: string;
  readonly #retries = RetryPolicy.create();
  readonly #state: ResourceState;
  readonly #writer: FactWriter;
  #intake: ObjectIntake;
  #lastContactAt = 0;
  #attempt = new AbortController();
  #stop = new AbortController();

  static create(options: ReflectorOptions): Reflector {
    return new Reflector(options);
  }

  private constructor(options: ReflectorOptions) {
    const { resource, engines, stored } = options;
    const { group, version, plural } = resource;
    this.#options = options;
    this.#kind = qualifiedKind(resource);
    this.#path = group
      ? `/apis/${group}/${version}/${plural}`
      : `/api/${version}/${plural}`;
    const projectionVersion = versionOfReading(engines, resource);
    const { resourceVersion, ...before } = stored ?? {};
    this.#state = {
      objectCount: 0,
      brokenCount: 0,
      ...before,
      ...(stored?.projectionVersion === projectionVersion && {
        resourceVersion,
      }),
      kind: this.#kind,
      phase: 'waiting',
      projectionVersion,
    };
    this.#writer = FactWriter.create({
      ...options,
      cluster: options.connection.name,
      kind: this.#kind,
      readState: () => this.#readState(),
      isListing: () => this.#state.phase === 'listing',
      onFailure: error => this.#stop.abort(error),
    });
    this.#intake = this.#intakeOf(new Map());
  }

  /**
   * Follows the kind until the signal is aborted.
   *
   * @throws ConflictError when the lease has passed to another writer
   */
  async run(signal: AbortSignal): Promise<void> {
    const stop = AbortSignal.any([signal, this.#stop.signal]);
    const { inventory, connection } = this.#options;
    this.#intake = this.#intakeOf(
      await inventory.loadHashes({
        cluster: connection.name,
        kind: this.#kind,
      }),
    );
    try {
      while (!stop.aborted) {
        this.#attempt = new AbortController();
        const attempt = AbortSignal.any([stop, this.#attempt.signal]);
        const delayMs = await this.#follow(attempt).catch(error =>
          attempt.aborted ? Math.random() * 500 : this.#fail(error),
        );
        await wait(delayMs, attempt);
      }
    } finally {
      await this.#writer.close();
    }
    this.#stop.signal.throwIfAborted();
  }

  /** Ends the request or the pause under way and goes on at once: the server is back, and old connections may be dead. */
  reconnect(): void {
    this.#attempt.abort();
  }

  /** Follows for as long as the server lets it. Returns how long to wait before it goes on, in ms. */
  async #follow(signal: AbortSignal): Promise<number> {
    let openedAt = Date.now();
    try {
      if (this.#state.resourceVersion === undefined) {
        await this.#readAll(signal);
      }
      openedAt = Date.now();
      await this.#watch({ signal });
    } finally {
      if (Date.now() - openedAt > STEADY_MS) {
        this.#retries.succeeded();
      }
    }
    return Date.now() - openedAt > STEADY_MS ? 0 : this.#retries.endedEarly();
  }

  async #readAll(signal: AbortSignal): Promise<void> {
    const release = await this.#options.acquireSlot(signal);
    try {
      this.#report('listing');
      this.#intake.beginPass();
      try {
        await this.#watch({ signal, onInitialEventsEnd: release });
        return;
      } catch (error) {
        if (!isRefusalToStream(error) || this.#state.resourceVersion) {
          throw error;
        }
      }
      await this.#list(signal);
    } finally {
      release();
      this.#intake.abandonPass();
    }
  }

  async #list(signal: AbortSignal): Promise<void> {
    const { connection } = this.#options;
    this.#intake.beginPass();
    let resourceVersion: string | undefined;
    for await (const page of listPages({
      connection,
      path: this.#path,
      labelSelector: this.#options.resource.labelSelector,
      signal,
    })) {
      this.#answered();
      resourceVersion ??= page.resourceVersion;
      for (let i = 0; i < page.items.length; i++) {
        this.#intake.take(page.items[i]);
        if (i % ITEMS_PER_TURN === ITEMS_PER_TURN - 1) {
          await new Promise(setImmediate);
        }
      }
      await this.#writer.settle();
      signal.throwIfAborted();
    }
    if (!resourceVersion) {
      throw new SyntaxError(
        `The API server's list of ${this.#kind} has no resourceVersion`,
      );
    }
    this.#complete(resourceVersion);
  }

  /** Watches from the known version on, or from nothing, which begins with all objects. */
  async #watch(options: {
    signal: AbortSignal;
    onInitialEventsEnd?: () => void;
  }): Promise<void> {
    const { signal, onInitialEventsEnd } = options;
    let isInitial = onInitialEventsEnd !== undefined;
    const batches = openWatch({
      connection: this.#options.connection,
      path: this.#path,
      labelSelector: this.#options.resource.labelSelector,
      resourceVersion: this.#state.resourceVersion,
      signal,
      onOpen: () => {
        this.#answered();
        if (!isInitial) {
          this.#report('watching');
        }
      },
    });
    for await (const events of batches) {
      this.#answered();
      for (const event of events) {
        if (!isInitial) {
          this.#apply(event);
        } else if (event.type !== 'bookmark') {
          this.#intake.take(event.object);
        } else if (event.initialEventsEnd) {
          isInitial = false;
          this.#complete(event.resourceVersion);
          onInitialEventsEnd?.();
        }
      }
      if (this.#writer.isFull) {
        await this.#writer.settle();
      }
    }
    if (isInitial) {
      throw new Error('The watch ended before all objects had been told');
    }
  }

  #apply(event: WatchEvent): void {
    if (event.type === 'changed') {
      this.#intake.take(event.object);
    } else if (event.type === 'deleted') {
      this.#intake.drop(event.object);
    }
    if (event.type !== 'bookmark') {
      this.#state.lastEventAt = new Date().toISOString();
    }
    if (event.resourceVersion) {
      this.#state.resourceVersion = event.resourceVersion;
      this.#writer.touch();
    }
  }

  #intakeOf(hashes: Map<FactKey, string>): ObjectIntake {
    return ObjectIntake.create({
      ...this.#options,
      cluster: this.#options.connection.name,
      kind: this.#kind,
      writer: this.#writer,
      hashes,
    });
  }

  #complete(resourceVersion: string | undefined): void {
    this.#intake.completePass();
    this.#retries.succeeded();
    this.#state.resourceVersion = resourceVersion;
    this.#state.lastCompleteSyncAt = new Date().toISOString();
    this.#report('watching');
  }

  #answered(): void {
    this.#lastContactAt = Date.now();
    this.#retries.answered();
    this.#options.onAnswer();
  }

  #readState(): ResourceState {
    return {
      ...this.#state,
      objectCount: this.#intake.count,
      brokenCount: this.#intake.brokenCount,
      ...(this.#lastContactAt && {
        lastContactAt: new Date(this.#lastContactAt).toISOString(),
      }),
    };
  }

  #report(phase: ResourceState['phase'], error?: unknown): void {
    this.#state.phase = phase;
    this.#state.error = error === undefined ? undefined : describeError(error);
    this.#writer.hurry();
  }

  /** Notes what went wrong. Returns how long to wait before the next attempt, in ms. */
  #fail(error: unknown): number {
    const { logger, connection, onFailure } = this.#options;
    logger.debug(
      `Reading ${this.#kind} in cluster '${
        connection.name
      }' was interrupted: ${error}`,
    );
    const { lastCompleteSyncAt, resourceVersion } = this.#state;
    const { waitMs, phase, isOutage } = this.#retries.failed(error, {
      wasRead: lastCompleteSyncAt !== undefined,
      wasWatching: resourceVersion !== undefined,
    });
    if (phase) {
      this.#report(phase, error);
    } else {
      this.#state.resourceVersion = undefined;
      this.#report('listing');
    }
    if (isOutage) {
      onFailure();
    }
    return waitMs;
  }
}

/** Objects that were not asked for before have to be read, too: another selection begins from nothing, as another projection does. */
function versionOfReading(
  { projectionVersion }: Pick<Engines, 'projectionVersion'>,
  { labelSelector }: WatchedResource,
): string {
  return labelSelector === undefined
    ? projectionVersion
    : `${projectionVersion} of ${labelSelector}`;
}
