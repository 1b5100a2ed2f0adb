import { Knex } from 'knex';

/**
 * The number of the latest change that is committed.
 */
export async function readNewestSeq(knex: Knex): Promise<number> {
  const row = await knex('change_sequence').first('value');
  return Number(row.value);
}
