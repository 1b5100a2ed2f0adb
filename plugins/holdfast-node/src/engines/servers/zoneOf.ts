import { Observed } from '@holdfast/plugin-holdfast-common';
import {
  factKeyOf,
  FactReader,
  GatheredFacts,
  qualifiedKind,
} from '../../engine';
import { zoneLabel } from '../volumes/names';
import { nodes } from '../volumes/resources';

/** The zone of the node that a pod runs on; undefined while it has none, or the node could not be read. */
export function zoneOf(
  facts: GatheredFacts,
  pod: FactReader | undefined,
): Observed<string> | undefined {
  const name = pod?.string('spec', 'nodeName')?.value;
  const node =
    name === undefined
      ? undefined
      : facts.input.find(factKeyOf({ kind: qualifiedKind(nodes), name }));
  return node && facts.read(node).string('metadata', 'labels', zoneLabel);
}
