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

/** The objects in the output of kustomize. */
export function parseObjects(text: string): KubernetesObject[] {
  return parseDocuments(text) as KubernetesObject[];
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
