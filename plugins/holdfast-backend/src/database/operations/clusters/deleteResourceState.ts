import { Knex } from 'knex';

/**
 * Deletes the state of the sync of a kind.
 */
export async function deleteResourceState(
  knex: Knex,
  options: { cluster: string; kind: string },
): Promise<void> {
  const { cluster, kind } = options;
  await knex('sync_states').where({ cluster, kind }).delete();
}
