import { Knex } from 'knex';

/**
 * Whether the database is PostgreSQL rather than SQLite.
 */
export function isPostgres(knex: Knex): boolean {
  return String(knex.client.config.client).includes('pg');
}
