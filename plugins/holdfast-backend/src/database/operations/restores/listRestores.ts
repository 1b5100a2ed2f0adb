import { Knex } from 'knex';
import { LedgerEntry } from '../../../recovery/ledger/LedgerEntry';
import { RestoreRow } from '../../ledgerTables';
import { entryIn } from './restoreRows';

/** A place in the list of a database's restores. */
export interface RestorePosition {
  /** In ms since 1970. */
  startedAt: number;
  id: number;
}

/**
 * Restores of a database, of all its incarnations, newest first.
 */
export async function listRestores(
  knex: Knex,
  options: { databaseId: string; after?: RestorePosition; limit: number },
): Promise<Array<{ entry: LedgerEntry; position: RestorePosition }>> {
  const { databaseId, after, limit } = options;
  const query = knex<RestoreRow>('restores').where({ database_id: databaseId });
  if (after) {
    query.andWhereRaw('(started_at < ? or (started_at = ? and id < ?))', [
      after.startedAt,
      after.startedAt,
      after.id,
    ]);
  }
  const rows = await query
    .orderBy([
      { column: 'started_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit);
  return rows.map(row => ({
    entry: entryIn(row),
    position: { startedAt: Number(row.started_at), id: Number(row.id) },
  }));
}
