import { DatabaseCopy } from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { anyOf } from '../bulk/anyOf';
import { markWriters } from '../databases/markWriters';

/** A database that follows the one that writes to a store. */
export interface FollowedStore {
  storeId: string;
  copy: DatabaseCopy;
}

interface CopyRow {
  database_id: string;
  store_id: string;
  copy: string;
}

/**
 * Notes which databases follow another one, and marks those whose copy came, went or changed.
 */
export async function syncCopies(
  tx: Knex.Transaction,
  options: {
    /** Of all that were judged; undefined for those that follow none. */
    copies: ReadonlyMap<string, FollowedStore | undefined>;
  },
): Promise<void> {
  const ids = Array.from(options.copies.keys());
  const known: CopyRow[] = await tx('database_copies')
    .select('database_id', 'store_id', 'copy')
    .where(anyOf(tx, 'database_id', ids));
  const rows: CopyRow[] = [];
  for (const [database_id, followed] of options.copies) {
    if (!followed) continue;
    const { storeId: store_id, copy } = followed;
    rows.push({ database_id, store_id, copy: JSON.stringify(copy) });
  }

  const isIn = (list: readonly CopyRow[], row: CopyRow) =>
    list.some(
      other =>
        other.database_id === row.database_id &&
        other.store_id === row.store_id &&
        other.copy === row.copy,
    );
  const gone = known.filter(row => !isIn(rows, row));
  const added = rows.filter(row => !isIn(known, row));
  if (gone.length) {
    await tx('database_copies')
      .where(
        anyOf(
          tx,
          'database_id',
          gone.map(row => row.database_id),
        ),
      )
      .delete();
  }
  if (added.length) {
    await tx('database_copies').insert(added);
  }
  const storeIds = [...gone, ...added].map(row => row.store_id);
  await markWriters(tx, { storeIds, but: ids });
}
