/** `metadata` of an object, with the fields that the server itself reads or writes. */
export interface ObjectMetadata {
  name: string;
  namespace?: string;
  generateName?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  /** ISO 8601 in UTC with whole seconds, as Kubernetes writes it. */
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  [field: string]: unknown;
}

/** Any Kubernetes object, as JSON. */
export interface KubernetesObject {
  apiVersion?: string;
  kind?: string;
  metadata: ObjectMetadata;
  [field: string]: unknown;
}

/** Where an object stands within its resource type. `namespace` is left out for cluster-scoped types. */
export interface ObjectKey {
  namespace?: string;
  name: string;
}
