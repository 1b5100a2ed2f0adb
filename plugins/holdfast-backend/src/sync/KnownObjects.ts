import { FactKey } from '@holdfast/plugin-holdfast-node';

/**
 * What is remembered of the objects of one kind in one cluster: a hash each, to tell what changed, and which of them were seen in the
 * pass under way, to tell what is gone. Everything else about them lies in the database.
 */
export class KnownObjects {
  readonly #hashes: Map<FactKey, string>;
  readonly #broken = new Set<FactKey>();
  #seen?: Set<FactKey>;

  static create(hashes: Map<FactKey, string>): KnownObjects {
    return new KnownObjects(hashes);
  }

  private constructor(hashes: Map<FactKey, string>) {
    this.#hashes = hashes;
  }

  /** How many objects there are facts of. */
  get count(): number {
    return this.#hashes.size;
  }

  /** How many objects no fact could be made of. */
  get brokenCount(): number {
    return this.#broken.size;
  }

  /** Begins a pass over all objects. A pass that was begun before and not completed is forgotten. */
  beginPass(): void {
    this.#seen = new Set();
  }

  /** Ends a pass that has seen all objects, and returns the keys of those that are gone. */
  completePass(): FactKey[] {
    const seen = this.#seen;
    this.#seen = undefined;
    if (!seen) {
      return [];
    }
    for (const key of this.#broken) {
      if (!seen.has(key)) {
        this.#broken.delete(key);
      }
    }
    const gone: FactKey[] = [];
    for (const key of this.#hashes.keys()) {
      if (!seen.has(key)) {
        gone.push(key);
      }
    }
    for (const key of gone) {
      this.#hashes.delete(key);
    }
    return gone;
  }

  /** Gives a pass up: nothing is known about what it has not seen. */
  abandonPass(): void {
    this.#seen = undefined;
  }

  /** Notes an object that a fact was made of, and tells whether the fact is news. */
  note(key: FactKey, hash: string): 'new' | 'changed' | 'same' {
    this.#seen?.add(key);
    this.#broken.delete(key);
    const before = this.#hashes.get(key);
    if (before === hash) {
      return 'same';
    }
    this.#hashes.set(key, hash);
    return before === undefined ? 'new' : 'changed';
  }

  /** Notes an object that no fact could be made of; the fact of its last sound state stays. False when that is known. */
  noteBroken(key: FactKey): boolean {
    this.#seen?.add(key);
    if (this.#broken.has(key)) {
      return false;
    }
    this.#broken.add(key);
    return true;
  }

  /** Notes that an object is gone or of no interest any more. False when there was no fact of it. */
  forget(key: FactKey): boolean {
    this.#broken.delete(key);
    return this.#hashes.delete(key);
  }
}
