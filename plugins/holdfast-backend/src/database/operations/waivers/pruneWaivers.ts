import { Knex } from 'knex';

/** Forgets waivers that ended before a moment in ms since 1970. Returns how many there were. */
export async function pruneWaivers(
  knex: Knex,
  options: { endedBefore: number },
): Promise<number> {
  return await knex('waivers')
    .where('until', '<', options.endedBefore)
    .delete();
}
