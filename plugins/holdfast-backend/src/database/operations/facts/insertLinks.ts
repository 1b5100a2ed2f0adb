import { Knex } from 'knex';
import { FactLinkRow } from '../../tables';
import { insertRows } from '../bulk/insertRows';

/**
 * Adds links of facts that are not there yet.
 */
export async function insertLinks(
  tx: Knex.Transaction,
  links: readonly FactLinkRow[],
): Promise<void> {
  await insertRows(tx, {
    into: 'fact_links',
    columns: [
      ['link', 'bigint'],
      ['fact_id', 'bigint'],
    ],
    rows: links,
  });
}
