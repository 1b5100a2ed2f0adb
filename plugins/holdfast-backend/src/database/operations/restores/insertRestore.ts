import { Knex } from 'knex';
import { LedgerEntry } from '../../../recovery/ledger/LedgerEntry';
import { rowOf } from './restoreRows';

/**
 * Adds a restore to the ledger. False: there is one of its name already, which stays as it is.
 */
export async function insertRestore(
  knex: Knex,
  entry: LedgerEntry,
): Promise<boolean> {
  const inserted: unknown[] = await knex('restores')
    .insert(rowOf(entry))
    .onConflict(['database_id', 'uid', 'restore_key'])
    .ignore()
    .returning('id');
  return inserted.length > 0;
}
