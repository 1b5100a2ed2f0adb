import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

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
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDirectory });
  }
  return knex;
}
