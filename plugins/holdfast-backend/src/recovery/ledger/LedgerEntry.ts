import {
  Failover,
  hasFailed,
  Restore,
  restoreKeyOf,
} from '@holdfast/plugin-holdfast-common';

/**
 * A restore that ended, as it is kept.
 */
export interface LedgerEntry {
  databaseId: string;
  /** The incarnation of the database. */
  uid: string;
  /** See {@link @holdfast/plugin-holdfast-common#restoreKeyOf}. */
  key: string;
  restore: Restore;
  /** In ms since 1970. */
  recordedAt: number;
  /** Who posted it; absent: it was found in the cluster. */
  reportedBy?: string;
}

/**
 * A change of the primary, as it is kept.
 */
export interface KeptFailover {
  databaseId: string;
  uid: string;
  failover: Failover;
}

/**
 * What the ledger holds of one incarnation of a database.
 */
export interface KeptProof {
  entries: LedgerEntry[];
  failovers: Failover[];
}

/**
 * What a judgement found out that the ledger does not know yet.
 */
export interface LedgerNews {
  entries: LedgerEntry[];
  failovers: KeptFailover[];
  /** Entries that another one tells more of: a copy that was seen, and is reported now. */
  superseded: Pick<LedgerEntry, 'databaseId' | 'uid' | 'key'>[];
}

/** A restore of a database, ready to be kept. */
export function entryOf(options: {
  databaseId: string;
  uid: string;
  restore: Restore;
  recordedAt: number;
  reportedBy?: string;
}): LedgerEntry {
  return { ...options, key: restoreKeyOf(options.restore) };
}

/** How a restore that ended came out, with all that was asked of it. */
export function outcomeOf(restore: Restore): 'succeeded' | 'failed' {
  return hasFailed(restore) ? 'failed' : 'succeeded';
}

/** From its start until the data could be used; undefined when that never came, or is not known. */
export function secondsOf({
  startedAt,
  readyAt,
}: Pick<Restore, 'startedAt' | 'readyAt'>): number | undefined {
  const seconds = (Date.parse(readyAt ?? '') - Date.parse(startedAt)) / 1000;
  return seconds >= 0 ? seconds : undefined;
}
