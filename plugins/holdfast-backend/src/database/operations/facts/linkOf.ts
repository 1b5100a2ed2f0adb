import { FactKey } from '@holdfast/plugin-holdfast-node';
import { LinkRelation } from '../../tables';

/**
 * The number that stands for "about", "needs" or "collects" a key in a cluster. There are three times as many links as facts; as numbers
 * they take a third of the time to write that texts take, and keys that are too long for an index do no harm. Of its 53 bits, two may be
 * equal: whoever finds a fact by a link has to see for himself.
 *
 * It is stored: another way to work it out needs another table.
 */
export function linkOf(options: {
  cluster: string;
  relation: LinkRelation;
  target: FactKey;
}): number {
  const { cluster, relation, target } = options;
  return digest(`${relation} ${cluster} ${target}`);
}

/** Two multiplicative hashes side by side, each stirred at the end so that all of its bits depend on all of the text. */
function digest(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return (stir(high) & 0x1fffff) * 0x1_0000_0000 + (stir(low ^ high) >>> 0);
}

function stir(word: number): number {
  let stirred = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  stirred = Math.imul(stirred ^ (stirred >>> 13), 0xc2b2ae35);
  return stirred ^ (stirred >>> 16);
}
