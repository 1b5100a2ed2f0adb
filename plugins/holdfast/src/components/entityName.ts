import { parseEntityRef } from '@backstage/catalog-model';

/** The name in an entity ref; the text itself where it is none. */
export function entityName(entityRef: string): string {
  try {
    return parseEntityRef(entityRef).name;
  } catch {
    return entityRef;
  }
}
