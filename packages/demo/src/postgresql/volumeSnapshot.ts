import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { compactTime, timestamp } from './names';
import { SimulatedBackup } from './SimulatedBackup';
import { SimulatedDatabase } from './SimulatedDatabase';
import { formatGiB } from './volume';
import { walPositionAt } from './walPosition';

/**
 * The VolumeSnapshot that a snapshot backup leaves behind. Labels and annotations are those of `enrichSnapshot` and
 * `transferLabelsToAnnotations` in the operator's `pkg/reconciler/backup/volumesnapshot/reconciler.go`; its copies of the Cluster and of
 * pg_controldata are left out.
 */
export function volumeSnapshotObject(
  database: SimulatedDatabase,
  backup: SimulatedBackup,
): KubernetesObject {
  const { requestedAt, timeline } = backup;
  const instance = backup.instance ?? database.primary;
  const ready = backup.state === 'completed';
  const version = String(backup.majorVersion);
  const day = compactTime(requestedAt).slice(0, 8);
  const wal = walPositionAt(requestedAt, { timeline, offset: '000028' }).file;
  const role = instance === database.primary ? 'primary' : 'replica';
  return {
    apiVersion: apiVersionOf(resourceTypes.volumeSnapshots),
    kind: 'VolumeSnapshot',
    metadata: {
      name: backup.name,
      namespace: database.namespace,
      creationTimestamp: timestamp(requestedAt),
      labels: {
        'app.kubernetes.io/component': 'database',
        'app.kubernetes.io/instance': database.name,
        'app.kubernetes.io/managed-by': 'cloudnative-pg',
        'app.kubernetes.io/name': 'postgresql',
        'app.kubernetes.io/version': version,
        'cnpg.io/backupDate': day,
        'cnpg.io/backupMonth': day.slice(0, 6),
        'cnpg.io/backupName': backup.name,
        'cnpg.io/backupTimeline': String(timeline),
        'cnpg.io/backupYear': day.slice(0, 4),
        'cnpg.io/cluster': database.name,
        'cnpg.io/majorVersion': version,
      },
      annotations: {
        'cnpg.io/backupStartWAL': wal,
        'cnpg.io/backupEndWAL': wal,
        'cnpg.io/instanceName': instance,
        'cnpg.io/instanceRole': role,
        'cnpg.io/onlineBackup': 'false',
        'cnpg.io/pvcRole': 'PG_DATA',
        'cnpg.io/pvcStatus': 'ready',
        ...(ready && {
          'cnpg.io/backupStartTime': timestamp(requestedAt),
          'cnpg.io/backupEndTime': timestamp(backup.endsAt),
          'cnpg.io/snapshotStartTime': timestamp(requestedAt),
          'cnpg.io/snapshotEndTime': timestamp(backup.endsAt),
        }),
      },
    },
    spec: {
      source: { persistentVolumeClaimName: instance },
      volumeSnapshotClassName: 'csi-snapshots',
    },
    status: {
      readyToUse: ready,
      ...(ready && {
        boundVolumeSnapshotContentName: `snapcontent-${backup.name}`,
        creationTime: timestamp(requestedAt),
        restoreSize: formatGiB(database.volumeGiB),
      }),
    },
  };
}
