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
  readonly name: StoreName;
  readonly bucket: string;
  readonly endpointURL: string;
  #state: StoreState = 'on';
  #since: Date;

  constructor(name: StoreName, now: Date) {
    this.name = name;
    this.bucket = locations[name].bucket;
    this.endpointURL = locations[name].endpointURL;
    this.#since = now;
  }

  get state(): StoreState {
    return this.#state;
  }

  /** When it was last switched. */
  get since(): Date {
    return this.#since;
  }

  switch(state: StoreState, now: Date): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#since = now;
  }
}
