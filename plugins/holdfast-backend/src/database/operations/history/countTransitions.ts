import { Knex } from 'knex';

/** How many transitions of a database are kept. */
export async function countTransitions(
  knex: Knex,
  options: { databaseId: string },
): Promise<number> {
  const [{ count }] = await knex('verdict_transitions')
    .where({ database_id: options.databaseId })
    .count({ count: '*' });
  return Number(count);
}
