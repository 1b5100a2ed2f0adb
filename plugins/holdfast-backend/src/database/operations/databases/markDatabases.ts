import { Knex } from 'knex';
import { anyOf } from '../bulk/anyOf';

/**
 * Which databases to judge anew.
 */
export type MarkedDatabases =
  | { ids: readonly string[] }
  | { cluster: string; factKeys: readonly string[] }
  /** Databases of one of these owners, or part of one of these Systems. */
  | { ownersOrSystems: readonly string[] };

/**
 * Notes that databases have to be judged anew though none of their facts changed.
 */
export async function markDatabases(
  knex: Knex,
  databases: MarkedDatabases,
): Promise<void> {
  const query = knex('databases').increment('marks', 1);
  if ('ids' in databases) {
    query.where(anyOf(knex, 'id', databases.ids));
  } else if ('ownersOrSystems' in databases) {
    query
      .where(anyOf(knex, 'owner', databases.ownersOrSystems))
      .orWhere(anyOf(knex, 'system', databases.ownersOrSystems));
  } else {
    query
      .where({ cluster: databases.cluster })
      .andWhere(anyOf(knex, 'fact_key', databases.factKeys));
  }
  await query;
}
