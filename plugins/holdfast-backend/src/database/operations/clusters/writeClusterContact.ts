import { Knex } from 'knex';
import { ClusterContact } from '../../../inventory/ClusterState';

/**
 * Stores whether a cluster can be reached.
 */
export async function writeClusterContact(
  knex: Knex,
  options: { cluster: string; contact: ClusterContact },
): Promise<void> {
  await knex('clusters')
    .insert({
      name: options.cluster,
      contact: JSON.stringify(options.contact),
    })
    .onConflict('name')
    .merge();
}
