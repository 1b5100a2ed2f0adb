import { FactKey } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { SampleRow } from '../../recoveryTables';

/**
 * Hashes of what a query last said about the objects of a cluster.
 */
export async function readSampleHashes(
  knex: Knex,
  options: { cluster: string; query: string },
): Promise<Map<FactKey, string>> {
  const { cluster, query } = options;
  const rows = await knex<SampleRow>('samples')
    .select('subject', 'hash')
    .where({ cluster, query });
  return new Map(rows.map(row => [row.subject, row.hash]));
}
