import { Database } from '@holdfast/plugin-holdfast-common';
import {
  copyOf,
  storesInUse,
  tellOfCopies,
} from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { readCopies } from '../database/operations/copies/readCopies';
import { FollowedStore } from '../database/operations/copies/syncCopies';

/**
 * Fills in what follows some databases, in whatever cluster of the fleet it runs.
 */
export async function tellOfStoredCopies(
  knex: Knex,
  options: { databases: readonly Database[] },
): Promise<void> {
  const { databases } = options;
  const known = await readCopies(knex, {
    storeIds: [...new Set(databases.flatMap(storesInUse))],
  });
  tellOfCopies({ databases, known });
}

/** The archive that a database follows, with what the database that writes there is to know of it. */
export function followedStore(database: Database): FollowedStore | undefined {
  const copy = copyOf(database);
  const storeId = database.follows?.value.storeId;
  return copy && storeId !== undefined ? { storeId, copy } : undefined;
}
