import { Knex } from 'knex';
import { FactRow } from '../../tables';

const PAGE = 5_000;

/**
 * The hashes of all facts of a kind by uid. Read in pages, so that no long answer blocks the process.
 */
export async function loadHashes(
  knex: Knex,
  options: { cluster: string; kind: string },
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  let after = '';
  for (;;) {
    const rows: Array<Pick<FactRow, 'uid' | 'hash'>> = await knex('facts')
      .select('uid', 'hash')
      .where(options)
      .andWhere('uid', '>', after)
      .orderBy('uid')
      .limit(PAGE);
    for (const row of rows) {
      hashes.set(row.uid, row.hash);
    }
    if (rows.length < PAGE) {
      return hashes;
    }
    after = rows[rows.length - 1].uid;
  }
}
