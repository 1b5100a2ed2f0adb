import { WatchedResource } from '../../engine';

function resourceOf(kind: string): WatchedResource {
  return {
    group: 'pxc.percona.com',
    version: 'v1',
    plural: `${kind.toLowerCase()}s`,
    kind,
    namespaced: true,
  };
}

export const clusters = resourceOf('PerconaXtraDBCluster');
export const backups = resourceOf('PerconaXtraDBClusterBackup');
export const restores = resourceOf('PerconaXtraDBClusterRestore');
