import { Knex } from 'knex';
import { VerdictTransitionRow } from '../../recoveryTables';

/**
 * Forgets transitions of verdicts from before a moment in ms since 1970, but for the one that tells how a database stood at that moment:
 * without it a verdict that never changed would have no history. Returns how many there were.
 */
export async function pruneVerdictTransitions(
  knex: Knex,
  options: { before: number },
): Promise<number> {
  const { before } = options;
  return await knex<VerdictTransitionRow>('verdict_transitions')
    .where('at', '<', before)
    .andWhere(old =>
      old
        .whereNull('to_verdict')
        .orWhereExists(
          knex('verdict_transitions as newer')
            .select(knex.raw('1'))
            .whereRaw('newer.database_id = verdict_transitions.database_id')
            .andWhere('newer.at', '<=', before)
            .andWhereRaw('newer.id > verdict_transitions.id'),
        ),
    )
    .delete();
}
