import { ListDatabasesQuery } from '@holdfast/plugin-holdfast-common';
import { allOf, DatabaseCondition, DatabaseFilter } from './DatabaseFilter';
import { DatabaseOrder } from './DatabaseOrder';

type FilterQuery = Pick<
  ListDatabasesQuery,
  'verdict' | 'owner' | 'engine' | 'cluster' | 'entityRef' | 'text'
>;

/**
 * The databases that the query of a request means: those for which every parameter holds.
 */
export function filterOf(query: FilterQuery): DatabaseFilter | undefined {
  const { entityRef, text } = query;
  const conditions: DatabaseCondition[] = [];
  for (const key of ['verdict', 'engine', 'cluster'] as const) {
    const values = query[key];
    if (values) {
      conditions.push({ key, values });
    }
  }
  if (query.owner) {
    conditions.push({ key: 'owner', values: query.owner.map(lowerCase) });
  }
  if (entityRef !== undefined) {
    conditions.push({ key: 'entityRef', values: [lowerCase(entityRef)] });
  }
  if (text !== undefined) {
    conditions.push({ key: 'text', value: text });
  }
  return allOf(...conditions);
}

/**
 * The order that `field,direction` means.
 */
export function orderOf(
  orderField: NonNullable<ListDatabasesQuery['orderField']>,
): DatabaseOrder {
  switch (orderField) {
    case 'verdict,asc':
      return { field: 'verdict', direction: 'asc' };
    case 'verdict,desc':
      return { field: 'verdict', direction: 'desc' };
    case 'name,asc':
      return { field: 'name', direction: 'asc' };
    case 'name,desc':
      return { field: 'name', direction: 'desc' };
    case 'attainedRpo,asc':
      return { field: 'attainedRpo', direction: 'asc' };
    case 'attainedRpo,desc':
      return { field: 'attainedRpo', direction: 'desc' };
    case 'owner,asc':
      return { field: 'owner', direction: 'asc' };
    case 'owner,desc':
      return { field: 'owner', direction: 'desc' };
    case 'cluster,asc':
      return { field: 'cluster', direction: 'asc' };
    case 'cluster,desc':
      return { field: 'cluster', direction: 'desc' };
    default:
      return orderField satisfies never;
  }
}

/** Entity refs are compared in any case. */
function lowerCase(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
