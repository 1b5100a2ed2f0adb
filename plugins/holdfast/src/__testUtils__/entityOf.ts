import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_CLUSTER,
  ANNOTATION_KIND,
  ANNOTATION_NAME,
  ANNOTATION_NAMESPACE,
  DatabaseSummary,
} from '@holdfast/plugin-holdfast-common';

/** An entity as it is written for a database, tied to it by annotations. */
export function entityOf({ reference }: DatabaseSummary): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: reference.name.slice(0, 63),
      namespace: 'default',
      annotations: {
        [ANNOTATION_CLUSTER]: reference.cluster,
        [ANNOTATION_NAMESPACE]: reference.namespace ?? '',
        [ANNOTATION_KIND]: reference.kind,
        [ANNOTATION_NAME]: reference.name,
      },
    },
    spec: { type: 'database' },
  };
}
