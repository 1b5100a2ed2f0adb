import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_PREFIX,
  DeclaredAnnotations,
} from '@holdfast/plugin-holdfast-common';

/**
 * The `holdfast.io/` annotations of an entity by their names without that prefix, in the order of these.
 */
export function holdfastAnnotations(entity: Entity): DeclaredAnnotations {
  return Object.fromEntries(
    Object.entries(entity.metadata.annotations ?? {})
      .filter(([name]) => name.startsWith(ANNOTATION_PREFIX))
      .map(([name, value]) => [name.slice(ANNOTATION_PREFIX.length), value])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
