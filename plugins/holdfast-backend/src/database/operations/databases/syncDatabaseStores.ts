import { Knex } from 'knex';
import { anyOf } from '../bulk/anyOf';
import { markWriters } from './markWriters';

/**
 * Notes which stores databases write to, and marks the other databases that write to a store where a writer came or went.
 */
export async function syncDatabaseStores(
  tx: Knex.Transaction,
  options: { stores: ReadonlyMap<string, readonly string[]> },
): Promise<void> {
  const ids = Array.from(options.stores.keys());
  const known: Array<{ database_id: string; store_id: string }> = await tx(
    'database_stores',
  )
    .select('database_id', 'store_id')
    .where(anyOf(tx, 'database_id', ids));

  const gone = known.filter(
    row => !options.stores.get(row.database_id)?.includes(row.store_id),
  );
  const added: typeof known = [];
  for (const [databaseId, stores] of options.stores) {
    for (const storeId of new Set(stores)) {
      const isKnown = known.some(
        row => row.database_id === databaseId && row.store_id === storeId,
      );
      if (!isKnown) {
        added.push({ database_id: databaseId, store_id: storeId });
      }
    }
  }

  for (const row of gone) {
    await tx('database_stores').where(row).delete();
  }
  if (added.length) {
    await tx('database_stores').insert(added);
  }

  const storeIds = [...gone, ...added].map(row => row.store_id);
  await markWriters(tx, { storeIds, but: ids });
}
