import { Knex } from 'knex';
import { FactLinkRow } from '../../tables';
import { rowsOf } from '../bulk/rowsOf';

/**
 * Removes links of facts. They are named in full: a fact knows its links, so that they need no index by fact.
 */
export async function deleteLinks(
  tx: Knex.Transaction,
  links: readonly FactLinkRow[],
): Promise<void> {
  if (!links.length) {
    return;
  }
  const rows = rowsOf(tx, links, [
    ['link', 'bigint'],
    ['fact_id', 'bigint'],
  ]);
  await tx.raw(
    `delete from fact_links where (link, fact_id) in
     (select link, fact_id from ${rows.sql})`,
    rows.bindings,
  );
}
