/**
 * What is remembered of the objects of one kind in one cluster: a hash each, to tell what changed, and which of them were seen in the
 * pass under way, to tell what is gone. Everything else about them lies in the database.
 */
export class KnownObjects {
  readonly #hashes: Map<string, string>;
  readonly #broken = new Set<string>();
  #seen?: Set<string>;

  static create(hashes: Map<string, string>): KnownObjects {
    return new KnownObjects(hashes);
  }

  private constructor(hashes: Map<string, string>) {
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

  /** Ends a pass that has seen all objects, and returns the uids of those that are gone. */
  completePass(): string[] {
    const seen = this.#seen;
    this.#seen = undefined;
    if (!seen) {
      return [];
    }
    for (const uid of this.#broken) {
      if (!seen.has(uid)) {
        this.#broken.delete(uid);
      }
    }
    const gone: string[] = [];
    for (const uid of this.#hashes.keys()) {
      if (!seen.has(uid)) {
        gone.push(uid);
      }
    }
    for (const uid of gone) {
      this.#hashes.delete(uid);
    }
    return gone;
  }

  /** Gives a pass up: nothing is known about what it has not seen. */
  abandonPass(): void {
    this.#seen = undefined;
  }

  /** Notes an object that a fact was made of. False when the fact is the known one. */
  note(uid: string, hash: string): boolean {
    this.#seen?.add(uid);
    this.#broken.delete(uid);
    if (this.#hashes.get(uid) === hash) {
      return false;
    }
    this.#hashes.set(uid, hash);
    return true;
  }

  /** Notes an object that no fact could be made of; the fact of its last sound state stays. False when that is known. */
  noteBroken(uid: string): boolean {
    this.#seen?.add(uid);
    if (this.#broken.has(uid)) {
      return false;
    }
    this.#broken.add(uid);
    return true;
  }

  /** Notes that an object is gone or of no interest any more. False when there was no fact of it. */
  forget(uid: string): boolean {
    this.#broken.delete(uid);
    return this.#hashes.delete(uid);
  }
}
