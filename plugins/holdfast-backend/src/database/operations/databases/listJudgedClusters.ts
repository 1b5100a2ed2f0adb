import { Knex } from 'knex';

/**
 * The clusters that were read completely and judged as a whole at least once.
 */
export async function listJudgedClusters(knex: Knex): Promise<Set<string>> {
  const rows: Array<{ cluster: string }> = await knex('judged_clusters').select(
    'cluster',
  );
  return new Set(rows.map(({ cluster }) => cluster));
}
