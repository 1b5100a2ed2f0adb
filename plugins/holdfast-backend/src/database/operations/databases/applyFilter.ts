import { Knex } from 'knex';
import {
  DatabaseCondition,
  DatabaseFilter,
} from '../../../recovery/DatabaseFilter';
import { anyOf } from '../bulk/anyOf';

const columns = {
  id: 'id',
  owner: 'owner',
  system: 'system',
  verdict: 'verdict',
  engine: 'engine',
  cluster: 'cluster',
  entityRef: 'entity_ref',
} as const;

/**
 * Restricts a query on `databases` to those that a filter means.
 */
export function applyFilter(
  query: Knex.QueryBuilder,
  options: { knex: Knex; filter: DatabaseFilter | undefined },
): void {
  const { knex, filter } = options;
  if (!filter) {
    return;
  }
  if ('allOf' in filter) {
    query.where(all => {
      for (const part of filter.allOf) {
        all.andWhere(sub => applyFilter(sub, { knex, filter: part }));
      }
    });
  } else if ('anyOf' in filter) {
    query.where(any => {
      for (const part of filter.anyOf) {
        any.orWhere(sub => applyFilter(sub, { knex, filter: part }));
      }
    });
  } else if ('not' in filter) {
    query.whereNot(sub => applyFilter(sub, { knex, filter: filter.not }));
  } else {
    applyCondition(query, { knex, condition: filter });
  }
}

function applyCondition(
  query: Knex.QueryBuilder,
  options: { knex: Knex; condition: DatabaseCondition },
): void {
  const { knex, condition } = options;
  if (condition.key === 'text') {
    const pattern = condition.value
      .toLocaleLowerCase('en-US')
      .replace(/[\\%_]/g, '\\$&');
    query.whereRaw(`search like ? escape '\\'`, [`%${pattern}%`]);
    return;
  }
  const column = columns[condition.key];
  // Without the first half, a database without owner would be neither in "owned by a" nor in "not owned by a".
  query.whereNotNull(column).andWhere(anyOf(knex, column, condition.values));
}
