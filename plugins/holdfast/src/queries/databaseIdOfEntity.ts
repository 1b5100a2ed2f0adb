import { Entity } from '@backstage/catalog-model';
import { claimedObject, databaseIdOf } from '@holdfast/plugin-holdfast-common';

/** The id that an entity's annotations name; undefined unless all four are there. */
export function databaseIdOfEntity(entity: Entity): string | undefined {
  const claimed = claimedObject(entity.metadata.annotations);
  return 'object' in claimed ? databaseIdOf(claimed.object) : undefined;
}
