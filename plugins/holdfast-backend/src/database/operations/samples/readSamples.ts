import { FactKey, MetricSample } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { SampleRow } from '../../recoveryTables';
import { anyOf } from '../bulk/anyOf';

/**
 * The newest samples about objects of a cluster, by object.
 */
export async function readSamples(
  knex: Knex,
  options: { cluster: string; subjects: readonly FactKey[] },
): Promise<Map<FactKey, MetricSample[]>> {
  const { cluster, subjects } = options;
  const rows = await knex<SampleRow>('samples')
    .select('subject', 'body', 'observed_at')
    .where({ cluster })
    .andWhere(anyOf(knex, 'subject', subjects))
    .orderBy(['subject', 'query']);
  const samples = new Map<FactKey, MetricSample[]>();
  for (const row of rows) {
    const observedAt = new Date(Number(row.observed_at)).toISOString();
    const known = samples.get(row.subject) ?? [];
    for (const sample of JSON.parse(row.body)) {
      known.push({ ...sample, observedAt });
    }
    samples.set(row.subject, known);
  }
  return samples;
}
