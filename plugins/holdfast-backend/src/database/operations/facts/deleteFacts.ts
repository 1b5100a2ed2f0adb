import { FactKey } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { FactRow } from '../../tables';
import { anyOf } from '../bulk/anyOf';

/**
 * Deletes facts by their keys, and returns those that there were.
 */
export async function deleteFacts(
  tx: Knex.Transaction,
  options: { cluster: string; keys: readonly FactKey[] },
): Promise<Array<Pick<FactRow, 'id' | 'hash' | 'body'>>> {
  const { cluster, keys } = options;
  if (!keys.length) {
    return [];
  }
  const facts = tx<FactRow>('facts')
    .where({ cluster })
    .where(anyOf(tx, 'key', keys));
  const rows = await facts.clone().select('id', 'hash', 'body');
  await facts.delete();
  return rows;
}
