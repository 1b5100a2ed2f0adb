import { WatchedResource } from '../../engine';
import { group } from './names';

function resourceOf(kind: string, plural: string): WatchedResource {
  return { group, version: 'v1alpha1', plural, kind, namespaced: true };
}

export const mariadbs = resourceOf('MariaDB', 'mariadbs');
export const backups = resourceOf('Backup', 'backups');
export const physicalBackups = resourceOf('PhysicalBackup', 'physicalbackups');
export const pointInTimeRecoveries = resourceOf(
  'PointInTimeRecovery',
  'pointintimerecoveries',
);
export const restores = resourceOf('Restore', 'restores');
