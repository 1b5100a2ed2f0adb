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

/** A Backup with a schedule is run by a CronJob of its name. */
export const cronJobs: WatchedResource = {
  group: 'batch',
  version: 'v1',
  plural: 'cronjobs',
  kind: 'CronJob',
  namespaced: true,
  claimedOnly: true,
};

/** Every backup that goes to a store is one. */
export const jobs: WatchedResource = {
  group: 'batch',
  version: 'v1',
  plural: 'jobs',
  kind: 'Job',
  namespaced: true,
  claimedOnly: true,
};
