import { Knex } from 'knex';
import { VerdictTransitionRow } from '../../recoveryTables';

/**
 * Forgets transitions of verdicts from before a moment in ms since 1970. Returns how many there were.
 */
export async function pruneVerdictTransitions(
  knex: Knex,
  options: { before: number },
): Promise<number> {
  return await knex<VerdictTransitionRow>('verdict_transitions')
    .where('at', '<', options.before)
    .delete();
}
