import { WatchedResource } from '../../engine';
import { group } from './names';

function resourceOf(
  kind: string,
  plural: string,
  version = 'v1',
): WatchedResource {
  return { group, version, plural, kind, namespaced: true };
}

export const schedules = resourceOf('Schedule', 'schedules');
export const backups = resourceOf('Backup', 'backups');
export const restores = resourceOf('Restore', 'restores');
export const locations = resourceOf(
  'BackupStorageLocation',
  'backupstoragelocations',
);
export const repositories = resourceOf(
  'BackupRepository',
  'backuprepositories',
);
export const podVolumeBackups = resourceOf(
  'PodVolumeBackup',
  'podvolumebackups',
);
export const podVolumeRestores = resourceOf(
  'PodVolumeRestore',
  'podvolumerestores',
);
export const dataUploads = resourceOf('DataUpload', 'datauploads', 'v2alpha1');
export const dataDownloads = resourceOf(
  'DataDownload',
  'datadownloads',
  'v2alpha1',
);
