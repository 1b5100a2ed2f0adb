import { Knex } from 'knex';
import { ResourceState } from '../../../inventory/ClusterState';
import { SyncStateRow } from '../../tables';

/**
 * How far each kind has been read, of one cluster or of all, by cluster.
 */
export async function readResourceStates(
  knex: Knex,
  options?: { cluster: string },
): Promise<Map<string, ResourceState[]>> {
  const query = knex<SyncStateRow>('sync_states').orderBy(['cluster', 'kind']);
  const rows = options ? await query.where(options) : await query;
  const states = new Map<string, ResourceState[]>();
  for (const row of rows) {
    const known = states.get(row.cluster) ?? [];
    known.push(JSON.parse(row.state));
    states.set(row.cluster, known);
  }
  return states;
}
