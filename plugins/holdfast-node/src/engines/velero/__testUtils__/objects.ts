import { JsonObject } from '@backstage/types';
import { KubernetesObject } from '../../../engine';

/** The time of all tests. */
export const now = new Date('2026-11-20T12:00:00Z');

const velero = { namespace: 'velero' };
const cluster = 'postgresql.cnpg.io/v1';
export const createdAt = '2026-10-01T08:00:00Z';

/**
 * A CloudNativePG Cluster of one instance that archives nothing, as in `docs/src/samples/cluster-example.yaml` of CloudNativePG 1.30, with its
 * claim and its pod.
 */
export const database: KubernetesObject = {
  apiVersion: cluster,
  kind: 'Cluster',
  metadata: {
    name: 'orders',
    namespace: 'shop',
    uid: 'uid-of-orders',
    creationTimestamp: createdAt,
  },
  spec: { instances: 1, storage: { size: '1Gi' } },
  status: {
    phase: 'Cluster in healthy state',
    currentPrimary: 'orders-1',
    instances: 1,
    readyInstances: 1,
    instanceNames: ['orders-1'],
  },
};

/** A claim of it, as the operator labels it (`pkg/utils/labels_annotations.go` of CloudNativePG 1.30). */
export function claim(
  options: {
    name?: string;
    role?: 'PG_DATA' | 'PG_WAL';
    instance?: string;
    labels?: Record<string, string>;
    createdAt?: string;
  } = {},
): KubernetesObject {
  const {
    name = 'orders-1',
    role = 'PG_DATA',
    instance = 'orders-1',
  } = options;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name,
      namespace: 'shop',
      uid: `uid-of-claim-${name}`,
      creationTimestamp: options.createdAt ?? createdAt,
      labels: {
        'cnpg.io/cluster': 'orders',
        'cnpg.io/instanceName': instance,
        'cnpg.io/pvcRole': role,
        ...options.labels,
      },
    },
    spec: {
      storageClassName: 'csi',
      volumeName: `pv-${name}`,
      resources: { requests: { storage: '1Gi' } },
    },
    status: { phase: 'Bound', capacity: { storage: '1Gi' } },
  };
}

export function persistentVolume(
  source: JsonObject = { csi: { driver: 'ebs.csi.aws.com' } },
  name = 'pv-orders-1',
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name, uid: `uid-of-${name}` },
    spec: { ...source, capacity: { storage: '1Gi' } },
  };
}

/** With the volume `pgdata`, as the operator calls it (`pkg/specs/volumes.go`). */
export function pod(
  options: {
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
  } = {},
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'orders-1',
      namespace: 'shop',
      uid: 'uid-of-pod',
      labels: {
        'cnpg.io/cluster': 'orders',
        'cnpg.io/podRole': 'instance',
        ...options.labels,
      },
      annotations: options.annotations,
    },
    spec: {
      nodeName: 'node1',
      volumes: [
        { name: 'pgdata', persistentVolumeClaim: { claimName: 'orders-1' } },
        { name: 'scratch-data', emptyDir: {} },
      ],
    },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True' }],
    },
  };
}

export function namespace(name: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, uid: `uid-of-namespace-${name}` },
  };
}

/** As in `site/content/docs/main/api-types/backupstoragelocation.md` of vmware-tanzu/velero v1.18.0. */
export function location(
  options: { phase?: string; spec?: JsonObject } = {},
): KubernetesObject {
  return {
    apiVersion: 'velero.io/v1',
    kind: 'BackupStorageLocation',
    metadata: { ...velero, name: 'default', uid: 'uid-of-location' },
    spec: {
      backupSyncPeriod: '2m0s',
      provider: 'aws',
      default: true,
      objectStorage: { bucket: 'myBucket', prefix: 'eu' },
      credential: { name: 'secret-name', key: 'key-in-secret' },
      config: { region: 'us-west-2', profile: 'default' },
      ...options.spec,
    },
    status: {
      phase: options.phase ?? 'Available',
      lastSyncedTime: '2026-11-20T11:59:00Z',
      lastValidationTime: '2026-11-20T11:59:30Z',
    },
  };
}

/** Fields as in `site/content/docs/main/api-types/schedule.md` of vmware-tanzu/velero v1.18.0. */
export function schedule(
  options: {
    name?: string;
    expression?: string;
    paused?: boolean;
    template?: JsonObject;
    status?: JsonObject;
    createdAt?: string;
  } = {},
): KubernetesObject {
  const {
    name = 'nightly',
    expression = '0 1 * * *',
    paused = false,
  } = options;
  return {
    apiVersion: 'velero.io/v1',
    kind: 'Schedule',
    metadata: {
      ...velero,
      name,
      uid: `uid-of-schedule-${name}`,
      creationTimestamp: options.createdAt ?? createdAt,
    },
    spec: {
      paused,
      skipImmediately: false,
      schedule: expression,
      useOwnerReferencesInBackup: false,
      template: {
        includedNamespaces: ['shop'],
        snapshotMoveData: true,
        ttl: '720h0m0s',
        ...options.template,
      },
    },
    status: options.status ?? {
      phase: 'Enabled',
      lastBackup: '2026-11-20T01:00:00Z',
    },
  };
}

/** What `getBackup` in `pkg/controller/schedule_controller.go` makes, and the controllers of backups fill in. */
export function backup(
  options: {
    name?: string;
    startedAt?: string;
    createdAt?: string;
    of?: string | null;
    phase?: string;
    spec?: JsonObject;
    status?: JsonObject;
  } = {},
): KubernetesObject {
  const { startedAt = '2026-11-20T01:00:03Z', of = 'nightly' } = options;
  const started = Date.parse(startedAt);
  const at = (milliseconds: number) =>
    `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
  return {
    apiVersion: 'velero.io/v1',
    kind: 'Backup',
    metadata: {
      ...velero,
      name: options.name ?? 'nightly-20261120010000',
      uid: `uid-of-backup-${options.name ?? 'nightly-20261120010000'}`,
      creationTimestamp: options.createdAt ?? at(started - 3_000),
      labels: {
        'velero.io/storage-location': 'default',
        ...(of && { 'velero.io/schedule-name': of }),
      },
    },
    spec: {
      csiSnapshotTimeout: '10m0s',
      defaultVolumesToFsBackup: false,
      includedNamespaces: ['shop'],
      snapshotMoveData: true,
      storageLocation: 'default',
      ttl: '720h0m0s',
      ...options.spec,
    },
    status: {
      phase: options.phase ?? 'Completed',
      formatVersion: '1.1.0',
      startTimestamp: startedAt,
      completionTimestamp: at(started + 300_000),
      expiration: at(started + 30 * 86_400_000),
      progress: { itemsBackedUp: 40, totalItems: 40 },
      backupItemOperationsAttempted: 1,
      backupItemOperationsCompleted: 1,
      ...options.status,
    },
  };
}

const backupOwner = (name: string) => [
  {
    apiVersion: 'velero.io/v1',
    kind: 'Backup',
    name,
    uid: `uid-of-backup-${name}`,
    controller: true,
  },
];

/** As `newDataUpload` in `pkg/backup/actions/csi/pvc_action.go` of vmware-tanzu/velero v1.18.0 makes it. */
export function dataUpload(
  options: {
    of?: string;
    pvc?: string;
    claimUid?: string;
    phase?: string;
    message?: string;
  } = {},
): KubernetesObject {
  const { of = 'nightly-20261120010000', pvc = 'orders-1' } = options;
  const { claimUid = `uid-of-claim-${pvc}`, phase = 'Completed' } = options;
  return {
    apiVersion: 'velero.io/v2alpha1',
    kind: 'DataUpload',
    metadata: {
      ...velero,
      name: `${of}-${pvc}`,
      uid: `uid-of-upload-${of}-${pvc}`,
      creationTimestamp: '2026-11-20T01:00:20Z',
      labels: {
        'velero.io/async-operation-id':
          `du-uid-of-backup-${of}.${claimUid}`.slice(0, 63),
        'velero.io/backup-name': of,
        'velero.io/backup-uid': `uid-of-backup-${of}`,
        'velero.io/pvc-uid': claimUid,
      },
      ownerReferences: backupOwner(of),
    },
    spec: {
      backupStorageLocation: 'default',
      csiSnapshot: {
        snapshotClass: 'csi-snapshots',
        storageClass: 'csi',
        volumeSnapshot: `velero-${pvc}-x7k2p`,
      },
      operationTimeout: '10m0s',
      snapshotType: 'CSI',
      sourceNamespace: 'shop',
      sourcePVC: pvc,
    },
    status: {
      phase,
      node: 'node1',
      path: '/host_pods/volume',
      progress: { bytesDone: 1024, totalBytes: 1024 },
      snapshotID: '8b7f1c2d',
      startTimestamp: '2026-11-20T01:00:30Z',
      completionTimestamp: '2026-11-20T01:04:30Z',
      ...(options.message !== undefined && { message: options.message }),
    },
  };
}

/** As `newPodVolumeBackup` in `pkg/podvolume/backupper.go` of vmware-tanzu/velero v1.18.0 makes it. */
export function podVolumeBackup(
  options: { of?: string; phase?: string } = {},
): KubernetesObject {
  const { of = 'nightly-20261120010000', phase = 'Completed' } = options;
  return {
    apiVersion: 'velero.io/v1',
    kind: 'PodVolumeBackup',
    metadata: {
      ...velero,
      name: `${of}-m2v9q`,
      uid: `uid-of-pvb-${of}`,
      annotations: { 'velero.io/pvc-name': 'orders-1' },
      labels: {
        'velero.io/backup-name': of,
        'velero.io/backup-uid': `uid-of-backup-${of}`,
        'velero.io/pvc-uid': 'uid-of-claim-orders-1',
      },
      ownerReferences: backupOwner(of),
    },
    spec: {
      backupStorageLocation: 'default',
      node: 'node1',
      pod: {
        kind: 'Pod',
        name: 'orders-1',
        namespace: 'shop',
        uid: 'uid-of-pod',
      },
      repoIdentifier: 's3:s3-us-west-2.amazonaws.com/myBucket/eu/restic/shop',
      tags: {
        backup: of,
        'backup-uid': `uid-of-backup-${of}`,
        ns: 'shop',
        pod: 'orders-1',
        'pod-uid': 'uid-of-pod',
        'pvc-uid': 'uid-of-claim-orders-1',
        volume: 'pgdata',
      },
      uploaderType: 'kopia',
      volume: 'pgdata',
    },
    status: {
      phase,
      path: '/host_pods/uid-of-pod/volumes/kubernetes.io~csi/pv-orders-1/mount',
      progress: { bytesDone: 1024, totalBytes: 1024 },
      snapshotID: '0a1b2c',
    },
  };
}

/** As `NewBackupRepository` in `pkg/repository/backup_repo_op.go` makes it; the hour is Kopia's (`DefaultMaintenanceFrequency`). */
export function repository(
  status: JsonObject = {
    phase: 'Ready',
    lastMaintenanceTime: '2026-11-20T11:30:00Z',
    recentMaintenance: [
      {
        startTimestamp: '2026-11-20T11:29:00Z',
        completeTimestamp: '2026-11-20T11:30:00Z',
        result: 'Succeeded',
      },
    ],
  },
): KubernetesObject {
  return {
    apiVersion: 'velero.io/v1',
    kind: 'BackupRepository',
    metadata: {
      ...velero,
      name: 'shop-default-kopia-x5d2m',
      uid: 'uid-of-repository',
      labels: {
        'velero.io/repository-type': 'kopia',
        'velero.io/storage-location': 'default',
        'velero.io/volume-namespace': 'shop',
      },
    },
    spec: {
      backupStorageLocation: 'default',
      maintenanceFrequency: '1h0m0s',
      repositoryType: 'kopia',
      resticIdentifier: '',
      volumeNamespace: 'shop',
    },
    status,
  };
}

/** Fields as in `site/content/docs/main/api-types/restore.md` of vmware-tanzu/velero v1.18.0. */
export function restore(
  options: { phase?: string; spec?: JsonObject; status?: JsonObject } = {},
): KubernetesObject {
  return {
    apiVersion: 'velero.io/v1',
    kind: 'Restore',
    metadata: {
      ...velero,
      name: 'rehearsal',
      uid: 'uid-of-restore',
      creationTimestamp: '2026-11-20T06:00:00Z',
      labels: { 'holdfast.io/purpose': 'drill' },
    },
    spec: {
      backupName: 'nightly-20261120010000',
      includedNamespaces: ['shop'],
      namespaceMapping: { shop: 'rehearsal' },
      ...options.spec,
    },
    status: {
      phase: options.phase ?? 'Completed',
      startTimestamp: '2026-11-20T06:00:01Z',
      completionTimestamp: '2026-11-20T06:12:01Z',
      progress: { itemsRestored: 30, totalItems: 30 },
      ...options.status,
    },
  };
}

const restoreOwner = [
  {
    apiVersion: 'velero.io/v1',
    kind: 'Restore',
    name: 'rehearsal',
    uid: 'uid-of-restore',
    controller: true,
  },
];

/** As `newDataDownload` in `pkg/restore/actions/csi/pvc_action.go` of vmware-tanzu/velero v1.18.0 makes it. */
export function dataDownload(phase = 'Completed'): KubernetesObject {
  return {
    apiVersion: 'velero.io/v2alpha1',
    kind: 'DataDownload',
    metadata: {
      ...velero,
      name: 'rehearsal-8c2xk',
      uid: 'uid-of-download',
      labels: {
        'velero.io/restore-name': 'rehearsal',
        'velero.io/restore-uid': 'uid-of-restore',
      },
      ownerReferences: restoreOwner,
    },
    spec: {
      backupStorageLocation: 'default',
      operationTimeout: '10m0s',
      snapshotID: '8b7f1c2d',
      sourceNamespace: 'shop',
      targetVolume: { namespace: 'rehearsal', pvc: 'orders-1', pv: '' },
    },
    status: {
      phase,
      progress: { bytesDone: 1024, totalBytes: 1024 },
      startTimestamp: '2026-11-20T06:00:20Z',
      completionTimestamp: '2026-11-20T06:10:20Z',
    },
  };
}

/** As `newPodVolumeRestore` in `pkg/podvolume/restorer.go` of vmware-tanzu/velero v1.18.0 makes it. */
export function podVolumeRestore(phase = 'Completed'): KubernetesObject {
  return {
    apiVersion: 'velero.io/v1',
    kind: 'PodVolumeRestore',
    metadata: {
      ...velero,
      name: 'rehearsal-p4v7n',
      uid: 'uid-of-pvr',
      labels: { 'velero.io/restore-name': 'rehearsal' },
      ownerReferences: restoreOwner,
    },
    spec: {
      backupStorageLocation: 'default',
      pod: {
        kind: 'Pod',
        name: 'orders-1',
        namespace: 'rehearsal',
        uid: 'uid-of-restored-pod',
      },
      repoIdentifier: 's3:s3-us-west-2.amazonaws.com/myBucket/eu/restic/shop',
      snapshotID: '0a1b2c',
      sourceNamespace: 'shop',
      uploaderType: 'kopia',
      volume: 'pgdata',
    },
    status: { phase, progress: { bytesDone: 1024, totalBytes: 1024 } },
  };
}
