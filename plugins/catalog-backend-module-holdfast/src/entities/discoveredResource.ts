import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_CLUSTER,
  ANNOTATION_DISCOVERED,
  ANNOTATION_KIND,
  ANNOTATION_NAME,
  ANNOTATION_NAMESPACE,
  databaseIdOf,
  discoveredEntityName,
  ObjectReference,
} from '@holdfast/plugin-holdfast-common';

/** The ref of the entity that stands for a discovered object. It never changes as long as the object keeps its name. */
export function discoveredEntityRef(object: ObjectReference): string {
  return stringifyEntityRef({
    kind: 'Resource',
    namespace: 'default',
    name: discoveredEntityName(object),
  });
}

/** A Resource that stands for an object in a cluster, tied to it by annotations. */
export function discoveredResource(options: {
  type: 'database' | 'backup' | 'backup-storage';
  object: ObjectReference;
  description: string;
  tags: string[];
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  spec: { owner: string; system?: string; dependsOn?: string[] };
}): Entity {
  const { type, object, description, tags, labels, annotations, spec } =
    options;
  const location = `holdfast:${databaseIdOf(object)}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace: 'default',
      name: discoveredEntityName(object),
      title: object.name,
      description,
      tags,
      ...(labels && { labels }),
      annotations: {
        ...annotations,
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_DISCOVERED]: 'true',
        [ANNOTATION_CLUSTER]: object.cluster,
        ...(object.namespace && { [ANNOTATION_NAMESPACE]: object.namespace }),
        [ANNOTATION_KIND]: object.kind,
        [ANNOTATION_NAME]: object.name,
      },
    },
    spec: { type, ...spec },
  };
}
