import {
  Clock,
  Database,
  RecoveryPointPage,
  usableBackups,
} from '@holdfast/plugin-holdfast-common';

type RecoveryPointItem = RecoveryPointPage['items'][number];

/**
 * The recovery points of a database as the API shows them, newest first; those of one moment by name. `position` is the moment in ms
 * since 1970.
 */
export function recoveryPointItems(
  database: Database,
): Array<{ item: RecoveryPointItem; position: number }> {
  const usable = usableBackups({ database, clock: new Clock(Date.now()) });
  const points = new Set(usable.points);
  const locations = new Map(
    database.stores.map(store => [store.id, store.location?.value]),
  );
  return database.recoveryPoints
    .map(point => {
      const {
        storeId,
        incarnationEvidence,
        rollsForward,
        partial,
        endedAt,
        method,
        ...rest
      } = point;
      const location =
        storeId === undefined ? undefined : locations.get(storeId);
      return {
        item: {
          ...rest,
          method: method,
          location,
          usable: points.has(point),
        },
        // What has no readable time comes last.
        position: Date.parse(point.consistentAt) || 0,
      };
    })
    .sort(
      (a, b) =>
        b.position - a.position ||
        (a.item.object.name < b.item.object.name ? -1 : 1),
    );
}
