import { Knex } from 'knex';
import { anyOf } from '../bulk/anyOf';

/**
 * Forgets databases, but for their history.
 */
export async function deleteDatabases(
  knex: Knex,
  options: { ids: readonly string[] },
): Promise<void> {
  await knex('databases').where(anyOf(knex, 'id', options.ids)).delete();
}
