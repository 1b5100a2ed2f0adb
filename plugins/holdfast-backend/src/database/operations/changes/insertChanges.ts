import { Knex } from 'knex';
import { Change, ChangeStream } from '../../../inventory/Inventory';
import { rowsOf } from '../bulk/rowsOf';

/**
 * Records changes that have their numbers already.
 */
export async function insertChanges(
  tx: Knex.Transaction,
  options: { stream: ChangeStream; changes: readonly Change[]; now: number },
): Promise<void> {
  const { stream, changes, now } = options;
  if (!changes.length) {
    return;
  }
  const rows = rowsOf(
    tx,
    changes.map(change => ({
      seq: change.seq,
      cluster: change.cluster,
      key: change.key,
      kind: change.kind,
      subjects: JSON.stringify(change.subjects),
      deleted: change.deleted ? 1 : 0,
    })),
    [
      ['seq', 'bigint'],
      ['cluster', 'text'],
      ['key', 'text'],
      ['kind', 'text'],
      ['subjects', 'text'],
      ['deleted', 'bigint'],
    ],
  );
  await tx.raw(
    `insert into changes (seq, stream, cluster, key, kind, subjects, deleted, recorded_at)
     select seq, ?, cluster, key, kind, subjects, deleted = 1, ? from ${rows.sql}`,
    [stream, now, ...rows.bindings],
  );
}
