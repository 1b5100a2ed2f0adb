import { isJsonObject, KubernetesObject } from '../../../engine';

/*
 * What mariadb-operator is told and what it writes, as far as its repository shows: no cluster was at hand to record it from. Specs follow its
 * `examples/manifests` (named with each object; `mariadb_replication_pitr_s3.yaml` at 45cd02c), statuses what `docs/pitr.md` (03314e1),
 * `docs/physical_backup.md` (195a712) and `docs/multi-cluster.md` (037556d) print, and what `pkg/condition` and `internal/controller` write.
 * Fields are those of the CRDs of 26.6.0. The times are those of one night: a backup at midnight of 27 February 2026, judged at 20:20.
 */

const apiVersion = 'k8s.mariadb.com/v1alpha1';
const namespace = 'shop';

export const now = new Date('2026-02-27T20:20:00Z');

function minio(bucket: string) {
  return {
    bucket,
    prefix: 'mariadb',
    endpoint: 'minio.minio.svc.cluster.local:9000',
    region: 'us-east-1',
    accessKeyIdSecretKeyRef: { name: 'minio', key: 'access-key-id' },
    secretAccessKeySecretKeyRef: { name: 'minio', key: 'secret-access-key' },
    tls: { enabled: true, caSecretKeyRef: { name: 'minio-ca', key: 'ca.crt' } },
  };
}

function condition(
  type: string,
  status: string,
  reason: string,
  message: string,
  lastTransitionTime = '2026-02-20T10:01:00Z',
) {
  return { type, status, reason, message, lastTransitionTime };
}

/** `mariadb_replication_pitr_s3.yaml`; without the reference the archive is left out. */
export function mariadb(options: { pitr?: boolean } = {}): KubernetesObject {
  const { pitr = true } = options;
  return {
    apiVersion,
    kind: 'MariaDB',
    metadata: {
      name: 'mariadb-repl',
      namespace,
      uid: '0a5d1f60-0001-4f62-9d0c-5d7b1f0c0001',
      creationTimestamp: '2026-02-20T10:00:00Z',
      annotations: {},
    },
    spec: {
      image: 'docker-registry1.mariadb.com/library/mariadb:11.8.5',
      replicas: 3,
      storage: { size: '1Gi' },
      replication: { enabled: true, semiSyncEnabled: true },
      ...(pitr && { pointInTimeRecoveryRef: { name: 'pitr' } }),
    },
    status: {
      conditions: [
        condition('Ready', 'True', 'StatefulSetReady', 'Running'),
        ...(pitr
          ? [
              condition(
                'BinlogsArchived',
                'True',
                'ArchiveBinlogs',
                'Archived binlogs',
              ),
            ]
          : []),
        condition('Updated', 'True', 'Updated', 'Updated'),
      ],
      currentPrimary: 'mariadb-repl-0',
      currentPrimaryPodIndex: 0,
      defaultVersion: '11.8',
      replicas: 3,
      ...(pitr && {
        pointInTimeRecovery: {
          lastArchivedBinaryLog: 'mariadb-repl-bin.000004',
          lastArchivedGtid: '0-10-1559',
          lastArchivedPosition: 268506819,
          lastArchivedTime: '2026-02-27T20:10:42Z',
          serverId: 10,
          storageReadyForArchival: true,
        },
      }),
      replication: {
        roles: {
          'mariadb-repl-0': 'Primary',
          'mariadb-repl-1': 'Replica',
          'mariadb-repl-2': 'Replica',
        },
        replicas: Object.fromEntries(
          ['mariadb-repl-1', 'mariadb-repl-2'].map(name => [
            name,
            {
              gtidCurrentPos: '0-10-1559',
              gtidIOPos: '0-10-1559',
              lastErrorTransitionTime: '2026-02-20T10:02:00Z',
              lastIOErrno: 0,
              lastIOError: '',
              lastSQLErrno: 0,
              lastSQLError: '',
              secondsBehindMaster: 0,
              slaveIORunning: true,
              slaveSQLRunning: true,
              usingGtid: 'Current_Pos',
            },
          ]),
        ),
      },
    },
  };
}

/** `mariadb_replication_pitr_s3.yaml`. */
export const physicalBackup: KubernetesObject = {
  apiVersion,
  kind: 'PhysicalBackup',
  metadata: {
    name: 'physicalbackup-daily',
    namespace,
    uid: '0a5d1f60-0002-4f62-9d0c-5d7b1f0c0001',
    creationTimestamp: '2026-02-20T10:00:00Z',
  },
  spec: {
    mariaDbRef: { name: 'mariadb-repl', waitForIt: true },
    schedule: { cron: '0 0 * * *', suspend: false, immediate: true },
    compression: 'bzip2',
    maxRetention: '720h',
    storage: { s3: minio('physicalbackups') },
  },
  status: {
    conditions: [
      condition(
        'Complete',
        'True',
        'JobComplete',
        'Success',
        '2026-02-27T00:02:10Z',
      ),
    ],
    lastScheduleCheckTime: '2026-02-27T00:00:00Z',
    lastScheduleTime: '2026-02-27T00:00:00Z',
    nextScheduleTime: '2026-02-28T00:00:00Z',
  },
};

/** `mariadb_replication_pitr_s3.yaml`, with the time that `docs/pitr.md` shows. */
export const pointInTimeRecovery: KubernetesObject = {
  apiVersion,
  kind: 'PointInTimeRecovery',
  metadata: {
    name: 'pitr',
    namespace,
    uid: '0a5d1f60-0003-4f62-9d0c-5d7b1f0c0001',
    creationTimestamp: '2026-02-20T10:00:00Z',
  },
  spec: {
    physicalBackupRef: { name: 'physicalbackup-daily' },
    storage: { s3: minio('binlogs') },
    compression: 'gzip',
    archiveTimeout: '1h',
    strictMode: false,
  },
  status: { lastRecoverableTime: '2026-02-27T20:10:42Z' },
};

/** `backup_scheduled.yaml` and `backup_s3.yaml`. */
export const backup: KubernetesObject = {
  apiVersion,
  kind: 'Backup',
  metadata: {
    name: 'backup-scheduled',
    namespace,
    uid: '0a5d1f60-0004-4f62-9d0c-5d7b1f0c0001',
    creationTimestamp: '2026-02-20T10:00:00Z',
  },
  spec: {
    mariaDbRef: { name: 'mariadb-repl', waitForIt: true },
    schedule: { cron: '0 1 * * *', suspend: false },
    maxRetention: '720h',
    storage: { s3: minio('backups') },
  },
  status: {
    conditions: [
      condition(
        'Complete',
        'True',
        'CronJobSucess',
        'Success',
        '2026-02-21T01:01:00Z',
      ),
    ],
  },
};

/** As `BuildBackupCronJob` in `pkg/builder/batch_builder.go` makes it. */
export const cronJob: KubernetesObject = {
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: {
    name: 'backup-scheduled',
    namespace,
    uid: '0a5d1f60-0005-4f62-9d0c-5d7b1f0c0001',
    creationTimestamp: '2026-02-20T10:00:00Z',
    ownerReferences: [owner('Backup', 'backup-scheduled')],
  },
  spec: {
    schedule: '0 1 * * *',
    suspend: false,
    concurrencyPolicy: 'Forbid',
  },
  status: {
    lastScheduleTime: '2026-02-27T01:00:00Z',
    lastSuccessfulTime: '2026-02-27T01:00:40Z',
  },
};

function owner(kind: string, name: string) {
  return {
    apiVersion: kind === 'CronJob' ? 'batch/v1' : apiVersion,
    kind,
    name,
    uid: `uid-of-${name}`,
    controller: true,
  };
}

/** A job that takes a backup, as Kubernetes finishes it. */
export function job(
  options: {
    name?: string;
    of?: readonly [kind: string, name: string];
    startTime?: string;
    completionTime?: string;
    failed?: string;
    running?: boolean;
  } = {},
): KubernetesObject {
  const {
    name = 'physicalbackup-daily-20260227000000',
    of = ['PhysicalBackup', 'physicalbackup-daily'],
    startTime = '2026-02-27T00:00:02Z',
    completionTime = '2026-02-27T00:02:10Z',
    failed,
    running = false,
  } = options;
  const ended = failed
    ? {
        failed: 6,
        conditions: [
          {
            ...condition(
              'Failed',
              'True',
              'BackoffLimitExceeded',
              failed,
              completionTime,
            ),
          },
        ],
      }
    : {
        succeeded: 1,
        completionTime,
        conditions: [
          condition(
            'SuccessCriteriaMet',
            'True',
            'CompletionsReached',
            'Reached expected number of succeeded pods',
            completionTime,
          ),
          condition(
            'Complete',
            'True',
            'CompletionsReached',
            'Reached expected number of succeeded pods',
            completionTime,
          ),
        ],
      };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name,
      namespace,
      uid: `uid-of-${name}`,
      creationTimestamp: startTime,
      ownerReferences: [owner(...of)],
    },
    spec: {
      backoffLimit: 5,
      template: {
        spec: {
          initContainers: [{ name: 'mariadb' }],
          containers: [{ name: 'mariadb-operator' }],
        },
      },
    },
    status: { startTime, ...(running ? { active: 1 } : ended) },
  };
}

/** As `BuildVolumeSnapshot` labels it. */
export const volumeSnapshot: KubernetesObject = {
  apiVersion: 'snapshot.storage.k8s.io/v1',
  kind: 'VolumeSnapshot',
  metadata: {
    name: 'physicalbackup-snap-20260227030000',
    namespace,
    uid: '0a5d1f60-0006-4f62-9d0c-5d7b1f0c0001',
    creationTimestamp: '2026-02-27T03:00:01Z',
    labels: { 'physicalbackup.k8s.mariadb.com/name': 'physicalbackup-snap' },
    annotations: { 'k8s.mariadb.com/gtid': '0-10-1041' },
  },
  spec: {
    source: { persistentVolumeClaimName: 'storage-mariadb-repl-1' },
    volumeSnapshotClassName: 'csi-hostpath-snapclass',
  },
  status: {
    readyToUse: true,
    creationTime: '2026-02-27T03:00:02Z',
    restoreSize: '1Gi',
  },
};

/** `physicalbackup_volumesnapshot.yaml`. */
export const snapshotBackup: KubernetesObject = {
  ...physicalBackup,
  metadata: {
    ...physicalBackup.metadata,
    name: 'physicalbackup-snap',
    uid: '0a5d1f60-0007-4f62-9d0c-5d7b1f0c0001',
  },
  spec: {
    mariaDbRef: { name: 'mariadb-repl', waitForIt: true },
    schedule: { cron: '0 3 * * *', suspend: false, immediate: true },
    storage: {
      volumeSnapshot: { volumeSnapshotClassName: 'csi-hostpath-snapclass' },
    },
  },
};

/** `restore.yaml`. */
export const restore: KubernetesObject = {
  apiVersion,
  kind: 'Restore',
  metadata: {
    name: 'restore',
    namespace,
    uid: '0a5d1f60-0008-4f62-9d0c-5d7b1f0c0001',
    creationTimestamp: '2026-02-25T09:00:00Z',
  },
  spec: {
    mariaDbRef: { name: 'mariadb-other', waitForIt: true },
    backupRef: { name: 'backup-scheduled' },
  },
  status: {
    conditions: [
      condition(
        'Complete',
        'True',
        'JobComplete',
        'Success',
        '2026-02-25T09:04:00Z',
      ),
    ],
  },
};

/** The first pod and its claim, labelled as the StatefulSet does it. */
const labels = {
  'app.kubernetes.io/name': 'mariadb',
  'app.kubernetes.io/instance': 'mariadb-repl',
};

export const pod: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'mariadb-repl-0',
    namespace,
    uid: '0a5d1f60-0009-4f62-9d0c-5d7b1f0c0001',
    labels: {
      ...labels,
      'statefulset.kubernetes.io/pod-name': 'mariadb-repl-0',
    },
  },
  spec: { nodeName: 'node1' },
  status: {
    phase: 'Running',
    conditions: [{ type: 'Ready', status: 'True' }],
  },
};

export const claim: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: {
    name: 'storage-mariadb-repl-0',
    namespace,
    uid: '0a5d1f60-0010-4f62-9d0c-5d7b1f0c0001',
    labels,
  },
  spec: {
    storageClassName: 'standard',
    resources: { requests: { storage: '1Gi' } },
  },
  status: { phase: 'Bound', capacity: { storage: '1Gi' } },
};

/** A MariaDB that was bootstrapped from the archive; the conditions are those that `docs/pitr.md` shows. */
export const copy: KubernetesObject = {
  apiVersion,
  kind: 'MariaDB',
  metadata: {
    name: 'mariadb-copy',
    namespace,
    uid: '0a5d1f60-0011-4f62-9d0c-5d7b1f0c0001',
    creationTimestamp: '2026-02-26T12:13:40Z',
    labels: { 'holdfast.io/purpose': 'drill' },
  },
  spec: {
    replicas: 3,
    storage: { size: '1Gi' },
    replication: { enabled: true },
    bootstrapFrom: {
      pointInTimeRecoveryRef: { name: 'pitr' },
      targetRecoveryTime: '2026-02-26T12:00:00Z',
    },
  },
  status: {
    conditions: [
      condition('Ready', 'True', 'StatefulSetReady', 'Running'),
      condition(
        'BackupRestored',
        'True',
        'RestorePhysicalBackup',
        'Restored physical backup',
        '2026-02-26T12:15:06Z',
      ),
      condition(
        'BinlogsReplayed',
        'True',
        'ReplayBinlogs',
        'Replayed binlogs',
        '2026-02-26T12:16:40Z',
      ),
    ],
    currentPrimary: 'mariadb-copy-0',
    replicas: 3,
  },
};

/** An object with another spec or status, merged at the top. */
export function altered(
  object: KubernetesObject,
  changes: { spec?: object; status?: object; metadata?: object },
): KubernetesObject {
  const merged = (name: 'spec' | 'status' | 'metadata') => ({
    ...(isJsonObject(object[name]) ? object[name] : {}),
    ...changes[name],
  });
  return {
    ...object,
    metadata: { ...object.metadata, ...changes.metadata },
    spec: merged('spec'),
    ...((object.status || changes.status) && { status: merged('status') }),
  };
}
