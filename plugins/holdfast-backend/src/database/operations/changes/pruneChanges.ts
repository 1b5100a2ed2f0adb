import { Knex } from 'knex';

/**
 * Deletes records of changes that are older than a moment in ms since 1970, and those of facts that every reader has passed, and notes
 * how far back each stream goes from now on. Returns how many there were.
 */
export async function pruneChanges(
  tx: Knex.Transaction,
  options: { before: number },
): Promise<number> {
  const slowest = tx('cursors').min('seq').where({ stream: 'fact' });
  const changes = tx('changes')
    .where('recorded_at', '<', options.before)
    .orWhere(passed =>
      passed.where({ stream: 'fact' }).where('seq', '<=', slowest),
    );
  const newest: Array<{ stream: string; seq: number | string }> = await changes
    .clone()
    .select('stream')
    .max('seq as seq')
    .groupBy('stream');
  for (const { stream, seq } of newest) {
    await tx('change_streams')
      .insert({ stream, pruned_up_to: seq })
      .onConflict('stream')
      .merge();
  }
  return await changes.delete();
}
