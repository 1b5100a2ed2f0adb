import {
  Entity,
  entityEnvelopeSchemaValidator,
} from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';

/** As much of a Kubernetes object as tests look at. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  // Tests reach into specs of many kinds by paths that the API server knows, and that a wrong path would make undefined.
  [field: string]: any;
}

/** The documents of a YAML file; throws at what is not sound, duplicate keys included. */
export function parseDocuments(text: string): unknown[] {
  return parseAllDocuments(text).map(document => {
    if (document.errors.length > 0) throw document.errors[0];
    return document.toJS();
  });
}

/**
 * The objects in a manifest, or in the output of kustomize.
 *
 * @throws Error with a document that is no object
 */
export function parseObjects(text: string): KubernetesObject[] {
  return parseDocuments(text).map(document => {
    if (isKubernetesObject(document)) return document;
    throw new Error(`${JSON.stringify(document)} is no Kubernetes object`);
  });
}

/**
 * The entities in a `catalog-info.yaml`.
 *
 * @throws TypeError with what keeps a document from being one
 */
export function parseEntities(text: string): Entity[] {
  const entityIn = entityEnvelopeSchemaValidator<Entity>();
  return parseDocuments(text).map(document => entityIn(document));
}

function isKubernetesObject(value: unknown): value is KubernetesObject {
  const { apiVersion, kind, metadata } = Object(value);
  return (
    typeof apiVersion === 'string' &&
    typeof kind === 'string' &&
    typeof Object(metadata).name === 'string'
  );
}

/** Those of one kind, with its group where the kind alone is not enough. */
export function ofKind(
  objects: KubernetesObject[],
  kind: string,
): KubernetesObject[] {
  const [name, ...group] = kind.split('.');
  return objects.filter(
    object =>
      object.kind === name &&
      (group.length === 0 ||
        object.apiVersion.startsWith(`${group.join('.')}/`)),
  );
}
