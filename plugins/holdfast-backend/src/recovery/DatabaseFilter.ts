import { PermissionCriteria } from '@backstage/plugin-permission-common';

/**
 * One thing that is asked of a database.
 *
 * @public
 */
export type DatabaseCondition =
  | {
      key:
        | 'id'
        | 'owner'
        | 'system'
        | 'verdict'
        | 'engine'
        | 'cluster'
        | 'entityRef';
      values: string[];
    }
  /** Occurs in its name, namespace, cluster or owner, in any case. */
  | { key: 'text'; value: string };

/**
 * Which databases are meant: by a request, by a permission, or by both.
 */
export type DatabaseFilter = PermissionCriteria<DatabaseCondition>;

/**
 * What holds when all of some filters hold; undefined when there are none.
 */
export function allOf(
  ...filters: Array<DatabaseFilter | undefined>
): DatabaseFilter | undefined {
  const [first, ...rest] = filters.filter(
    (filter): filter is DatabaseFilter => filter !== undefined,
  );
  return first && rest.length ? { allOf: [first, ...rest] } : first;
}
