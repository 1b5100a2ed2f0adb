import { Knex } from 'knex';
import { DatabaseFilter } from '../../../recovery/DatabaseFilter';
import {
  DatabaseOrder,
  DatabasePosition,
} from '../../../recovery/DatabaseOrder';
import { StoredSummary } from '../../../recovery/StoredDatabase';
import { applyFilter } from './applyFilter';

/** An exposure that cannot be told counts as longer than any that can. */
const UNKNOWN_RPO_SECONDS = 1e15;

const sortExpressions: Record<DatabaseOrder['field'], string> = {
  verdict: 'verdict_rank',
  name: 'name',
  attainedRpo: `coalesce(attained_rpo_seconds, ${UNKNOWN_RPO_SECONDS})`,
  owner: `coalesce(owner, '')`,
  cluster: 'cluster',
};

/**
 * A page of databases with the position of each, one database more than the limit when there are more.
 */
export async function listDatabases(
  knex: Knex,
  options: {
    filter: DatabaseFilter | undefined;
    order: DatabaseOrder;
    after?: DatabasePosition;
    limit: number;
  },
): Promise<Array<{ summary: StoredSummary; position: DatabasePosition }>> {
  const { filter, order, after, limit } = options;
  const expression = sortExpressions[order.field];
  const query = knex('databases').select(
    'id',
    'summary',
    knex.raw(`${expression} as position`),
  );
  applyFilter(query, { knex, filter });
  if (after) {
    const beyond = order.direction === 'asc' ? '>' : '<';
    query.andWhereRaw(
      `(${expression} ${beyond} ? or (${expression} = ? and id > ?))`,
      [after.value, after.value, after.id],
    );
  }
  const rows: Array<{
    id: string;
    summary: string;
    position: string | number;
  }> = await query
    .orderByRaw(`${expression} ${order.direction}`)
    .orderBy('id')
    .limit(limit);
  return rows.map(row => ({
    summary: JSON.parse(row.summary),
    position: { value: row.position, id: row.id },
  }));
}
