import { StoreName } from './DatabaseTraits';

/**
 * `off`: connections are refused · `refusing`: it answers and refuses the credentials · `hanging`: it accepts connections and never answers.
 *
 * @public
 */
export type StoreState = 'on' | 'off' | 'refusing' | 'hanging';

const locations: Record<StoreName, { bucket: string; endpointURL: string }> = {
  's3-eu-west': {
    bucket: 'backups-eu-west',
    endpointURL: 'https://s3.eu-west-1.store.example',
  },
  's3-us-east': {
    bucket: 'backups-us-east',
    endpointURL: 'https://s3.us-east-1.store.example',
  },
  'garage-dev': {
    bucket: 'backups-dev',
    endpointURL: 'https://garage.dev.store.example',
  },
};

/**
 * An object store that many databases archive to. It can be switched off, or made to refuse or to hang, and back on.
 *
 * @public
 */
export class SimulatedStore {
  readonly name: string;
  readonly bucket: string;
  readonly endpointURL: string;
  readonly #archives = new Map<string, string>();
  #state: StoreState = 'on';
  #since: Date;

  static create(name: StoreName, now: Date): SimulatedStore {
    return new SimulatedStore({ name, ...locations[name] }, now);
  }

  /** Where one of the stores is, whatever state it is in. */
  static locationOf(name: StoreName): { bucket: string; endpointURL: string } {
    return locations[name];
  }

  /** What stands at an address that nobody knows: nothing, since ever. */
  static unreachable(endpointURL: string): SimulatedStore {
    const store = new SimulatedStore(
      { name: endpointURL, bucket: '', endpointURL },
      new Date(0),
    );
    store.switch('off', new Date(0));
    return store;
  }

  private constructor(
    location: { name: string; bucket: string; endpointURL: string },
    now: Date,
  ) {
    this.name = location.name;
    this.bucket = location.bucket;
    this.endpointURL = location.endpointURL;
    this.#since = now;
  }

  get state(): StoreState {
    return this.#state;
  }

  /** When it was last switched. */
  get since(): Date {
    return this.#since;
  }

  /**
   * Takes a path for the archive of a database. What lies there stays when the database is gone, so a path that another one has taken is never
   * free again.
   *
   * @returns whether the path is this database's own
   */
  claimArchive(path: string, clusterUid: string): boolean {
    const owner = this.#archives.get(path) ?? clusterUid;
    this.#archives.set(path, owner);
    return owner === clusterUid;
  }

  switch(state: StoreState, now: Date): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#since = now;
  }
}
