import { Knex } from 'knex';
import { anyOf } from '../bulk/anyOf';

/**
 * Marks the databases that write to some stores to be judged anew, but for those that are being judged.
 */
export async function markWriters(
  tx: Knex.Transaction,
  options: { storeIds: readonly string[]; but: readonly string[] },
): Promise<void> {
  const { storeIds, but } = options;
  if (storeIds.length === 0) return;
  await tx('databases')
    .whereIn(
      'id',
      tx('database_stores')
        .select('database_id')
        .where(anyOf(tx, 'store_id', storeIds))
        .whereNot(anyOf(tx, 'database_id', but)),
    )
    .increment('marks', 1);
}
