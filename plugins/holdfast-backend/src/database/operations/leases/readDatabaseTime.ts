import { Knex } from 'knex';
import { isPostgres } from '../../isPostgres';

/**
 * The time in ms since 1970 by the one clock that all replicas share. SQLite has no clock of its own, and no replicas on other
 * machines either.
 */
export async function readDatabaseTime(knex: Knex): Promise<number> {
  if (!isPostgres(knex)) {
    return Date.now();
  }
  const { rows } = await knex.raw(
    'select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now',
  );
  return Number(rows[0].now);
}
