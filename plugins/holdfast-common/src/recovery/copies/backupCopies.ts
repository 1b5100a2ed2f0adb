import { BackupMethod, BackupStore, Evidence } from '../../model';
import { RuleContext } from '../Rule';

/** A place in use that holds something the database can be restored from. */
export interface BackupCopy {
  store: BackupStore;
  evidence: Evidence[];
}

/** Snapshots that stay where the volumes are. */
const inPlace: ReadonlySet<BackupMethod> = new Set([
  'volume-snapshot',
  'velero-snapshot',
]);

/** The places that are known to hold a usable recovery point. What is only intended to be there does not count. */
export function backupCopiesOf({
  database,
  usable,
}: Pick<RuleContext, 'database' | 'usable'>): BackupCopy[] {
  const copies: BackupCopy[] = [];
  for (const store of database.stores) {
    const point = usable.points.find(
      ({ storeId, holding }) =>
        storeId === store.id && holding?.value !== 'intended',
    );
    if (point) copies.push({ store, evidence: [point.evidence] });
  }
  return copies;
}

/** Whether a copy shares the storage of the volumes. */
export function isInPlace({ store }: BackupCopy): boolean {
  return inPlace.has(store.method);
}

/** Whether there may be more copies than the facts show. */
export function mayHaveMoreBackups({
  database,
  usable,
}: Pick<RuleContext, 'database' | 'usable'>): boolean {
  return (
    usable.uncertain.length > 0 ||
    usable.storeWord !== undefined ||
    database.missing.some(({ area }) =>
      [
        'database',
        'arrangement',
        'protection',
        'backups',
        'snapshots',
        'stores',
      ].includes(area),
    ) ||
    usable.points.some(({ holding }) => holding?.value === 'intended')
  );
}
