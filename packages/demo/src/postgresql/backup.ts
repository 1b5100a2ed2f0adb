import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { seededUid } from '../kubernetes/seededUid';
import {
  backupIdAt,
  BARMAN_PLUGIN,
  compactTime,
  PLUGIN_VERSION,
  S3_CREDENTIALS,
  timestamp,
} from './names';
import { runTimes, SimulatedBackup } from './SimulatedBackup';
import { SimulatedDatabase } from './SimulatedDatabase';
import { walPositionAt } from './walPosition';

/** The Backup as the operator leaves it in each state. */
export function backupObject(
  database: SimulatedDatabase,
  backup: SimulatedBackup,
): KubernetesObject {
  const { name, namespace } = database;
  const { method, schedule } = backup;
  return {
    apiVersion: apiVersionOf(resourceTypes.backups),
    kind: 'Backup',
    metadata: {
      name: backup.name,
      namespace,
      creationTimestamp: timestamp(backup.requestedAt),
      ...(schedule && {
        labels: {
          'cnpg.io/cluster': name,
          'cnpg.io/immediateBackup': String(backup.immediate === true),
          'cnpg.io/scheduled-backup': schedule,
        },
      }),
    },
    spec: {
      cluster: { name },
      method,
      ...(method === 'plugin' && {
        pluginConfiguration: { name: BARMAN_PLUGIN },
      }),
    },
    status: {
      phase: backup.state,
      method,
      ...(backup.instance && begun(database, backup, backup.instance)),
      ...(backup.state === 'completed' && completed(database, backup)),
      ...(backup.state === 'failed' && {
        error: backup.error,
        reconciliationTerminatedAt: timestamp(backup.endsAt),
      }),
    },
  };
}

function begun(
  { uid }: SimulatedDatabase,
  backup: SimulatedBackup,
  instance: string,
): Record<string, unknown> {
  const container = seededUid(uid, instance, 'container').replace(/-/g, '');
  return {
    instanceID: {
      podName: instance,
      ContainerID: `containerd://${container}${container}`,
      ...(backup.method !== 'volumeSnapshot' && {
        sessionID: seededUid(uid, instance, 'session'),
      }),
    },
    reconciliationStartedAt: timestamp(backup.requestedAt),
    // It is set when the instance has answered.
    ...(backup.state !== 'started' && { majorVersion: backup.majorVersion }),
  };
}

function completed(
  { store }: SimulatedDatabase,
  backup: SimulatedBackup,
): Record<string, unknown> {
  const { method, timeline } = backup;
  const { startedAt, stoppedAt } = runTimes(backup);
  const begin = walPositionAt(startedAt, { timeline, offset: '000028' });
  const end = walPositionAt(stoppedAt, { timeline, offset: '000138' });
  const common = {
    startedAt: timestamp(startedAt),
    stoppedAt: timestamp(stoppedAt),
    reconciliationTerminatedAt: timestamp(backup.endsAt),
    beginWal: begin.file,
    beginLSN: begin.lsn,
  };
  if (method === 'volumeSnapshot') {
    // Cold: the instance stood still (`pkg/reconciler/backup/volumesnapshot/reconciler.go`).
    return {
      ...common,
      backupId: backup.name,
      backupName: backup.name,
      endWal: begin.file,
      endLSN: begin.lsn,
      online: false,
      snapshotBackupStatus: {
        elements: [{ name: backup.name, type: 'PG_DATA' }],
      },
    };
  }
  const byBarman = {
    ...common,
    backupId: backupIdAt(startedAt),
    backupName: `backup-${compactTime(backup.requestedAt)}`,
    endWal: end.file,
    endLSN: end.lsn,
  };
  if (method === 'barmanObjectStore') {
    return {
      ...byBarman,
      destinationPath: backup.destinationPath,
      endpointURL: store.endpointURL,
      s3Credentials: S3_CREDENTIALS,
      serverName: backup.serverName,
    };
  }
  return {
    ...byBarman,
    online: true,
    pluginMetadata: {
      clusterUID: backup.clusterUid,
      displayName: 'BarmanCloudInstance',
      name: BARMAN_PLUGIN,
      pluginName: BARMAN_PLUGIN,
      timeline: String(timeline),
      version: PLUGIN_VERSION,
    },
  };
}
