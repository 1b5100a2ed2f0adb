import { Fact } from '@holdfast/plugin-holdfast-node';
import { FactLinkRow } from '../../tables';
import { linkOf } from './linkOf';

/**
 * The links of a fact, each once.
 */
export function linksOf(options: {
  cluster: string;
  factId: number;
  fact: Pick<Fact, 'subjects' | 'needs' | 'collects'>;
}): FactLinkRow[] {
  const { cluster, factId, fact } = options;
  const links = new Set<number>();
  for (const target of fact.subjects) {
    links.add(linkOf({ cluster, relation: 'subject', target }));
  }
  for (const target of fact.needs) {
    links.add(linkOf({ cluster, relation: 'need', target }));
  }
  for (const target of fact.collects ?? []) {
    links.add(linkOf({ cluster, relation: 'collect', target }));
  }
  return Array.from(links, link => ({ link, fact_id: factId }));
}
