import { Knex } from 'knex';
import { rowsOf } from '../bulk/rowsOf';
import { FactLink } from './linksOf';

/**
 * Adds links of facts in one cluster; those that are there already stay.
 */
export async function insertLinks(
  tx: Knex.Transaction,
  options: { cluster: string; links: readonly FactLink[] },
): Promise<void> {
  const { cluster, links } = options;
  if (!links.length) {
    return;
  }
  const rows = rowsOf(tx, links, [
    ['target', 'text'],
    ['relation', 'text'],
    ['fact_id', 'bigint'],
  ]);
  await tx.raw(
    `insert into fact_links (cluster, target, relation, fact_id)
     select ?, target, relation, fact_id from ${rows.sql} where true
     on conflict do nothing`,
    [cluster, ...rows.bindings],
  );
}
