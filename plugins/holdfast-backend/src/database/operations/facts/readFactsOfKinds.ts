import { Fact } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { parseFact } from '../../../inventory/parseFact';
import { FactRow } from '../../tables';

/**
 * All facts of some kinds, by cluster.
 */
export async function readFactsOfKinds(
  knex: Knex,
  options: { kinds: readonly string[] },
): Promise<Map<string, Fact[]>> {
  const rows = await knex<FactRow>('facts')
    .select('cluster', 'body')
    .whereIn('kind', options.kinds);
  const facts = new Map<string, Fact[]>();
  for (const { cluster, body } of rows) {
    const ofCluster = facts.get(cluster) ?? [];
    ofCluster.push(parseFact(body));
    facts.set(cluster, ofCluster);
  }
  return facts;
}
