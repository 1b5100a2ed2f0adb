import { FactKey } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { LinkRelation } from '../../tables';
import { anyOf } from '../bulk/anyOf';
import { linkKey } from './linkKey';

/**
 * A fact and the key that it is linked to.
 */
export interface LinkedFact {
  /** As asked for. */
  target: FactKey;
  key: FactKey;
  /** The fact as JSON. */
  body: string;
}

/**
 * Facts of one cluster that are linked to some keys, once for each of the keys.
 */
export async function readFactsLinkedTo(
  knex: Knex,
  options: {
    cluster: string;
    relations: readonly LinkRelation[];
    targets: readonly FactKey[];
  },
): Promise<LinkedFact[]> {
  const { cluster, relations, targets } = options;
  if (!targets.length) {
    return [];
  }
  const asked = new Map(targets.map(target => [linkKey(target), target]));
  const rows: LinkedFact[] = await knex('fact_links')
    .join('facts', 'facts.id', 'fact_links.fact_id')
    .select('fact_links.target', 'facts.key', 'facts.body')
    .where('fact_links.cluster', cluster)
    .whereIn('fact_links.relation', relations)
    .where(anyOf(knex, 'fact_links.target', [...asked.keys()]));
  return rows.map(row => ({
    ...row,
    target: asked.get(row.target) ?? row.target,
  }));
}
