import { InputError } from '@backstage/errors';

/**
 * What can go wrong between a client and an API server:
 *
 * - `reset`: the connection is reset instead of an answer; open watches are cut at once
 * - `hang`: no answer, and no events on open watches, while the connection stays
 * - `slow`: answers and events come `milliseconds` later
 * - `throttle`: 429 from API priority and fairness, in plain text
 * - `initialize`: 429 "storage is (re)initializing", as during start-up
 * - `expire`: 410 for the next page, the next watch from a version, and open watches
 * - `cut`: a list or a watch that breaks off in the middle of an object
 * - `garble`: an answer that is no JSON
 * - `forbid`: 403, as when a role lacks the resource
 * - `withdraw`: 404, as when a CRD is not installed
 *
 * @public
 */
export type FaultKind =
  | 'reset'
  | 'hang'
  | 'slow'
  | 'throttle'
  | 'initialize'
  | 'expire'
  | 'cut'
  | 'garble'
  | 'forbid'
  | 'withdraw';

/** @public */
export interface Fault {
  kind: FaultKind;
  /** The one resource that it befalls, as `clusters.postgresql.cnpg.io` or `pods`; all of them if left out. */
  resource?: string;
  /** How many requests it befalls; without limit if left out. */
  requests?: number;
  /** How long it lasts; until it is cleared if left out. */
  seconds?: number;
  /** The delay of `slow`. */
  milliseconds?: number;
}

const KINDS: readonly string[] = [
  'reset',
  'hang',
  'slow',
  'throttle',
  'initialize',
  'expire',
  'cut',
  'garble',
  'forbid',
  'withdraw',
] satisfies FaultKind[];

/**
 * The faults that are switched on at one simulated API server.
 *
 * @public
 */
export class Faults {
  readonly #active = new Map<Fault, NodeJS.Timeout | undefined>();
  readonly #listeners = new Set<() => void>();

  /**
   * Switches a fault on. Returns how to switch it off.
   *
   * @throws InputError that names the field and its value, for a kind or a number that makes no sense
   */
  inject(fault: Fault): () => void {
    validate(fault);
    const active = { ...fault };
    const timer =
      active.seconds === undefined
        ? undefined
        : setTimeout(() => this.#end(active), active.seconds * 1000).unref();
    this.#active.set(active, timer);
    this.#notify();
    return () => this.#end(active);
  }

  /** Switches all faults off, or all of one kind. */
  clear(kind?: FaultKind): void {
    for (const fault of [...this.#active.keys()]) {
      if (!kind || fault.kind === kind) {
        this.#end(fault);
      }
    }
  }

  list(): Fault[] {
    return [...this.#active.keys()].map(fault => ({ ...fault }));
  }

  /** The fault of a kind that befalls a resource now, without using it up. */
  find(kind: FaultKind, resource?: string): Fault | undefined {
    for (const fault of this.#active.keys()) {
      if (
        fault.kind === kind &&
        (!fault.resource || fault.resource === resource)
      ) {
        return fault;
      }
    }
    return undefined;
  }

  /** Like `find`, and counts it as one of its requests. */
  strike(kind: FaultKind, resource?: string): Fault | undefined {
    const fault = this.find(kind, resource);
    if (fault?.requests !== undefined) {
      fault.requests -= 1;
      if (fault.requests <= 0) {
        this.#end(fault);
      }
    }
    return fault;
  }

  /** Calls back whenever a fault is switched on or off. Returns how to end it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #end(fault: Fault): void {
    clearTimeout(this.#active.get(fault));
    if (this.#active.delete(fault)) {
      this.#notify();
    }
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) {
      listener();
    }
  }
}

/** Faults come from outside the process, too. */
function validate(fault: Fault): void {
  if (!KINDS.includes(fault.kind)) {
    throw new InputError(
      `fault kind "${fault.kind}" is none of ${KINDS.join(', ')}`,
    );
  }
  for (const field of ['requests', 'seconds', 'milliseconds'] as const) {
    const value = fault[field];
    if (value !== undefined && !(Number.isFinite(value) && value >= 0)) {
      throw new InputError(
        `${field} of a fault is ${JSON.stringify(
          value,
        )}; it has to be a number of at least 0`,
      );
    }
  }
}
