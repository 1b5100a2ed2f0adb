import { Knex } from 'knex';
import { RecordedWaiver } from '../../../waivers/RecordedWaiver';
import { WaiverRow } from '../../recoveryTables';

export async function insertWaiver(
  knex: Knex,
  waiver: RecordedWaiver,
): Promise<void> {
  await knex<WaiverRow>('waivers').insert({
    id: waiver.id,
    database_id: waiver.databaseId,
    uid: waiver.uid,
    rule: waiver.rule,
    reason: waiver.reason,
    until: Date.parse(waiver.until),
    created_by: waiver.by,
    created_at: Date.parse(waiver.createdAt),
  });
}
