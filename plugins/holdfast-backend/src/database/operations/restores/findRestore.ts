import { Knex } from 'knex';
import { LedgerEntry } from '../../../recovery/ledger/LedgerEntry';
import { RestoreRow } from '../../ledgerTables';
import { entryIn } from './restoreRows';

/**
 * The restore of a name, of whichever incarnation of the database it was.
 */
export async function findRestore(
  knex: Knex,
  options: { databaseId: string; key: string },
): Promise<LedgerEntry | undefined> {
  const row = await knex<RestoreRow>('restores')
    .where({ database_id: options.databaseId, restore_key: options.key })
    .orderBy('id')
    .first();
  return row && entryIn(row);
}
