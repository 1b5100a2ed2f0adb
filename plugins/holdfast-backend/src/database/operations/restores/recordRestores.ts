import { Knex } from 'knex';
import { LedgerNews } from '../../../recovery/ledger/LedgerEntry';
import { rowOf } from './restoreRows';

/** Fits into the parameters of a statement of either database. */
const batch = 50;

/**
 * Adds what was found in the clusters to the ledger. What is known stays as it was first told, but for a restore that had failed and went on to
 * succeed.
 */
export async function recordRestores(
  tx: Knex.Transaction,
  options: Pick<LedgerNews, 'entries' | 'superseded'>,
): Promise<void> {
  const { entries, superseded } = options;
  for (const { databaseId, uid, key } of superseded) {
    await tx('restores')
      .where({ database_id: databaseId, uid, restore_key: key })
      .delete();
  }
  for (let i = 0; i < entries.length; i += batch) {
    await tx('restores')
      .insert(entries.slice(i, i + batch).map(rowOf))
      .onConflict(['database_id', 'uid', 'restore_key'])
      .merge(['outcome', 'started_at', 'seconds', 'body'])
      .whereRaw(
        "restores.outcome = 'failed' and excluded.outcome = 'succeeded' and restores.reported_by is null",
      );
  }
}
