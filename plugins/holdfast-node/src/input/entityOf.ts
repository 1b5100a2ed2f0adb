import {
  ANNOTATION_KIND,
  ANNOTATION_NAME,
  ANNOTATION_NAMESPACE,
  ANNOTATION_PREFIX,
  Database,
  DeclaredAnnotations,
} from '@holdfast/plugin-holdfast-common';
import { CatalogEntity } from './InputObjects';

/** The entity among those of an input that stands for a database. */
export function entityOf(
  database: Database,
  entities: readonly CatalogEntity[],
): CatalogEntity | undefined {
  return entities.find(candidate => standsFor(candidate, database));
}

/** The cluster that a repository is deployed to is not told by its manifests. */
function standsFor(
  { annotations }: CatalogEntity,
  { reference }: Database,
): boolean {
  return (
    annotations[ANNOTATION_KIND] === reference.kind &&
    annotations[ANNOTATION_NAME] === reference.name &&
    (reference.namespace === undefined ||
      annotations[ANNOTATION_NAMESPACE] === reference.namespace)
  );
}

/** The `holdfast.io/` annotations of an entity, by their names without that prefix. */
export function ownAnnotations({
  annotations,
}: CatalogEntity): DeclaredAnnotations {
  return Object.fromEntries(
    Object.entries(annotations).flatMap(([key, text]) =>
      key.startsWith(ANNOTATION_PREFIX)
        ? [[key.slice(ANNOTATION_PREFIX.length), text]]
        : [],
    ),
  );
}
