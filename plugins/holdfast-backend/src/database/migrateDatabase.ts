import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * Where the migrations lie.
 *
 * @alpha
 */
export const migrationsDirectory = resolvePackagePath(
  '@holdfast/plugin-holdfast-backend',
  'migrations',
);

/**
 * Opens the plugin's database and brings its tables up to date, unless migrations are switched off.
 *
 * @alpha
 */
export async function migrateDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!isPostgres(knex)) {
    // A transaction then need not wait until the disk has it all. After a power cut the last ones may be missing, but never a part of
    // one: what they had is read from the clusters again.
    await knex.raw('pragma journal_mode = wal');
    await knex.raw('pragma synchronous = normal');
  }
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDirectory });
  }
  return knex;
}
