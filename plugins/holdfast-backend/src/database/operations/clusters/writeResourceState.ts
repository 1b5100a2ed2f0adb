import { Knex } from 'knex';
import { ResourceState } from '../../../inventory/ClusterState';

/**
 * Stores how far a kind has been read in a cluster.
 */
export async function writeResourceState(
  knex: Knex,
  options: { cluster: string; state: ResourceState },
): Promise<void> {
  const { cluster, state } = options;
  await knex('sync_states')
    .insert({ cluster, kind: state.kind, state: JSON.stringify(state) })
    .onConflict(['cluster', 'kind'])
    .merge();
}
