import { BackupMethod, RecoveryPoint } from '../../model';

/** What leaves its bytes where the volumes are. */
const snapshotMethods: ReadonlySet<BackupMethod> = new Set([
  'volume-snapshot',
  'velero-snapshot',
]);

/**
 * Whether a recovery point lies in the storage of the volumes that it was taken of, so that what takes these may take it, too.
 */
export function isBesideVolumes({
  method,
  holding,
}: Pick<RecoveryPoint, 'method' | 'holding'>): boolean {
  return holding
    ? holding.value === 'snapshotted'
    : snapshotMethods.has(method);
}
