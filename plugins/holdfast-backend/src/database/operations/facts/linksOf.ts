import { Fact } from '@holdfast/plugin-holdfast-node';
import { FactLinkRow, LinkRelation } from '../../tables';
import { linkKey } from './linkKey';

/**
 * The links of a fact, each once.
 */
export function linksOf(options: {
  cluster: string;
  factId: number;
  fact: Pick<Fact, 'subjects' | 'needs' | 'collects'>;
}): FactLinkRow[] {
  const { cluster, factId, fact } = options;
  const relations: Array<[LinkRelation, readonly string[]]> = [
    ['subject', fact.subjects],
    ['need', fact.needs],
    ['collect', fact.collects ?? []],
  ];
  return relations.flatMap(([relation, keys]) =>
    [...new Set(keys.map(linkKey))].map(target => ({
      cluster,
      target,
      relation,
      fact_id: factId,
    })),
  );
}
