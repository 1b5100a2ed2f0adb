import { StoredObject } from './StoredObject';

/** One write, as watches tell it. */
export interface Change {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  revision: number;
  /** What it was; absent for an object that is new. */
  before?: StoredObject;
  /** What it became; of a deleted object its last state, at the revision of the deletion. */
  object: StoredObject;
}

/** The latest changes of one resource type, oldest first. */
export class ChangeLog {
  readonly #limit: number;
  #changes: Change[] = [];
  #forgottenUpTo: number;

  constructor(options: { limit: number; startRevision: number }) {
    this.#limit = options.limit;
    this.#forgottenUpTo = options.startRevision;
  }

  /** Changes after this revision are all here; of those up to it nothing is known. */
  get forgottenUpTo(): number {
    return this.#forgottenUpTo;
  }

  append(change: Change): void {
    this.#changes.push(change);
    // Twice the limit before half is dropped, so that a long log is not copied with every write.
    if (this.#changes.length >= this.#limit * 2) {
      const dropped = this.#changes.length - this.#limit;
      this.forget(this.#changes[dropped - 1].revision);
    }
  }

  /** Forgets the changes up to and with a revision, as a compaction does. */
  forget(revision: number): void {
    this.#changes = this.#changes.slice(this.#indexAfter(revision));
    this.#forgottenUpTo = Math.max(this.#forgottenUpTo, revision);
  }

  /** At most `limit` changes after a revision, in their order. */
  after(revision: number, limit = Infinity): Change[] {
    const start = this.#indexAfter(revision);
    return this.#changes.slice(start, start + limit);
  }

  #indexAfter(revision: number): number {
    let low = 0;
    let high = this.#changes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#changes[middle].revision <= revision) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
