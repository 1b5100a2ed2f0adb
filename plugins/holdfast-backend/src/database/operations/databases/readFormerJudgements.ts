import { FactKey } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { FormerJudgement } from '../../../recovery/StoredDatabase';
import { DatabaseRow } from '../../recoveryTables';
import { anyOf } from '../bulk/anyOf';

/**
 * What was concluded about databases of one cluster before, by the keys of their facts.
 */
export async function readFormerJudgements(
  knex: Knex,
  options: { cluster: string; factKeys: readonly FactKey[] },
): Promise<Map<FactKey, FormerJudgement>> {
  const { cluster, factKeys } = options;
  const rows = await knex<DatabaseRow>('databases')
    .select('id', 'uid', 'fact_key', 'summary', 'inventory_hash', 'marks')
    .where({ cluster })
    .andWhere(anyOf(knex, 'fact_key', factKeys));
  return new Map(
    rows.map(row => [
      row.fact_key,
      {
        id: row.id,
        uid: row.uid,
        factKey: row.fact_key,
        summary: JSON.parse(row.summary),
        inventoryHash: row.inventory_hash,
        marks: row.marks,
      },
    ]),
  );
}
