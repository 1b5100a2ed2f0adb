import { Knex } from 'knex';
import { anyOf } from '../bulk/anyOf';

/**
 * Ids of the databases that write to stores, by store.
 */
export async function readStoreWriters(
  knex: Knex,
  options: { storeIds: readonly string[] },
): Promise<Map<string, string[]>> {
  const rows: Array<{ database_id: string; store_id: string }> = await knex(
    'database_stores',
  )
    .select('database_id', 'store_id')
    .where(anyOf(knex, 'store_id', options.storeIds))
    .orderBy('database_id');
  const writers = new Map<string, string[]>();
  for (const { database_id, store_id } of rows) {
    const others = writers.get(store_id) ?? [];
    others.push(database_id);
    writers.set(store_id, others);
  }
  return writers;
}
