import { BackupMethod, RecoveryPoint } from '../../model';

const copiesVolumes: ReadonlySet<BackupMethod> = new Set([
  'volume-snapshot',
  'velero-data-mover',
  'velero-file-system',
  'velero-snapshot',
]);

/** Whether a point holds what lay on the volumes, as opposed to data that the server itself gave out. */
export function isVolumeCopy(
  point: Pick<RecoveryPoint, 'method' | 'claims'>,
): boolean {
  return point.claims !== undefined || copiesVolumes.has(point.method);
}
