import { Knex } from 'knex';
import { isPostgres } from '../../isPostgres';

/**
 * The condition that a column has one of some values, as one parameter however many they are.
 */
export function anyOf(
  knex: Knex,
  column: string,
  values: readonly string[] | readonly number[],
): Knex.Raw {
  if (!isPostgres(knex)) {
    return knex.raw('?? in (select value from json_each(?))', [
      column,
      JSON.stringify(values),
    ]);
  }
  const type = typeof values[0] === 'number' ? 'bigint' : 'text';
  return knex.raw(`?? = any(?::${type}[])`, [column, values.map(String)]);
}
