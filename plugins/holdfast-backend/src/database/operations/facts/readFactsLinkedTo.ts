import { Fact, FactKey } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { parseFact } from '../../../inventory/parseFact';
import { LinkRelation } from '../../tables';
import { anyOf } from '../bulk/anyOf';
import { linkOf } from './linkOf';

/**
 * A fact and the key that it is linked to.
 */
export interface LinkedFact {
  target: FactKey;
  fact: Fact;
}

/**
 * Facts of one cluster that are about, need or collect some keys, once for each of the keys.
 */
export async function readFactsLinkedTo(
  knex: Knex,
  options: {
    cluster: string;
    relation: LinkRelation;
    targets: readonly FactKey[];
  },
): Promise<LinkedFact[]> {
  const { cluster, relation, targets } = options;
  if (!targets.length) {
    return [];
  }
  const byLink = new Map(
    targets.map(target => [linkOf({ cluster, relation, target }), target]),
  );
  const rows: Array<{ link: number | string; body: string }> = await knex(
    'fact_links',
  )
    .join('facts', 'facts.id', 'fact_links.fact_id')
    .select('fact_links.link', 'facts.body')
    .where('facts.cluster', cluster)
    .where(anyOf(knex, 'fact_links.link', [...byLink.keys()]));
  return rows.flatMap(row => {
    const target = byLink.get(Number(row.link));
    const fact = parseFact(row.body);
    return target !== undefined && targetsOf(fact, relation).includes(target)
      ? [{ target, fact }]
      : [];
  });
}

function targetsOf(fact: Fact, relation: LinkRelation): readonly FactKey[] {
  switch (relation) {
    case 'subject':
      return fact.subjects;
    case 'need':
      return fact.needs;
    default:
      return fact.collects ?? [];
  }
}
