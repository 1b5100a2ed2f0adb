import { Knex } from 'knex';
import { FactLinkRow } from '../../tables';
import { rowsOf } from '../bulk/rowsOf';

/**
 * Adds links of facts; those that are there already stay.
 */
export async function insertLinks(
  tx: Knex.Transaction,
  links: readonly FactLinkRow[],
): Promise<void> {
  if (!links.length) {
    return;
  }
  const rows = rowsOf(tx, links, [
    ['cluster', 'text'],
    ['target', 'text'],
    ['relation', 'text'],
    ['fact_id', 'bigint'],
  ]);
  await tx.raw(
    `insert into fact_links (cluster, target, relation, fact_id)
     select cluster, target, relation, fact_id from ${rows.sql} where true
     on conflict do nothing`,
    rows.bindings,
  );
}
