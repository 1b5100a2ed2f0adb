/** One kind of object that the simulated API server serves. */
export interface ResourceType {
  /** `''` for the core group. */
  group: string;
  version: string;
  plural: string;
  kind: string;
  namespaced: boolean;
  /** Whether `status` is written through `/status` only, as almost every operator's CRD has it. */
  statusSubresource: boolean;
}

/** Groups that kube-apiserver serves itself; every other one comes from a CustomResourceDefinition. */
const BUILT_IN_GROUPS = new Set([
  '',
  'apps',
  'batch',
  'networking.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'storage.k8s.io',
]);

/** `v1`, `postgresql.cnpg.io/v1` */
export function apiVersionOf(type: ResourceType): string {
  return type.group ? `${type.group}/${type.version}` : type.version;
}

/** The name that errors and CRDs use: `pods`, `clusters.postgresql.cnpg.io`. */
export function resourceName(type: ResourceType): string {
  return type.group ? `${type.plural}.${type.group}` : type.plural;
}

export function isBuiltIn(type: ResourceType): boolean {
  return BUILT_IN_GROUPS.has(type.group);
}
