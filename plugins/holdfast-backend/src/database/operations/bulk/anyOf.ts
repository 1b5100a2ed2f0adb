import { Knex } from 'knex';
import { isPostgres } from '../../isPostgres';

/**
 * The condition that a column has one of some texts, as one parameter however many they are.
 */
export function anyOf(
  knex: Knex,
  column: string,
  values: readonly string[],
): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('?? = any(?::text[])', [column, [...values]])
    : knex.raw('?? in (select value from json_each(?))', [
        column,
        JSON.stringify(values),
      ]);
}
