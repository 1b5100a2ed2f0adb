import { Knex } from 'knex';
import { RecordedWaiver } from '../../../waivers/RecordedWaiver';
import { WaiverRow } from '../../recoveryTables';
import { anyOf } from '../bulk/anyOf';

/**
 * The waivers of some databases in all their incarnations, those that end first before the others.
 */
export async function readWaivers(
  knex: Knex,
  options: { databaseIds: readonly string[] },
): Promise<RecordedWaiver[]> {
  const rows = await knex<WaiverRow>('waivers')
    .select()
    .where(anyOf(knex, 'database_id', options.databaseIds))
    .orderBy(['until', 'id']);
  return rows.map(row => ({
    id: row.id,
    databaseId: row.database_id,
    uid: row.uid,
    rule: row.rule,
    reason: row.reason,
    until: new Date(Number(row.until)).toISOString(),
    by: row.created_by,
    createdAt: new Date(Number(row.created_at)).toISOString(),
    origin: { level: 'portal', reference: row.database_id },
  }));
}
