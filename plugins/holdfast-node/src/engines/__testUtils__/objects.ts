import { KubernetesObject } from '../../engine';

/** A Node as a cloud provider labels it (Kubernetes documentation, "Well-Known Labels, Annotations and Taints"). */
export const node: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name: 'node1',
    uid: '6f2f4a0e-1111-4f62-9d0c-5d7b1f0c0001',
    labels: {
      'kubernetes.io/hostname': 'node1',
      'topology.kubernetes.io/region': 'eu-west-1',
      'topology.kubernetes.io/zone': 'eu-west-1a',
    },
  },
  spec: { podCIDR: '10.244.0.0/24' },
  status: {
    conditions: [
      {
        type: 'Ready',
        status: 'True',
        lastHeartbeatTime: '2026-11-20T17:08:30Z',
      },
    ],
  },
};

/** A Pooler as `docs/src/connection_pooling.md` of CloudNativePG 1.30 has it. */
export const pooler: KubernetesObject = {
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Pooler',
  metadata: {
    name: 'orders-pooler-rw',
    namespace: 'default',
    uid: '6f2f4a0e-1111-4f62-9d0c-5d7b1f0c0002',
  },
  spec: { cluster: { name: 'orders' }, instances: 3, type: 'rw' },
  status: { instances: 3, phase: 'active' },
};

/** A Database as `docs/src/declarative_database_management.md` of CloudNativePG 1.30 has it. */
export const logicalDatabase: KubernetesObject = {
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Database',
  metadata: {
    name: 'orders-audit',
    namespace: 'default',
    uid: '6f2f4a0e-1111-4f62-9d0c-5d7b1f0c0003',
  },
  spec: { cluster: { name: 'orders' }, name: 'audit', owner: 'app' },
  status: { applied: true, observedGeneration: 1 },
};

/** A Publication as `docs/src/logical_replication.md` of CloudNativePG 1.30 has it. */
export const publication: KubernetesObject = {
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Publication',
  metadata: {
    name: 'orders-pub',
    namespace: 'default',
    uid: '6f2f4a0e-1111-4f62-9d0c-5d7b1f0c0005',
  },
  spec: {
    cluster: { name: 'orders' },
    dbname: 'app',
    name: 'pub',
    target: { allTables: true },
  },
  status: { applied: true, observedGeneration: 1 },
};

/** A Subscription, likewise. */
export const subscription: KubernetesObject = {
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Subscription',
  metadata: {
    name: 'orders-sub',
    namespace: 'default',
    uid: '6f2f4a0e-1111-4f62-9d0c-5d7b1f0c0006',
  },
  spec: {
    cluster: { name: 'orders' },
    dbname: 'app',
    name: 'sub',
    externalClusterName: 'ledger',
    publicationName: 'pub',
  },
  status: {
    applied: false,
    message: 'publication "pub" does not exist',
    observedGeneration: 1,
  },
};

/** A DatabaseRole as `docs/src/declarative_role_management.md` of CloudNativePG 1.30 has it, "Client Certificate Generation". */
export const databaseRole: KubernetesObject = {
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'DatabaseRole',
  metadata: {
    name: 'role-dante',
    namespace: 'default',
    uid: '6f2f4a0e-1111-4f62-9d0c-5d7b1f0c0004',
  },
  spec: {
    cluster: { name: 'orders' },
    name: 'dante',
    login: true,
    clientCertificate: { enabled: true },
  },
  status: {
    applied: true,
    clientCertificate: { expiration: '2026-07-01T12:00:00Z' },
    observedGeneration: 1,
  },
};

/**
 * A VolumeSnapshot as the operator makes and annotates it (`createSnapshot`, `enrichSnapshot` and `annotateSnapshotsWithBackupData` in
 * `pkg/reconciler/backup/volumesnapshot/reconciler.go` of 1.30): labels of the claim, those that tell instance and role moved to annotations.
 */
export function volumeSnapshot(
  options: {
    name?: string;
    role?: string;
    backup?: string;
    status?: KubernetesObject['status'];
  } = {},
): KubernetesObject {
  const {
    backup = 'orders-snapshot-1',
    name = backup,
    role = 'PG_DATA',
    status = {
      boundVolumeSnapshotContentName: `snapcontent-${name}`,
      creationTime: '2026-11-20T17:30:04Z',
      readyToUse: true,
      restoreSize: '1Gi',
    },
  } = options;
  return {
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshot',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-of-${name}`,
      creationTimestamp: '2026-11-20T17:30:03Z',
      labels: {
        'cnpg.io/cluster': 'orders',
        'cnpg.io/backupName': backup,
        'cnpg.io/majorVersion': '15',
        'cnpg.io/backupDate': '20261120',
        'cnpg.io/backupTimeline': '1',
      },
      annotations: {
        'cnpg.io/pvcRole': role,
        'cnpg.io/instanceName': 'orders-1',
        'cnpg.io/onlineBackup': 'true',
        'cnpg.io/snapshotStartTime': '2026-11-20T17:30:04Z',
        'cnpg.io/snapshotEndTime': '2026-11-20T17:30:09Z',
        'cnpg.io/backupStartTime': '2026-11-20T17:30:01Z',
        'cnpg.io/backupEndTime': '2026-11-20T17:31:12Z',
        'cnpg.io/pgControldata': 'pg_control version number: 1300\n'.repeat(40),
        'cnpg.io/clusterManifest': '{"kind":"Cluster"}'.repeat(200),
      },
    },
    spec: {
      source: { persistentVolumeClaimName: 'orders-1' },
      volumeSnapshotClassName: 'csi-snapshots',
    },
    status,
  };
}
