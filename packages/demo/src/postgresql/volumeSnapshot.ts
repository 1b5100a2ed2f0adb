import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { timestamp } from './names';
import { SimulatedBackup } from './SimulatedBackup';
import { SimulatedDatabase } from './SimulatedDatabase';

/** The VolumeSnapshot that a snapshot backup leaves behind. */
export function volumeSnapshotObject(
  database: SimulatedDatabase,
  backup: SimulatedBackup,
): KubernetesObject {
  const ready = backup.state === 'completed';
  return {
    apiVersion: apiVersionOf(resourceTypes.volumeSnapshots),
    kind: 'VolumeSnapshot',
    metadata: {
      name: backup.name,
      namespace: database.namespace,
      creationTimestamp: timestamp(backup.startedAt),
      labels: {
        'cnpg.io/cluster': database.name,
        'cnpg.io/backupName': backup.name,
        'cnpg.io/instanceName': backup.instance,
        'cnpg.io/pvcRole': 'PG_DATA',
      },
      annotations: {
        'cnpg.io/onlineBackup': 'false',
        'cnpg.io/backupStartTime': timestamp(backup.startedAt),
        ...(ready && { 'cnpg.io/backupEndTime': timestamp(backup.endsAt) }),
      },
    },
    spec: {
      source: { persistentVolumeClaimName: backup.instance },
      volumeSnapshotClassName: 'csi-snapshots',
    },
    status: {
      readyToUse: ready,
      ...(ready && {
        creationTime: timestamp(backup.endsAt),
        restoreSize: `${database.volumeGiB}Gi`,
        boundVolumeSnapshotContentName: `snapcontent-${backup.name}`,
      }),
    },
  };
}
