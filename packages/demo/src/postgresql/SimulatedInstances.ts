import { DatabaseTraits } from './DatabaseTraits';
import { placeInstances, SimulatedInstance } from './SimulatedInstance';
import { SimulatedNode } from './SimulatedNode';

const SECOND = 1000;

/** A moment that never comes: the latest that JavaScript knows. */
const NEVER = 8.64e15;

/** How long initdb takes, a restore, and the copy of a data directory, in seconds; minutes on real clusters. */
const INITDB_SECONDS = 6;
const RESTORE_SECONDS = 15;
const JOIN_SECONDS = 3;

/** From the creation of a pod until PostgreSQL in it takes connections, in seconds. */
const POD_SECONDS = 4;

/** The instances of a database: those that have been there for long, or those that come one after the other. */
export class SimulatedInstances {
  readonly #nodes: readonly SimulatedNode[];
  readonly #firstNode: number;
  #all: readonly SimulatedInstance[] = [];
  #lastSerial = 0;
  #now: Date;

  /**
   * @param options - `since`: when all of them began; without it they are yet to come · `canStart`: whether their volumes can be made
   */
  constructor(
    traits: DatabaseTraits,
    options: {
      nodes: readonly SimulatedNode[];
      firstNode: number;
      now: Date;
      since?: { createdAt: Date; startedAt: Date; readySince: Date };
      canStart: boolean;
    },
  ) {
    const { nodes, firstNode, now, since, canStart } = options;
    this.#nodes = traits.oneNode ? nodes.slice(0, 1) : nodes;
    this.#firstNode = firstNode;
    this.#now = now;
    if (since) {
      this.#all = placeInstances(traits, {
        nodes: this.#nodes,
        firstNode,
        ...since,
      });
      this.#lastSerial = this.#all.length;
    } else {
      this.resize(traits, { primary: '', now, canStart });
    }
  }

  /** Those that there are and those that are to come. */
  get all(): readonly SimulatedInstance[] {
    return this.#all;
  }

  /** Those whose volumes have been asked for. */
  get present(): readonly SimulatedInstance[] {
    return this.#all.filter(({ createdAt }) => createdAt <= this.#now);
  }

  /** Those whose data directory is being made: by initdb, by a restore, or as a copy of the primary's. */
  get initializing(): readonly SimulatedInstance[] {
    return this.present.filter(({ startedAt }) => startedAt > this.#now);
  }

  /** Those that have a pod. */
  get started(): readonly SimulatedInstance[] {
    return this.#all.filter(({ startedAt }) => startedAt <= this.#now);
  }

  /** Whether PostgreSQL in an instance takes connections by now. */
  isUp({ readySince }: SimulatedInstance): boolean {
    return readySince <= this.#now;
  }

  /** Lets the time pass until now. Returns whether an instance came a stage further. */
  tick(now: Date): boolean {
    const before = this.#stage;
    this.#now = now;
    return this.#stage !== before;
  }

  /**
   * Makes them as many as the traits ask for: new ones join one after the other, those that are too many go, the newest first and never the
   * primary.
   *
   * @returns those that are gone
   */
  resize(
    traits: DatabaseTraits,
    options: { primary: string; now: Date; canStart: boolean },
  ): readonly SimulatedInstance[] {
    const { primary, now, canStart } = options;
    this.#now = now;
    const missing = (traits.instances ?? 2) - this.#all.length;
    if (missing < 0) {
      const gone = this.#all
        .filter(({ name }) => name !== primary)
        .slice(missing);
      this.#all = this.#all.filter(instance => !gone.includes(instance));
      return gone;
    }
    for (let count = 0; count < missing; count++) {
      this.#all = [...this.#all, this.#next(traits, now, canStart)];
    }
    return [];
  }

  /** The operator lets one instance join when the one before is up. */
  #next(
    traits: DatabaseTraits,
    now: Date,
    canStart: boolean,
  ): SimulatedInstance {
    const last = this.#all.at(-1);
    const serial = this.#lastSerial + 1;
    this.#lastSerial = serial;
    const createdAt = Math.max(now.getTime(), last?.readySince.getTime() ?? 0);
    const bootstrap = traits.restoredFrom ? RESTORE_SECONDS : INITDB_SECONDS;
    const seconds = last ? JOIN_SECONDS : bootstrap;
    const startedAt = canStart ? createdAt + seconds * SECOND : NEVER;
    return {
      name: `${traits.name}-${serial}`,
      serial,
      node: this.#nodes[(this.#firstNode + serial - 1) % this.#nodes.length],
      createdAt: new Date(createdAt),
      startedAt: new Date(startedAt),
      readySince: new Date(Math.min(startedAt + POD_SECONDS * SECOND, NEVER)),
    };
  }

  get #stage(): string {
    const up = this.started.filter(instance => this.isUp(instance));
    return `${this.present.length},${this.started.length},${up.length}`;
  }
}
