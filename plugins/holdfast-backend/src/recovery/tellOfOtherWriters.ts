import { Database } from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { readStoreWriters } from '../database/operations/databases/readStoreWriters';

/**
 * Ids of the stores that a database writes to.
 */
export function storesInUse(database: Database): string[] {
  return database.stores.filter(({ inUse }) => inUse).map(({ id }) => id);
}

/**
 * Fills in which other databases write to the stores of some databases. Only who sees the whole fleet can know.
 */
export async function tellOfOtherWriters(
  knex: Knex,
  options: { databases: readonly Database[] },
): Promise<void> {
  const { databases } = options;
  const inUse = new Map(
    databases.map(database => [database.id, storesInUse(database)]),
  );
  const stored = await readStoreWriters(knex, {
    storeIds: [...new Set([...inUse.values()].flat())],
  });

  const writers = new Map<string, Set<string>>();
  for (const [storeId, ids] of stored) {
    // What is at hand is known better than what was stored of it.
    writers.set(storeId, new Set(ids.filter(id => !inUse.has(id))));
  }
  for (const [id, storeIds] of inUse) {
    for (const storeId of storeIds) {
      const ids = writers.get(storeId) ?? new Set();
      writers.set(storeId, ids.add(id));
    }
  }

  for (const database of databases) {
    for (const store of database.stores) {
      if (store.inUse) {
        store.otherWriters = Array.from(writers.get(store.id) ?? [])
          .filter(id => id !== database.id)
          .sort();
      }
    }
  }
}
