import { Knex } from 'knex';
import { ChangeStream } from '../../../inventory/Inventory';

/**
 * The highest number of a change that has been forgotten; 0 when none has.
 */
export async function readPrunedUpTo(
  knex: Knex,
  stream: ChangeStream,
): Promise<number> {
  const row = await knex('change_streams')
    .where({ stream })
    .first('pruned_up_to');
  return Number(row?.pruned_up_to ?? 0);
}
