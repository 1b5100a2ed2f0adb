import { Knex } from 'knex';

/** Takes a waiver away. False: the database has none of that id. */
export async function deleteWaiver(
  knex: Knex,
  options: { id: string; databaseId: string },
): Promise<boolean> {
  const { id, databaseId } = options;
  const deleted = await knex('waivers')
    .where({ id, database_id: databaseId })
    .delete();
  return deleted > 0;
}
