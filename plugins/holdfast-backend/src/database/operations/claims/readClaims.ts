import { Knex } from 'knex';
import { Claim } from '../../../claims/Claim';
import { ClaimRow } from '../../recoveryTables';
import { anyOf } from '../bulk/anyOf';

/**
 * Claims, of all databases or of some, the oldest first.
 */
export async function readClaims(
  knex: Knex,
  options?: { databaseIds: readonly string[] },
): Promise<Claim[]> {
  const query = knex<ClaimRow>('claims')
    .select('body')
    .orderBy(['first_seen_at', 'entity_ref']);
  const rows = options
    ? await query.where(anyOf(knex, 'database_id', options.databaseIds))
    : await query;
  return rows.map(row => JSON.parse(row.body));
}
