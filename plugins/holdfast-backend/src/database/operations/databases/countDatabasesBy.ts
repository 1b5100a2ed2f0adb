import { Knex } from 'knex';
import { DatabaseFilter } from '../../../recovery/DatabaseFilter';
import { applyFilter } from './applyFilter';

/**
 * How many databases there are of each value of a column. Databases without one are left out.
 */
export async function countDatabasesBy(
  knex: Knex,
  options: {
    column: 'verdict' | 'engine' | 'cluster' | 'owner';
    filter: DatabaseFilter | undefined;
  },
): Promise<Record<string, number>> {
  const { column, filter } = options;
  const query = knex('databases')
    .select<Array<{ value: string; total: number | string }>>(
      `${column} as value`,
      knex.raw('count(*) as total'),
    )
    .whereNotNull(column)
    .groupBy(column)
    .orderBy(column);
  applyFilter(query, { knex, filter });
  const rows = await query;
  return Object.fromEntries(
    rows.map(({ value, total }) => [value, Number(total)]),
  );
}
