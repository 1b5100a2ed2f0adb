import {
  LedgerEntry,
  outcomeOf,
  secondsOf,
} from '../../../recovery/ledger/LedgerEntry';
import { RestoreRow } from '../../ledgerTables';

/** An entry of the ledger as a row; the database gives it its id. */
export function rowOf(entry: LedgerEntry): Omit<RestoreRow, 'id'> {
  const { restore } = entry;
  return {
    database_id: entry.databaseId,
    uid: entry.uid,
    restore_key: entry.key,
    outcome: outcomeOf(restore),
    started_at: Date.parse(restore.startedAt),
    seconds: secondsOf(restore) ?? null,
    recorded_at: entry.recordedAt,
    reported_by: entry.reportedBy ?? null,
    body: JSON.stringify(restore),
  };
}

/** The entry that a row holds. */
export function entryIn(row: RestoreRow): LedgerEntry {
  return {
    databaseId: row.database_id,
    uid: row.uid,
    key: row.restore_key,
    restore: JSON.parse(row.body),
    recordedAt: Number(row.recorded_at),
    ...(row.reported_by !== null && { reportedBy: row.reported_by }),
  };
}
