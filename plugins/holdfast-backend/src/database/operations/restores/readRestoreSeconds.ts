import { Knex } from 'knex';
import { RestoreRow } from '../../ledgerTables';

/** Beyond this the middle does not move. */
const most = 1000;

/**
 * How long the restores of one incarnation of a database took that succeeded, newest first, at most 1000. In seconds.
 */
export async function readRestoreSeconds(
  knex: Knex,
  options: { databaseId: string; uid: string },
): Promise<number[]> {
  const { databaseId, uid } = options;
  const rows = await knex<RestoreRow>('restores')
    .select('seconds')
    .where({ database_id: databaseId, uid, outcome: 'succeeded' })
    .whereNotNull('seconds')
    .orderBy('started_at', 'desc')
    .limit(most);
  return rows.map(({ seconds }) => Number(seconds));
}
