import { Knex } from 'knex';
import { Claim } from '../../../claims/Claim';
import { anyOf } from '../bulk/anyOf';

/**
 * Stores claims that are new or have changed and forgets those that are gone. A claim that moves to another database begins anew.
 */
export async function writeClaims(
  tx: Knex.Transaction,
  options: {
    changed: readonly Claim[];
    gone: readonly string[];
    now: number;
  },
): Promise<void> {
  const { changed, gone, now } = options;
  if (gone.length) {
    await tx('claims').where(anyOf(tx, 'entity_ref', gone)).delete();
  }
  for (const claim of changed) {
    await tx('claims')
      .insert({
        entity_ref: claim.entityRef,
        database_id: claim.databaseId,
        discovered: claim.discovered,
        body: JSON.stringify(claim),
        first_seen_at: now,
      })
      .onConflict('entity_ref')
      .merge({
        database_id: claim.databaseId,
        discovered: claim.discovered,
        body: JSON.stringify(claim),
        first_seen_at: tx.raw(
          'case when claims.database_id = excluded.database_id then claims.first_seen_at else excluded.first_seen_at end',
        ),
      });
  }
}
