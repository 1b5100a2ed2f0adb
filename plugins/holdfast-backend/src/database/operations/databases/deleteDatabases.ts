import { Knex } from 'knex';
import { anyOf } from '../bulk/anyOf';

/**
 * Forgets databases, but for their history.
 */
export async function deleteDatabases(
  tx: Knex.Transaction,
  options: { ids: readonly string[] },
): Promise<void> {
  const { ids } = options;
  await tx('databases').where(anyOf(tx, 'id', ids)).delete();
  await tx('database_stores').where(anyOf(tx, 'database_id', ids)).delete();
}
