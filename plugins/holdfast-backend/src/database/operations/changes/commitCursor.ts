import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { ChangeStream } from '../../../inventory/Inventory';

/**
 * Moves a reader's cursor from where it was read to where the reader has come.
 *
 * @throws ConflictError when it is elsewhere already: another replica is reading, too.
 */
export async function commitCursor(
  knex: Knex,
  options: {
    reader: string;
    stream: ChangeStream;
    after: number;
    upTo: number;
  },
): Promise<void> {
  const { reader, stream, after, upTo } = options;
  let moved = await knex('cursors')
    .where({ reader, stream, seq: after })
    .update({ seq: upTo });
  if (!moved && after === 0) {
    const inserted = await knex('cursors')
      .insert({ reader, stream, seq: upTo })
      .onConflict(['reader', 'stream'])
      .ignore()
      .returning('seq');
    moved = inserted.length;
  }
  if (!moved) {
    throw new ConflictError(
      `Reader '${reader}' of stream '${stream}' has been moved from ${after} by another process`,
    );
  }
}
