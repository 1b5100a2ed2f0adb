import { FactKey } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { SampleSet } from '../../../metrics/SampleSet';
import { anyOf } from '../bulk/anyOf';
import { rowsOf } from '../bulk/rowsOf';

/**
 * Stores what a query says now: what is new or another, and that the rest still holds.
 */
export async function writeSamples(
  tx: Knex.Transaction,
  options: {
    cluster: string;
    query: string;
    observedAt: number;
    changed: readonly SampleSet[];
    gone: readonly FactKey[];
  },
): Promise<void> {
  const { cluster, query, observedAt, changed, gone } = options;
  if (gone.length) {
    await tx('samples')
      .where({ cluster, query })
      .andWhere(anyOf(tx, 'subject', gone))
      .delete();
  }
  if (changed.length) {
    const rows = rowsOf(
      tx,
      changed.map(({ subject, hash, samples }) => ({
        subject,
        hash,
        body: JSON.stringify(samples),
      })),
      [
        ['subject', 'text'],
        ['hash', 'text'],
        ['body', 'text'],
      ],
    );
    // "where true" tells SQLite that the conflict clause does not belong to a join.
    await tx.raw(
      `insert into samples (cluster, query, subject, hash, body, observed_at)
       select ?, ?, subject, hash, body, ? from ${rows.sql} where true
       on conflict (cluster, query, subject)
       do update set hash = excluded.hash, body = excluded.body`,
      [cluster, query, observedAt, ...rows.bindings],
    );
  }
  await tx('samples').where({ cluster, query }).update({
    observed_at: observedAt,
  });
}
