/** What the operator says when all is as it should be. */
export const HEALTHY = 'Cluster in healthy state';

/** The version of the operator whose objects these are. */
export const OPERATOR_VERSION = '1.30.0';

/** The name of the Barman Cloud plugin, as objects refer to it. */
export const BARMAN_PLUGIN = 'barman-cloud.cloudnative-pg.io';

/** The version of the plugin whose objects these are. */
export const PLUGIN_VERSION = '0.14.0';

/** Where the keys to the object store are; no such Secret exists in the demo, as nobody reads it. */
export const S3_CREDENTIALS = {
  accessKeyId: { key: 'ACCESS_KEY_ID', name: 'backup-store' },
  secretAccessKey: { key: 'ACCESS_SECRET_KEY', name: 'backup-store' },
};

/** What the operator says of a backup by the plugin that the store did not take. */
export const BACKUP_ERROR = 'rpc error: code = Unknown desc = exit status 1';

/** What the operator says of a WAL file that Barman could not store, whatever the reason: no host, no cause. */
export const ARCHIVE_ERROR =
  'unexpected failure invoking barman-cloud-wal-archive: exit status 4';

/** What it says where the archive of another database lies at the path already (recording `two-clusters-one-path`). */
export const ARCHIVE_TAKEN =
  'unexpected failure invoking barman-cloud-wal-archive: exit status 1';

/** What stands before the words of a plugin. */
export const PLUGIN_ERROR_PREFIX = 'rpc error: code = Unknown desc = ';

/** What the plugin says where the ObjectStore that a database names is not there: the API server's words. */
export function objectStoreNotFound(objectStore: string): string {
  return `${PLUGIN_ERROR_PREFIX}objectstores.barmancloud.cnpg.io "${objectStore}" not found`;
}

/** What the operator says of an in-tree backup of a Cluster that is not set up for it (`internal/controller/backup_controller.go`). */
export const NO_BACKUP_SECTION =
  'cannot proceed with the backup as the cluster has no backup section';

/** A time as Kubernetes writes it: whole seconds in UTC. */
export function timestamp(moment: Date | number): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}

/** A time as the operator writes it into its own fields: microseconds in UTC. */
export function microTimestamp(moment: Date | number): string {
  return `${new Date(moment).toISOString().slice(0, -1)}000Z`;
}

/** `20261120T170718`, the form of Barman's backup ids. */
export function backupIdAt(moment: Date): string {
  return moment.toISOString().slice(0, 19).replace(/[-:]/g, '');
}

/** `20261120170718`, the form in which the operator puts a time into names. */
export function compactTime(moment: Date): string {
  return backupIdAt(moment).replace('T', '');
}
