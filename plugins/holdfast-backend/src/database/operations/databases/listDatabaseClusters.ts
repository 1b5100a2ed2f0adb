import { Knex } from 'knex';

/**
 * The clusters that databases are kept of.
 */
export async function listDatabaseClusters(knex: Knex): Promise<string[]> {
  const rows: Array<{ cluster: string }> = await knex('databases')
    .distinct('cluster')
    .orderBy('cluster');
  return rows.map(({ cluster }) => cluster);
}
