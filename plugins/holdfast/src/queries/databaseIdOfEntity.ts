import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_CLUSTER,
  ANNOTATION_KIND,
  ANNOTATION_NAME,
  ANNOTATION_NAMESPACE,
  databaseIdOf,
} from '@holdfast/plugin-holdfast-common';

/** The id that an entity's annotations name; undefined unless all four are there. */
export function databaseIdOfEntity(entity: Entity): string | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const cluster = annotations[ANNOTATION_CLUSTER];
  const namespace = annotations[ANNOTATION_NAMESPACE];
  const kind = annotations[ANNOTATION_KIND];
  const name = annotations[ANNOTATION_NAME];
  return cluster && namespace && kind && name
    ? databaseIdOf({ cluster, namespace, kind, name })
    : undefined;
}
