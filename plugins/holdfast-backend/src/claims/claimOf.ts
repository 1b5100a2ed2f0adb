import {
  Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_DISCOVERED,
  claimedObject,
  databaseIdOf,
} from '@holdfast/plugin-holdfast-common';
import { Claim } from './Claim';
import { holdfastAnnotations } from './holdfastAnnotations';

/**
 * The claim of an entity to a database.
 *
 * @returns which annotations are missing, when it names its database only in part
 */
export function claimOf(entity: Entity): Claim | { missing: string[] } {
  const annotations = entity.metadata.annotations ?? {};
  const claimed = claimedObject(annotations);
  if ('missing' in claimed) {
    return claimed;
  }
  const owner = targetOf(entity, RELATION_OWNED_BY);
  const system = targetOf(entity, RELATION_PART_OF, 'system');
  return {
    entityRef: stringifyEntityRef(entity),
    databaseId: databaseIdOf(claimed.object),
    discovered: annotations[ANNOTATION_DISCOVERED] === 'true',
    ...(owner !== undefined && { owner }),
    ...(system !== undefined && { system }),
    annotations: holdfastAnnotations(entity),
  };
}

function targetOf(
  entity: Entity,
  type: string,
  kind?: string,
): string | undefined {
  return entity.relations?.find(
    relation =>
      relation.type === type &&
      (!kind || parseEntityRef(relation.targetRef).kind === kind),
  )?.targetRef;
}
