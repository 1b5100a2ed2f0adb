import { Knex } from 'knex';
import { VerdictTransitionRow } from '../../recoveryTables';
import { StoredTransition, transitionOf } from './transitionOf';

/**
 * Transitions of a database in all its incarnations, the newest first.
 *
 * @param options - `after` is the number of the last one of the page before
 */
export async function listTransitions(
  knex: Knex,
  options: { databaseId: string; after?: number; limit: number },
): Promise<StoredTransition[]> {
  const { databaseId, after, limit } = options;
  const query = knex<VerdictTransitionRow>('verdict_transitions')
    .select()
    .where({ database_id: databaseId })
    .orderBy('id', 'desc')
    .limit(limit);
  if (after !== undefined) {
    query.andWhere('id', '<', after);
  }
  return (await query).map(transitionOf);
}
