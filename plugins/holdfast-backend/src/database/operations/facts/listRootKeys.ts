import { Knex } from 'knex';
import { Root } from '../../../inventory/Inventory';

/**
 * Facts of some kinds in the order of cluster and key, a page at a time.
 */
export async function listRootKeys(
  knex: Knex,
  options: { kinds: readonly string[]; after?: Root; limit: number },
): Promise<Root[]> {
  const { kinds, after, limit } = options;
  const query = knex('facts')
    .select('cluster', 'key')
    .whereIn('kind', kinds)
    .orderBy(['cluster', 'key'])
    .limit(limit);
  if (after) {
    query.whereRaw('(cluster, key) > (?, ?)', [after.cluster, after.key]);
  }
  return await query;
}
