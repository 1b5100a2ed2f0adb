import { Knex } from 'knex';
import { FactRow } from '../../tables';
import { anyOf } from '../bulk/anyOf';

/**
 * Deletes facts of one kind by the uid of their object, and returns them. A fact that meanwhile tells of a newer object of the same
 * name has another uid, and stays.
 */
export async function deleteFacts(
  tx: Knex.Transaction,
  options: { cluster: string; kind: string; uids: readonly string[] },
): Promise<Array<Pick<FactRow, 'key' | 'body'>>> {
  const { cluster, kind, uids } = options;
  if (!uids.length) {
    return [];
  }
  const facts = tx<FactRow>('facts')
    .where({ cluster, kind })
    .where(anyOf(tx, 'uid', uids));
  const rows = await facts.clone().select('key', 'body');
  await facts.delete();
  return rows;
}
