import { Knex } from 'knex';
import { HashedFact } from '../../../inventory/Inventory';
import { rowsOf } from '../bulk/rowsOf';

/**
 * Writes facts whether or not there were facts of their keys. A fact keeps its id for as long as there is one of its key.
 */
export async function upsertFacts(
  tx: Knex.Transaction,
  options: {
    cluster: string;
    kind: string;
    facts: ReadonlyArray<
      Pick<HashedFact, 'key' | 'hash' | 'body'> & { id: number; seq: number }
    >;
  },
): Promise<void> {
  const { cluster, kind, facts } = options;
  if (!facts.length) {
    return;
  }
  const rows = rowsOf(
    tx,
    facts.map(({ id, key, hash, seq, body }) => ({ id, key, hash, seq, body })),
    [
      ['id', 'bigint'],
      ['key', 'text'],
      ['hash', 'text'],
      ['seq', 'bigint'],
      ['body', 'text'],
    ],
  );
  await tx.raw(
    `insert into facts (id, cluster, key, kind, hash, seq, body)
     select id, ?, key, ?, hash, seq, body from ${rows.sql} where true
     on conflict (cluster, key) do update set
       kind = excluded.kind, hash = excluded.hash, seq = excluded.seq, body = excluded.body`,
    [cluster, kind, ...rows.bindings],
  );
}
