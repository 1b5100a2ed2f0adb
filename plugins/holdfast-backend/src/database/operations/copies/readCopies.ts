import { DatabaseCopy } from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { anyOf } from '../bulk/anyOf';

/**
 * What follows databases, by the store that it reads from.
 */
export async function readCopies(
  knex: Knex,
  options: { storeIds: readonly string[] },
): Promise<Map<string, DatabaseCopy[]>> {
  const rows: Array<{ store_id: string; copy: string }> = await knex(
    'database_copies',
  )
    .select('store_id', 'copy')
    .where(anyOf(knex, 'store_id', options.storeIds))
    .orderBy('database_id');
  const copies = new Map<string, DatabaseCopy[]>();
  for (const { store_id, copy } of rows) {
    const others = copies.get(store_id) ?? [];
    others.push(JSON.parse(copy));
    copies.set(store_id, others);
  }
  return copies;
}
