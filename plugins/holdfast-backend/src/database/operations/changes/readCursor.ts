import { Knex } from 'knex';
import { ChangeStream } from '../../../inventory/Inventory';

/**
 * How far a reader has come. Undefined: it has never read.
 */
export async function readCursor(
  knex: Knex,
  options: { reader: string; stream: ChangeStream },
): Promise<number | undefined> {
  const row = await knex('cursors').where(options).first('seq');
  return row && Number(row.seq);
}
