import { FactKey } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { SampleRow } from '../../recoveryTables';

/**
 * What samples from before a moment are about, by cluster.
 */
export async function listOldSamples(
  knex: Knex,
  options: { before: number },
): Promise<Map<string, FactKey[]>> {
  const rows = await knex<SampleRow>('samples')
    .distinct('cluster', 'subject')
    .where('observed_at', '<', options.before);
  const subjects = new Map<string, FactKey[]>();
  for (const { cluster, subject } of rows) {
    const known = subjects.get(cluster) ?? [];
    known.push(subject);
    subjects.set(cluster, known);
  }
  return subjects;
}
