import { InventoryItem } from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { DatabaseRow } from '../../recoveryTables';
import { anyOf } from '../bulk/anyOf';

/**
 * What the catalog needs to know of databases, in the order of their ids.
 */
export async function listInventory(
  knex: Knex,
  options: { ids?: readonly string[]; after?: string; limit: number },
): Promise<InventoryItem[]> {
  const { ids, after, limit } = options;
  const query = knex<DatabaseRow>('databases')
    .select('inventory')
    .orderBy('id')
    .limit(limit);
  if (ids) {
    query.where(anyOf(knex, 'id', ids));
  }
  if (after !== undefined) {
    query.andWhere('id', '>', after);
  }
  const rows = await query;
  return rows.map(row => JSON.parse(row.inventory));
}
