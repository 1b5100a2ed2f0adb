import { Knex } from 'knex';
import { DatabaseFilter } from '../../../recovery/DatabaseFilter';
import { applyFilter } from './applyFilter';

/**
 * How many databases a filter means.
 */
export async function countDatabases(
  knex: Knex,
  options: { filter: DatabaseFilter | undefined },
): Promise<number> {
  const query = knex('databases').count({ total: '*' });
  applyFilter(query, { knex, filter: options.filter });
  const [{ total }] = await query;
  return Number(total);
}
