import { Knex } from 'knex';
import { VerdictTransitionRow } from '../../recoveryTables';
import { StoredTransition, transitionOf } from './transitionOf';

/**
 * How one incarnation of a database stood at a moment in ms since 1970, and what changed since, the oldest first.
 */
export async function readTransitionsSince(
  knex: Knex,
  options: { databaseId: string; uid: string; since: number },
): Promise<StoredTransition[]> {
  const { databaseId, uid, since } = options;
  const own = () =>
    knex<VerdictTransitionRow>('verdict_transitions')
      .select()
      .where({ database_id: databaseId, uid });
  const before = await own()
    .andWhere('at', '<', since)
    .orderBy('id', 'desc')
    .limit(1);
  const later = await own().andWhere('at', '>=', since).orderBy('id');
  return [...before, ...later].map(transitionOf);
}
