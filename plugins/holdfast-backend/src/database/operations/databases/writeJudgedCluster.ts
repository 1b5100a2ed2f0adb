import { Knex } from 'knex';

/**
 * Notes that a cluster was read completely and that all its databases have been judged since.
 */
export async function writeJudgedCluster(
  knex: Knex,
  options: { cluster: string; at: number },
): Promise<void> {
  await knex('judged_clusters').insert(options).onConflict('cluster').merge();
}
