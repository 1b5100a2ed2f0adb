import { FactKey } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { FactRow } from '../../tables';

const PAGE = 5_000;

/**
 * The hashes of all facts of a kind by key. Read in pages, so that no long answer blocks the process.
 */
export async function loadHashes(
  knex: Knex,
  options: { cluster: string; kind: string },
): Promise<Map<FactKey, string>> {
  const { cluster, kind } = options;
  const hashes = new Map<FactKey, string>();
  // The keys of a kind are those between `kind/` and what comes next, `kind0`.
  let after = `${kind}/`;
  for (;;) {
    const rows: Array<Pick<FactRow, 'key' | 'hash'>> = await knex('facts')
      .select('key', 'hash')
      .where({ cluster })
      .andWhere('key', '>', after)
      .andWhere('key', '<', `${kind}0`)
      .orderBy('key')
      .limit(PAGE);
    for (const row of rows) {
      hashes.set(row.key, row.hash);
    }
    if (rows.length < PAGE) {
      return hashes;
    }
    after = rows[rows.length - 1].key;
  }
}
