import { Change, ChangeLog } from './ChangeLog';
import { ResourceType } from './ResourceType';
import { StoredObject } from './StoredObject';

const KEPT_SNAPSHOTS = 16;

/** The objects of one resource type: as they are, and as they were for as long as the log reaches back. */
export class ResourceTable {
  readonly type: ResourceType;
  readonly log: ChangeLog;
  readonly #objects = new Map<string, StoredObject>();
  readonly #snapshots = new Map<number, readonly StoredObject[]>();
  #sortedKeys?: string[];
  #lastChange: number;

  constructor(
    type: ResourceType,
    options: { historyLimit: number; startRevision: number },
  ) {
    this.type = type;
    this.log = new ChangeLog({
      limit: options.historyLimit,
      startRevision: options.startRevision,
    });
    this.#lastChange = options.startRevision;
  }

  get size(): number {
    return this.#objects.size;
  }

  get(key: string): StoredObject | undefined {
    return this.#objects.get(key);
  }

  record(change: Change): void {
    const { type, object } = change;
    if (type === 'DELETED') {
      this.#objects.delete(object.key);
    } else {
      this.#objects.set(object.key, object);
    }
    if (type !== 'MODIFIED') {
      this.#sortedKeys = undefined;
    }
    this.#lastChange = change.revision;
    this.log.append(change);
  }

  /** All objects in the order of their keys, which is the order of lists. */
  sorted(): readonly StoredObject[] {
    return this.#snapshot(this.#lastChange, () => {
      this.#sortedKeys ??= [...this.#objects.keys()].sort();
      return inOrder(this.#sortedKeys, this.#objects);
    });
  }

  /**
   * All objects as they were at a revision.
   *
   * @returns `undefined` where that revision has been compacted
   */
  sortedAt(revision: number): readonly StoredObject[] | undefined {
    if (revision >= this.#lastChange) {
      return this.sorted();
    }
    const kept = this.#snapshots.get(revision);
    if (kept) {
      return kept;
    }
    if (revision < this.log.forgottenUpTo) {
      return undefined;
    }
    return this.#snapshot(revision, () => {
      const objects = new Map(this.#objects);
      for (const change of this.log.after(revision).reverse()) {
        if (change.before) {
          objects.set(change.object.key, change.before);
        } else {
          objects.delete(change.object.key);
        }
      }
      return inOrder([...objects.keys()].sort(), objects);
    });
  }

  /** Forgets every state before a revision. */
  compact(revision: number): void {
    this.log.forget(revision);
    for (const kept of this.#snapshots.keys()) {
      if (kept < revision) {
        this.#snapshots.delete(kept);
      }
    }
  }

  #snapshot(
    revision: number,
    read: () => readonly StoredObject[],
  ): readonly StoredObject[] {
    const snapshot = this.#snapshots.get(revision) ?? read();
    this.#snapshots.delete(revision);
    this.#snapshots.set(revision, snapshot);
    for (const oldest of this.#snapshots.keys()) {
      if (this.#snapshots.size <= KEPT_SNAPSHOTS) {
        break;
      }
      this.#snapshots.delete(oldest);
    }
    return snapshot;
  }
}

function inOrder(
  keys: readonly string[],
  objects: ReadonlyMap<string, StoredObject>,
): readonly StoredObject[] {
  const result: StoredObject[] = [];
  for (const key of keys) {
    const object = objects.get(key);
    if (object) {
      result.push(object);
    }
  }
  return result;
}
