import { Knex } from 'knex';
import { StoredDatabase } from '../../../recovery/StoredDatabase';
import { DatabaseRow } from '../../recoveryTables';
import { anyOf } from '../bulk/anyOf';

/**
 * Databases by id, with all that is kept of them. Those that do not exist are left out.
 */
export async function readDatabases(
  knex: Knex,
  options: { ids: readonly string[] },
): Promise<Map<string, StoredDatabase>> {
  const rows = await knex<DatabaseRow>('databases')
    .select('id', 'fact_key', 'summary', 'assessment', 'inventory')
    .where(anyOf(knex, 'id', options.ids));
  return new Map(
    rows.map(row => [
      row.id,
      {
        factKey: row.fact_key,
        summary: JSON.parse(row.summary),
        assessment: JSON.parse(row.assessment),
        inventory: JSON.parse(row.inventory),
      },
    ]),
  );
}
