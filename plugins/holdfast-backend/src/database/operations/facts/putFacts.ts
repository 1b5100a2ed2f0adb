import { Knex } from 'knex';
import { HashedFact } from '../../../inventory/Inventory';
import { insertRows } from '../bulk/insertRows';

/**
 * A fact with its numbers.
 */
export interface NumberedFact extends HashedFact {
  /** Of the change that first told of it. */
  id: number;
  /** Of its last change. */
  seq: number;
}

/**
 * Writes facts that are new, or facts that are there already.
 */
export async function putFacts(
  tx: Knex.Transaction,
  options: {
    cluster: string;
    kind: string;
    facts: readonly NumberedFact[];
    areNew: boolean;
  },
): Promise<void> {
  const { cluster, kind, facts, areNew } = options;
  await insertRows(tx, {
    into: 'facts',
    columns: [
      ['id', 'bigint'],
      ['cluster', 'text'],
      ['key', 'text'],
      ['kind', 'text'],
      ['hash', 'text'],
      ['seq', 'bigint'],
      ['body', 'text'],
    ],
    rows: facts.map(({ id, key, hash, seq, body }) => ({
      id,
      cluster,
      key,
      kind,
      hash,
      seq,
      body,
    })),
    ...(!areNew && {
      onConflict: `(cluster, key) do update set
        kind = excluded.kind, hash = excluded.hash, seq = excluded.seq, body = excluded.body`,
    }),
  });
}
