import { Knex } from 'knex';

/**
 * Takes the next `count` numbers of changes and returns the first.
 *
 * The counter is a row that stays locked until the transaction ends, so that numbers become visible in their own order: who has
 * read up to 7 never finds a 6 later. An autoincrement column would not do: on PostgreSQL its numbers are given out at insertion
 * and show at commit, so that a slow transaction's lower numbers appear behind the back of a reader. Take numbers late in a
 * transaction; other writers wait meanwhile.
 */
export async function allocateSequence(
  tx: Knex.Transaction,
  count: number,
): Promise<number> {
  const [row] = await tx('change_sequence')
    .where({ id: 1 })
    .increment('value', count)
    .returning<Array<{ value: number | string }>>('value');
  return Number(row.value) - count + 1;
}
