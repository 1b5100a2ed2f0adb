import { FactKey } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { DatabaseRow } from '../../recoveryTables';

/**
 * Which version each database of a cluster was judged with, by the keys of their facts.
 */
export async function listJudgedWith(
  knex: Knex,
  options: { cluster: string },
): Promise<Map<FactKey, string>> {
  const rows = await knex<DatabaseRow>('databases')
    .select('fact_key', 'judged_with')
    .where({ cluster: options.cluster });
  return new Map(rows.map(row => [row.fact_key, row.judged_with]));
}
