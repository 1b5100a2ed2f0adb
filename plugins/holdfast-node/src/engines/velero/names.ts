import { createHash } from 'node:crypto';

/** Velero's own group. */
export const group = 'velero.io';

/** Labels of Velero's objects (`pkg/apis/velero/v1/labels_annotations.go`). */
export const backupNameLabel = 'velero.io/backup-name';
export const claimUidLabel = 'velero.io/pvc-uid';
export const scheduleNameLabel = 'velero.io/schedule-name';
export const excludeLabel = 'velero.io/exclude-from-backup';

/** On a PodVolumeBackup: the claim behind the pod's volume (`pkg/podvolume/configs/configs.go`). */
export const claimNameAnnotation = 'velero.io/pvc-name';

/** On a pod: which of its volumes are backed up by their files, or are not. */
export const filesAnnotation = 'backup.velero.io/backup-volumes';
export const noFilesAnnotation = 'backup.velero.io/backup-volumes-excludes';

/** On a pod: what is run in it before a backup; the first with and the second without a phase (`internal/hook/item_hook_handler.go`). */
export const preHookAnnotation = 'pre.hook.backup.velero.io/command';
export const hookAnnotation = 'hook.backup.velero.io/command';

/** What a pod's annotations say to Velero. */
export function isPodAnnotation(name: string): boolean {
  return [
    filesAnnotation,
    noFilesAnnotation,
    preHookAnnotation,
    hookAnnotation,
  ].includes(name);
}

const longestLabel = 63;
const hashed = 6;

/** A name as it stands in a label: longer ones end in a part of their SHA-256 (`GetValidName` in `pkg/label/label.go`). */
export function labelValueOf(name: string): string {
  if (name.length <= longestLabel) return name;
  const hash = createHash('sha256').update(name).digest('hex');
  return name.slice(0, longestLabel - hashed) + hash.slice(0, hashed);
}
