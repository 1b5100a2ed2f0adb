import {
  Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_CLUSTER,
  ANNOTATION_DISCOVERED,
  ANNOTATION_KIND,
  ANNOTATION_NAME,
  ANNOTATION_NAMESPACE,
  databaseIdOf,
} from '@holdfast/plugin-holdfast-common';
import { Claim } from './Claim';
import { holdfastAnnotations } from './holdfastAnnotations';

/** Which annotations name the object of an entity, all of them together. */
const naming = [
  ANNOTATION_CLUSTER,
  ANNOTATION_NAMESPACE,
  ANNOTATION_KIND,
  ANNOTATION_NAME,
] as const;

/**
 * The claim of an entity to a database.
 *
 * @returns which annotations are missing, when it names its database only in part
 */
export function claimOf(entity: Entity): Claim | { missing: string[] } {
  const annotations = entity.metadata.annotations ?? {};
  const missing = naming.filter(name => !annotations[name]);
  if (missing.length) {
    return { missing };
  }
  const owner = targetOf(entity, RELATION_OWNED_BY);
  const system = targetOf(entity, RELATION_PART_OF, 'system');
  return {
    entityRef: stringifyEntityRef(entity),
    databaseId: databaseIdOf({
      cluster: annotations[ANNOTATION_CLUSTER],
      namespace: annotations[ANNOTATION_NAMESPACE],
      kind: annotations[ANNOTATION_KIND],
      name: annotations[ANNOTATION_NAME],
    }),
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
