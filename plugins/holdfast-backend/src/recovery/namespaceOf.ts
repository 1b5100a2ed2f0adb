import { JsonObject } from '@backstage/types';
import { ANNOTATION_PREFIX } from '@holdfast/plugin-holdfast-common';
import { factKeyOf, objectAt } from '@holdfast/plugin-holdfast-node';
import { RelatedFacts } from '../inventory/Inventory';

/**
 * What the namespace of a database says with `holdfast.io/` labels and annotations, by their names without that prefix. An annotation
 * goes before a label of the same name, which cannot hold a whole entity ref.
 */
export function namespaceOf(
  facts: RelatedFacts,
): { name: string; annotations: Record<string, string> } | undefined {
  const name = facts.root.namespace;
  const fact =
    name === undefined
      ? undefined
      : facts.find(factKeyOf({ kind: 'Namespace', name }));
  if (!fact) {
    return undefined;
  }
  return {
    name: fact.name,
    annotations: {
      ...ownEntries(objectAt(fact.data, 'metadata', 'labels')),
      ...ownEntries(objectAt(fact.data, 'metadata', 'annotations')),
    },
  };
}

function ownEntries(values: JsonObject): Record<string, string> {
  const entries: Record<string, string> = {};
  for (const [key, text] of Object.entries(values)) {
    if (key.startsWith(ANNOTATION_PREFIX) && typeof text === 'string') {
      entries[key.slice(ANNOTATION_PREFIX.length)] = text;
    }
  }
  return entries;
}
