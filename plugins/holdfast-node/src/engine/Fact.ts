import { JsonObject } from '@backstage/types';

/**
 * The key of an object within its cluster: `kind.group/namespace/name`, with an empty namespace where there is none. Engines may also use keys that
 * stand for no object, such as a path in a store, to bring facts together.
 *
 * @public
 */
export type FactKey = string;

/**
 * What an engine keeps of one object, and what that has to do with other objects. Everything else about the object is forgotten.
 *
 * @public
 */
export interface Projection {
  /**
   * Keys of the databases (or of the things they share) that this object is about. A Backup is about its Cluster; a claim with
   * the operator's label is about the Cluster it names.
   */
  subjects: FactKey[];
  /** Keys of objects that have to be read with this one: a store, a storage class, a volume. They need not exist. */
  needs: FactKey[];
  /**
   * Keys whose facts are to be read with this one as if they were about it: a path in a store, so as to see who else writes
   * there. What is not a database itself collects for those that it is about: a backup the jobs that it names as theirs.
   */
  collects?: FactKey[];
  /** The fields that judgement uses, in the engine's own words. */
  data: JsonObject;
}

/**
 * One projected object as it lies in the inventory.
 *
 * @public
 */
export interface Fact extends Projection {
  key: FactKey;
  /** Kind with its group. */
  kind: string;
  namespace?: string;
  name: string;
  uid: string;
  createdAt?: string;
}

/**
 * @public
 */
export function factKeyOf(object: {
  kind: string;
  namespace?: string;
  name: string;
}): FactKey {
  return `${object.kind}/${object.namespace ?? ''}/${object.name}`;
}
