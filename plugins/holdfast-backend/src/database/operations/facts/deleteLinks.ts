import { Knex } from 'knex';
import { rowsOf } from '../bulk/rowsOf';
import { FactLink } from './linksOf';

/**
 * Removes links of facts in one cluster. They are named in full: a fact knows its links, so that they need no index by fact.
 */
export async function deleteLinks(
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
    `delete from fact_links where cluster = ? and (target, relation, fact_id) in
     (select target, relation, fact_id from ${rows.sql})`,
    [cluster, ...rows.bindings],
  );
}
