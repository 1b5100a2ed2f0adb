/**
 * Names one Kubernetes object in the fleet.
 *
 * @public
 */
export interface ObjectReference {
  /** Name of the Kubernetes cluster as it is configured, not what the API server calls itself. */
  cluster: string;
  /** Kind with its group, `Cluster.postgresql.cnpg.io`; the core group is left out, `PersistentVolumeClaim`. */
  kind: string;
  /** Absent for objects that belong to no namespace. */
  namespace?: string;
  name: string;
}

/**
 * The id of a database: `cluster/namespace/kind.group/name`. It survives a change of owner or entity, and stays the same when
 * the object is deleted and made anew (the new one is another incarnation, told apart by its uid).
 *
 * @public
 */
export function databaseIdOf(reference: ObjectReference): string {
  return `${reference.cluster}/${reference.namespace ?? ''}/${reference.kind}/${
    reference.name
  }`;
}
