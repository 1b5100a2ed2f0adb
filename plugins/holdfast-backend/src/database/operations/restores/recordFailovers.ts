import { Knex } from 'knex';
import { KeptFailover } from '../../../recovery/ledger/LedgerEntry';

/**
 * Adds changes of primaries to the ledger, each once.
 */
export async function recordFailovers(
  tx: Knex.Transaction,
  options: { failovers: readonly KeptFailover[] },
): Promise<void> {
  const { failovers } = options;
  if (!failovers.length) return;
  await tx('failovers')
    .insert(
      failovers.map(({ databaseId, uid, failover }) => ({
        database_id: databaseId,
        uid,
        ended_at: Date.parse(failover.endedAt),
        body: JSON.stringify(failover),
      })),
    )
    .onConflict(['database_id', 'uid', 'ended_at'])
    .ignore();
}
