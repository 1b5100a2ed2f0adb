/** A row of `facts`. */
export interface FactRow {
  /** PostgreSQL hands out a string. */
  id: number | string;
  cluster: string;
  key: string;
  kind: string;
  hash: string;
  seq: number | string;
  body: string;
}

/** What a fact has to do with a key: it is about it, needs it or collects what is about it. */
export type LinkRelation = 'subject' | 'need' | 'collect';

/** A row of `fact_links`. */
export interface FactLinkRow {
  /** See `linkOf`. */
  link: number;
  fact_id: number;
}

/** A row of `changes`. */
export interface ChangeRow {
  seq: number | string;
  stream: string;
  cluster: string;
  key: string;
  kind: string;
  subjects: string;
  /** SQLite hands out a number. */
  deleted: boolean | number;
  recorded_at: number | string;
}

/** A row of `cursors`. */
export interface CursorRow {
  reader: string;
  stream: string;
  seq: number | string;
}

/** A row of `leases`. */
export interface LeaseRow {
  name: string;
  holder: string;
  epoch: number | string;
  expires_at: number | string;
}

/** A row of `sync_states`. */
export interface SyncStateRow {
  cluster: string;
  kind: string;
  state: string;
}

/** A row of `clusters`. */
export interface ClusterRow {
  name: string;
  contact: string;
}
