import { FactKey } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { FactRow } from '../../tables';
import { anyOf } from '../bulk/anyOf';

/**
 * Facts of one cluster by their keys, in no order. Those that do not exist are left out.
 */
export async function readFactBodies(
  knex: Knex,
  options: { cluster: string; keys: readonly FactKey[] },
): Promise<Array<Pick<FactRow, 'id' | 'key' | 'hash' | 'body'>>> {
  if (!options.keys.length) {
    return [];
  }
  return await knex<FactRow>('facts')
    .select('id', 'key', 'hash', 'body')
    .where({ cluster: options.cluster })
    .where(anyOf(knex, 'key', options.keys));
}
