import { entriesOf, fields, listOf, scalar } from '../../engine';
import { ownMetadata } from '../servers/ownMetadata';

const named = fields({ name: scalar });
const conditions = listOf(
  fields({
    type: scalar,
    status: scalar,
    reason: scalar,
    message: scalar,
    lastTransitionTime: scalar,
  }),
);

const s3 = fields({
  bucket: scalar,
  prefix: scalar,
  endpoint: scalar,
  region: scalar,
  accessKeyIdSecretKeyRef: named,
  tls: fields({ enabled: scalar }),
});
const azureBlob = fields({
  containerName: scalar,
  serviceURL: scalar,
  storageAccountName: scalar,
  storageAccountKey: named,
  prefix: scalar,
});

const storage = fields({
  s3,
  azureBlob,
  persistentVolumeClaim: fields({}),
  volume: fields({
    emptyDir: fields({}),
    hostPath: fields({ path: scalar }),
    nfs: fields({ server: scalar, path: scalar }),
    csi: fields({ driver: scalar }),
    persistentVolumeClaim: fields({ claimName: scalar }),
  }),
  volumeSnapshot: fields({ volumeSnapshotClassName: scalar }),
});

const mariaDbRef = fields({ name: scalar, namespace: scalar, kind: scalar });

export const mariadbShape = fields({
  metadata: ownMetadata,
  spec: fields({
    image: scalar,
    replicas: scalar,
    suspend: scalar,
    storage: fields({
      size: scalar,
      ephemeral: scalar,
      pvcRetentionPolicy: fields({ whenDeleted: scalar }),
      volumeClaimTemplate: fields({
        resources: fields({ requests: fields({ storage: scalar }) }),
      }),
    }),
    affinity: fields({ antiAffinityEnabled: scalar }),
    replication: fields({ enabled: scalar, semiSyncEnabled: scalar }),
    galera: fields({ enabled: scalar }),
    tls: fields({ enabled: scalar, required: scalar }),
    multiCluster: fields({ enabled: scalar, primary: scalar }),
    pointInTimeRecoveryRef: named,
    bootstrapFrom: fields({
      backupRef: fields({ name: scalar, kind: scalar }),
      backupContentType: scalar,
      pointInTimeRecoveryRef: named,
      volumeSnapshotRef: named,
      targetRecoveryTime: scalar,
      s3,
      azureBlob,
    }),
  }),
  status: fields({
    conditions,
    currentPrimary: scalar,
    currentPrimaryFailingSince: scalar,
    currentMultiClusterPrimary: scalar,
    defaultVersion: scalar,
    replicas: scalar,
    replication: fields({
      replicas: entriesOf(
        fields({
          secondsBehindMaster: scalar,
          slaveIORunning: scalar,
          slaveSQLRunning: scalar,
        }),
      ),
    }),
  }),
});

export const backupShape = fields({
  metadata: ownMetadata,
  spec: fields({
    mariaDbRef,
    databases: listOf(scalar),
    schedule: fields({ cron: scalar, suspend: scalar }),
    timeZone: scalar,
    maxRetention: scalar,
    successfulJobsHistoryLimit: scalar,
    storage,
  }),
  status: fields({ conditions }),
});

export const physicalBackupShape = fields({
  metadata: ownMetadata,
  spec: fields({
    mariaDbRef,
    schedule: fields({ cron: scalar, suspend: scalar, immediate: scalar }),
    maxRetention: scalar,
    successfulJobsHistoryLimit: scalar,
    storage,
  }),
  status: fields({
    conditions,
    lastScheduleTime: scalar,
  }),
});

export const pointInTimeRecoveryShape = fields({
  metadata: ownMetadata,
  spec: fields({
    physicalBackupRef: named,
    storage: fields({ s3, azureBlob }),
  }),
  status: fields({ lastRecoverableTime: scalar }),
});

export const restoreShape = fields({
  metadata: ownMetadata,
  spec: fields({
    mariaDbRef,
    backupRef: named,
    database: scalar,
    targetRecoveryTime: scalar,
  }),
  status: fields({ conditions }),
});
