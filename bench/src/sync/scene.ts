/** Where the objects are, and where to put what is kept of them. */
export interface Scene {
  url: string;
  token: string;
  objects: number;
  /** Connection string of a PostgreSQL database that may be emptied. Undefined: a file of SQLite in `folder`. */
  postgres?: string;
  folder: string;
}

/** What a process is told to do. */
export type Order =
  | { order: 'serve'; objects: number }
  | { order: 'change'; count: number }
  | { order: 'sync'; scene: Scene }
  | { order: 'expect'; count: number };

/** What it cost to read all objects. */
export interface SyncCost {
  seconds: number;
  cpuSeconds: number;
  /** Most of the resident memory, above that of the idle process. */
  megabytes: number;
  /** The longest time for which the process could do nothing else. */
  blockMilliseconds: number;
  /** Rows that lie in the database afterwards. */
  rows: number;
}

/** One object that was changed or seen to have changed, and when. */
export interface Sighting {
  name: string;
  at: number;
}

/** What a process answers. */
export type Report =
  | { report: 'serving'; url: string; token: string; megabytes: number }
  | { report: 'changed'; sightings: Sighting[] }
  | { report: 'synced'; cost: SyncCost }
  | { report: 'seen'; sightings: Sighting[] };
