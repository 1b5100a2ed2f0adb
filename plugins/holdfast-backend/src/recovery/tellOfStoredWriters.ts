import { Database } from '@holdfast/plugin-holdfast-common';
import {
  storesInUse,
  tellOfOtherWriters,
} from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { readStoreWriters } from '../database/operations/databases/readStoreWriters';

/**
 * Fills in which other databases of the whole fleet write to the stores of some databases.
 */
export async function tellOfStoredWriters(
  knex: Knex,
  options: { databases: readonly Database[] },
): Promise<void> {
  const { databases } = options;
  const known = await readStoreWriters(knex, {
    storeIds: [...new Set(databases.flatMap(storesInUse))],
  });
  tellOfOtherWriters({ databases, known });
}
