import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { seededUid } from '../kubernetes/seededUid';
import { backupIdAt, BARMAN_PLUGIN, PLUGIN_VERSION, timestamp } from './names';
import { SimulatedBackup } from './SimulatedBackup';
import { SimulatedDatabase } from './SimulatedDatabase';

/** The Backup as the operator leaves it in each state. */
export function backupObject(
  database: SimulatedDatabase,
  backup: SimulatedBackup,
): KubernetesObject {
  const { name, namespace } = database;
  return {
    apiVersion: apiVersionOf(resourceTypes.backups),
    kind: 'Backup',
    metadata: {
      name: backup.name,
      namespace,
      creationTimestamp: timestamp(backup.startedAt),
      ...(backup.schedule && {
        labels: {
          'cnpg.io/cluster': name,
          'cnpg.io/immediateBackup': 'false',
          'cnpg.io/scheduled-backup': backup.schedule,
        },
      }),
    },
    spec: {
      cluster: { name },
      method: backup.method,
      ...(backup.method === 'plugin' && {
        pluginConfiguration: { name: BARMAN_PLUGIN },
      }),
    },
    status: {
      phase: backup.state,
      method: backup.method,
      majorVersion: database.majorVersion,
      reconciliationStartedAt: timestamp(backup.startedAt),
      instanceID: {
        podName: backup.instance,
        ContainerID: `containerd://${seededUid(backup.instance, 'container')}`,
        sessionID: seededUid(backup.instance, 'session'),
      },
      ...(backup.state === 'completed' && completedStatus(database, backup)),
      ...(backup.state === 'failed' && {
        error: backup.error,
        reconciliationTerminatedAt: timestamp(backup.endsAt),
      }),
    },
  };
}

function completedStatus(
  database: SimulatedDatabase,
  backup: SimulatedBackup,
): Record<string, unknown> {
  const common = {
    startedAt: timestamp(backup.startedAt),
    stoppedAt: timestamp(backup.endsAt),
    reconciliationTerminatedAt: timestamp(backup.endsAt.getTime() + 10_000),
    backupName: `backup-${backupIdAt(backup.startedAt).replace('T', '')}`,
    online: backup.method !== 'volumeSnapshot',
    ...walRange(backup),
  };
  if (backup.method === 'volumeSnapshot') {
    return {
      ...common,
      snapshotBackupStatus: {
        elements: [{ name: backup.name, type: 'PG_DATA' }],
      },
    };
  }
  const backupId = backupIdAt(backup.startedAt);
  if (backup.method === 'barmanObjectStore') {
    const { destinationPath, endpointURL } = database.storeLocation;
    return {
      ...common,
      backupId,
      destinationPath,
      endpointURL,
      serverName: backup.serverName,
    };
  }
  return {
    ...common,
    backupId,
    pluginMetadata: {
      clusterUID: backup.clusterUid,
      displayName: 'BarmanCloudInstance',
      name: BARMAN_PLUGIN,
      pluginName: BARMAN_PLUGIN,
      timeline: '1',
      version: PLUGIN_VERSION,
    },
  };
}

/** WAL positions that grow with time, in the forms that PostgreSQL gives them. */
function walRange(backup: SimulatedBackup): Record<string, string> {
  const segment = (moment: Date) =>
    Math.floor(moment.getTime() / 300_000) % 2 ** 24;
  const file = (number: number) => {
    const hex = (value: number) =>
      value.toString(16).toUpperCase().padStart(8, '0');
    return `00000001${hex(number >> 8)}${hex(number & 0xff)}`;
  };
  const position = (number: number, offset: string) =>
    `${(number >> 8).toString(16).toUpperCase()}/${(number & 0xff)
      .toString(16)
      .toUpperCase()}${offset}`;
  const [begin, end] = [segment(backup.startedAt), segment(backup.endsAt)];
  return {
    beginWal: file(begin),
    endWal: file(end),
    beginLSN: position(begin, '000028'),
    endLSN: position(end, '000138'),
  };
}
