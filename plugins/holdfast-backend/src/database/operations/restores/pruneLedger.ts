import { Knex } from 'knex';

/**
 * Forgets restores and failovers from before a moment (ms since 1970), but for the last restore of each outcome and the last failover of every
 * incarnation: they go on to count.
 */
export async function pruneLedger(
  knex: Knex,
  options: { before: number },
): Promise<void> {
  const { before } = options;
  await knex('restores')
    .where('started_at', '<', before)
    .whereExists(
      knex('restores as newer')
        .select(knex.raw('1'))
        .whereRaw(
          'newer.database_id = restores.database_id and newer.uid = restores.uid and newer.outcome = restores.outcome and newer.started_at > restores.started_at',
        ),
    )
    .delete();
  await knex('failovers')
    .where('ended_at', '<', before)
    .whereExists(
      knex('failovers as newer')
        .select(knex.raw('1'))
        .whereRaw(
          'newer.database_id = failovers.database_id and newer.uid = failovers.uid and newer.ended_at > failovers.ended_at',
        ),
    )
    .delete();
}
