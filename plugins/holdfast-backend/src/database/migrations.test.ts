import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrationsDirectory } from './migrateDatabase';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_18'],
});

async function tablesOf(knex: Knex): Promise<string[]> {
  const rows: Array<{ name: string }> = String(
    knex.client.config.client,
  ).includes('pg')
    ? await knex('pg_catalog.pg_tables')
        .select({ name: 'tablename' })
        .where({ schemaname: 'public' })
    : await knex('sqlite_master').select('name').where({ type: 'table' });
  return rows
    .map(({ name }) => name)
    .filter(name => !/^(sqlite|knex_migrations)/.test(name))
    .sort();
}

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  it('can be applied, taken back and applied again', async () => {
    const knex = await databases.init(databaseId);
    const migrations = { directory: migrationsDirectory };

    await knex.migrate.latest(migrations);
    const tables = await tablesOf(knex);
    expect(tables).toEqual(
      expect.arrayContaining(['changes', 'clusters', 'facts', 'leases']),
    );

    await knex.migrate.rollback(migrations, true);
    await expect(tablesOf(knex)).resolves.toEqual([]);

    await knex.migrate.latest(migrations);
    await expect(tablesOf(knex)).resolves.toEqual(tables);
    await knex.destroy();
  });
});
