/** The name of the Barman Cloud plugin, as objects refer to it. */
export const BARMAN_PLUGIN = 'barman-cloud.cloudnative-pg.io';

/** The version of the plugin whose objects these are. */
export const PLUGIN_VERSION = '0.14.0';

/** What the operator says of a backup that the store did not take. */
export const BACKUP_ERROR = 'rpc error: code = Unknown desc = exit status 1';

/** A time as Kubernetes writes it: whole seconds in UTC. */
export function timestamp(moment: Date | number): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}

/** `20261120T170718`, the form of Barman's backup ids. */
export function backupIdAt(moment: Date): string {
  return moment.toISOString().slice(0, 19).replace(/[-:]/g, '');
}
