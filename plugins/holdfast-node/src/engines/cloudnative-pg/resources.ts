import { WatchedResource } from '../../engine';

function resourceOf(kind: string, plural: string): WatchedResource {
  return {
    group: 'postgresql.cnpg.io',
    version: 'v1',
    plural,
    kind,
    namespaced: true,
  };
}

export const clusters = resourceOf('Cluster', 'clusters');
export const backups = { ...resourceOf('Backup', 'backups'), custody: true };
export const scheduledBackups = resourceOf(
  'ScheduledBackup',
  'scheduledbackups',
);
export const poolers = resourceOf('Pooler', 'poolers');
export const logicalDatabases = resourceOf('Database', 'databases');
export const publications = resourceOf('Publication', 'publications');
export const subscriptions = resourceOf('Subscription', 'subscriptions');
export const databaseRoles = resourceOf('DatabaseRole', 'databaseroles');

export const objectStores: WatchedResource = {
  group: 'barmancloud.cnpg.io',
  version: 'v1',
  plural: 'objectstores',
  kind: 'ObjectStore',
  namespaced: true,
};
