import { Fact, FactKey } from '@holdfast/plugin-holdfast-node';
import { LinkRelation } from '../../tables';
import { linkKey } from './linkKey';

/**
 * That a fact is about, needs or collects a key.
 */
export interface FactLink {
  relation: LinkRelation;
  /** See {@link linkKey}. */
  target: FactKey;
  fact_id: number;
}

/**
 * The links of a fact, each once.
 */
export function linksOf(
  factId: number,
  fact: Pick<Fact, 'subjects' | 'needs' | 'collects'>,
): FactLink[] {
  const relations: Array<[LinkRelation, readonly FactKey[]]> = [
    ['subject', fact.subjects],
    ['need', fact.needs],
    ['collect', fact.collects ?? []],
  ];
  return relations.flatMap(([relation, keys]) =>
    [...new Set(keys.map(linkKey))].map(target => ({
      relation,
      target,
      fact_id: factId,
    })),
  );
}
