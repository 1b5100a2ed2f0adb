/**
 * A kind of object that an engine needs to see.
 *
 * @public
 */
export interface WatchedResource {
  /** Empty for the core group. */
  group: string;
  version: string;
  plural: string;
  kind: string;
  namespaced: boolean;
  /** Objects of this kind are dropped unless some engine claims them: there are many, and most have nothing to do with databases. */
  claimedOnly?: boolean;
  /** What decides over its being deleted is kept, as of databases it always is: bytes go with it. */
  custody?: boolean;
  /**
   * Only objects with these labels are asked for, in the words of a label selector: `holdfast.io/report`, `app=db`, or several separated by
   * commas.
   */
  labelSelector?: string;
}

/**
 * Kind with its group, as in references and evidence: `Cluster.postgresql.cnpg.io`, `PersistentVolumeClaim`.
 *
 * @public
 */
export function qualifiedKind(resource: { group: string; kind: string }) {
  return resource.group ? `${resource.kind}.${resource.group}` : resource.kind;
}
