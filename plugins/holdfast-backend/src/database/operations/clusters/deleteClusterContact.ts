import { Knex } from 'knex';

/**
 * Deletes the contact with a cluster.
 */
export async function deleteClusterContact(
  knex: Knex,
  options: { cluster: string },
): Promise<void> {
  await knex('clusters').where({ name: options.cluster }).delete();
}
