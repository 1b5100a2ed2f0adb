import { Database } from '@holdfast/plugin-holdfast-common';

/**
 * Ids of the stores that a database writes to.
 *
 * @public
 */
export function storesInUse(database: Database): string[] {
  return database.stores.filter(({ inUse }) => inUse).map(({ id }) => id);
}

/**
 * Fills in which other databases write to the stores of some databases: those among them, and those that are known from elsewhere.
 *
 * @public
 */
export function tellOfOtherWriters(options: {
  databases: readonly Database[];
  /** Ids of databases by the id of the store that they were last known to write to. */
  known?: ReadonlyMap<string, readonly string[]>;
}): void {
  const { databases, known = new Map<string, string[]>() } = options;
  const inUse = new Map(
    databases.map(database => [database.id, storesInUse(database)]),
  );

  const writers = new Map<string, Set<string>>();
  for (const [storeId, ids] of known) {
    // What is at hand is known better than what was known before.
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
