import { Database, InventoryItem } from '@holdfast/plugin-holdfast-common';
import { StoredSummary } from './StoredDatabase';

/**
 * What the catalog needs to know of a database: itself, whose it is, how it is backed up and where to.
 *
 * @param options - `claimedBy` is the repository's entity that stands for it, if there is one
 */
export function inventoryItemOf(options: {
  database: Database;
  summary: StoredSummary;
  claimedBy?: string;
}): InventoryItem {
  const { database, summary, claimedBy } = options;
  return {
    id: database.id,
    reference: database.reference,
    engine: database.engine,
    version: database.version,
    operator: database.operator,
    verdict: summary.verdict,
    owner: summary.owner,
    ownerOrigin: summary.ownerOrigin,
    system: summary.system,
    entityRef: claimedBy,
    podSelector: database.podSelector,
    annotations: database.annotations,
    schedules: database.schedules.map(schedule => ({
      object: schedule.object,
      method: schedule.method,
      expression: schedule.expression.value,
      suspended: schedule.suspended.value,
      storeId: schedule.storeId,
    })),
    stores: database.stores.map(store => ({
      id: store.id,
      object: store.definedBy,
      method: store.method,
      location: store.location?.value,
      inUse: store.inUse,
      exists: store.exists,
    })),
  };
}
