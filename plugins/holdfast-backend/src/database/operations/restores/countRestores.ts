import { Knex } from 'knex';

/**
 * How many restores of a database are known, of all its incarnations.
 */
export async function countRestores(
  knex: Knex,
  options: { databaseId: string },
): Promise<number> {
  const [{ count }] = await knex('restores')
    .where({ database_id: options.databaseId })
    .count({ count: '*' });
  return Number(count);
}
