import { BackupMethod, RecoveryPoint } from '../../model';

const snapshotMethods: ReadonlySet<BackupMethod> = new Set([
  'volume-snapshot',
  'velero-snapshot',
]);

/** Whether a method leaves its bytes in the storage of the volumes, behind an object of the cluster. */
export function leavesBytesBesideVolumes(method: BackupMethod): boolean {
  return snapshotMethods.has(method);
}

/**
 * Whether a recovery point lies in the storage of the volumes that it was taken of, so that what takes these may take it, too.
 */
export function isBesideVolumes({
  method,
  holding,
}: Pick<RecoveryPoint, 'method' | 'holding'>): boolean {
  return holding
    ? holding.value === 'snapshotted'
    : leavesBytesBesideVolumes(method);
}
