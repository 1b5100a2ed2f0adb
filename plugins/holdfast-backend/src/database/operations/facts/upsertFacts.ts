import { Knex } from 'knex';
import { HashedFact } from '../../../inventory/Inventory';
import { rowsOf } from '../bulk/rowsOf';

/**
 * Writes facts whether or not there were facts of their keys, with numbers from `firstSeq` on.
 */
export async function upsertFacts(
  tx: Knex.Transaction,
  options: {
    cluster: string;
    kind: string;
    facts: readonly HashedFact[];
    firstSeq: number;
  },
): Promise<void> {
  const { cluster, kind, facts, firstSeq } = options;
  if (!facts.length) {
    return;
  }
  const rows = rowsOf(
    tx,
    facts.map(({ key, uid, hash, body }, index) => ({
      key,
      uid,
      hash,
      body,
      seq: firstSeq + index,
    })),
    [
      ['key', 'text'],
      ['uid', 'text'],
      ['hash', 'text'],
      ['body', 'text'],
      ['seq', 'bigint'],
    ],
  );
  await tx.raw(
    `insert into facts (cluster, key, kind, uid, hash, seq, body)
     select ?, key, ?, uid, hash, seq, body from ${rows.sql} where true
     on conflict (cluster, key) do update set
       kind = excluded.kind, uid = excluded.uid, hash = excluded.hash, seq = excluded.seq, body = excluded.body`,
    [cluster, kind, ...rows.bindings],
  );
}
