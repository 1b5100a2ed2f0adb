import { WatchedResource } from '../../engine';

function resourceOf(kind: string): WatchedResource {
  return {
    group: 'ps.percona.com',
    version: 'v1',
    plural: `${kind.toLowerCase()}s`,
    kind,
    namespaced: true,
  };
}

export const clusters = resourceOf('PerconaServerMySQL');
export const backups = resourceOf('PerconaServerMySQLBackup');
export const restores = resourceOf('PerconaServerMySQLRestore');
