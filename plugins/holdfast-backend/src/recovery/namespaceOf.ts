import { JsonValue } from '@backstage/types';
import { ANNOTATION_PREFIX } from '@holdfast/plugin-holdfast-common';
import { factKeyOf } from '@holdfast/plugin-holdfast-node';
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
  const metadata = objectIn(fact.data, 'metadata');
  return {
    name: fact.name,
    annotations: {
      ...ownEntries(objectIn(metadata, 'labels')),
      ...ownEntries(objectIn(metadata, 'annotations')),
    },
  };
}

function objectIn(value: JsonValue | undefined, key: string) {
  const isObject =
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? value[key] : undefined;
}

function ownEntries(value: JsonValue | undefined): Record<string, string> {
  const entries: Record<string, string> = {};
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [key, text] of Object.entries(value)) {
      if (key.startsWith(ANNOTATION_PREFIX) && typeof text === 'string') {
        entries[key.slice(ANNOTATION_PREFIX.length)] = text;
      }
    }
  }
  return entries;
}
