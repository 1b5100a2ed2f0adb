import { JsonObject } from '@backstage/types';
import { isJsonObject, KubernetesObject } from '../../../engine';

/*
 * What Percona's operators are told and what they write, as far as their repositories show: no cluster was at hand to record it from. Specs follow
 * `deploy/cr.yaml`, `deploy/backup/backup.yaml` and `deploy/backup/restore.yaml` of percona-server-mysql-operator 1.2.0 and
 * percona-xtradb-cluster-operator 1.19.0, statuses the types in `api/v1` and `pkg/apis/pxc/v1` and what the controllers set. The times are those of one
 * night: backups at midnight of 20 November 2026, judged at noon.
 */

export const now = new Date('2026-11-20T12:00:00Z');
const namespace = 'shop';

const s3: JsonObject = {
  bucket: 'backups',
  prefix: 'mysql',
  region: 'us-west-2',
  credentialsSecret: 'cluster1-s3-credentials',
};

interface Flavour {
  apiVersion: string;
  kinds: [cluster: string, backup: string, restore: string];
  name: string;
  server: 'mysql' | 'pxc';
  clusterField: 'clusterName' | 'pxcCluster';
  labels: Record<string, string>;
  image: string;
}

export const ps: Flavour = {
  apiVersion: 'ps.percona.com/v1',
  kinds: [
    'PerconaServerMySQL',
    'PerconaServerMySQLBackup',
    'PerconaServerMySQLRestore',
  ],
  name: 'ps-cluster1',
  server: 'mysql',
  clusterField: 'clusterName',
  labels: {
    'app.kubernetes.io/name': 'mysql',
    'app.kubernetes.io/instance': 'ps-cluster1',
    'app.kubernetes.io/component': 'database',
    'app.kubernetes.io/managed-by': 'percona-server-mysql-operator',
    'app.kubernetes.io/part-of': 'percona-server',
  },
  image: 'percona/percona-server:8.4.8-8.1',
};

export const pxc: Flavour = {
  apiVersion: 'pxc.percona.com/v1',
  kinds: [
    'PerconaXtraDBCluster',
    'PerconaXtraDBClusterBackup',
    'PerconaXtraDBClusterRestore',
  ],
  name: 'cluster1',
  server: 'pxc',
  clusterField: 'pxcCluster',
  // LabelsPXC in pkg/naming/labels.go.
  labels: {
    'app.kubernetes.io/name': 'percona-xtradb-cluster',
    'app.kubernetes.io/instance': 'cluster1',
    'app.kubernetes.io/component': 'pxc',
    'app.kubernetes.io/managed-by': 'percona-xtradb-cluster-operator',
    'app.kubernetes.io/part-of': 'percona-xtradb-cluster',
  },
  image: 'percona/percona-xtradb-cluster:8.4.7-7.1',
};

export function samplesOf(flavour: Flavour) {
  const { apiVersion, kinds, name, server, clusterField } = flavour;
  let count = 0;
  const uid = () => {
    count += 1;
    return `9e2c0a00-0000-4f62-9d0c-${String(count).padStart(12, '0')}`;
  };

  const cluster = (
    options: {
      backup?: JsonObject;
      server?: JsonObject;
      spec?: JsonObject;
      status?: JsonObject;
    } = {},
  ): KubernetesObject => ({
    apiVersion,
    kind: kinds[0],
    metadata: {
      name,
      namespace,
      uid: '9e2c0a00-1111-4f62-9d0c-000000000001',
      creationTimestamp: '2026-10-01T08:00:00Z',
    },
    spec: {
      crVersion: '1.2.0',
      [server]: {
        size: 3,
        image: flavour.image,
        volumeSpec: {
          persistentVolumeClaim: {
            resources: { requests: { storage: '2Gi' } },
          },
        },
        ...options.server,
      },
      backup: {
        ...(server === 'mysql' && { enabled: true }),
        schedule: [
          {
            name: 'daily-backup',
            schedule: '0 0 * * *',
            storageName: 's3-us-west',
            keep: 10,
          },
        ],
        storages: {
          's3-us-west': { type: 's3', verifyTLS: true, s3 },
          'fs-pvc': {
            type: 'filesystem',
            volume: { persistentVolumeClaim: {} },
          },
        },
        ...options.backup,
      },
      ...options.spec,
    },
    status: {
      state: 'ready',
      host: `${name}-haproxy.shop`,
      [server]: { ready: 3, size: 3, version: '8.4.8-8.1' },
      ...options.status,
    },
  });

  const backup = (
    options: {
      name?: string;
      created?: string;
      completed?: string;
      spec?: JsonObject;
      status?: JsonObject;
    } = {},
  ): KubernetesObject => {
    const { created = '2026-11-20T00:00:07Z' } = options;
    const { completed = '2026-11-20T00:02:00Z' } = options;
    const named =
      options.name ?? `cron-${name}-s3-us-west-${Date.parse(created)}`;
    return {
      apiVersion,
      kind: kinds[1],
      metadata: {
        name: named,
        namespace,
        uid: uid(),
        creationTimestamp: created,
        labels: {
          'percona.com/cluster': name,
          'percona.com/backup-type': 'cron',
          'percona.com/backup-ancestor': '3f2a1-daily-backup',
        },
      },
      spec: {
        [clusterField]: name,
        storageName: 's3-us-west',
        ...options.spec,
      },
      status: {
        state: 'Succeeded',
        completed,
        destination: `s3://backups/mysql/${named}`,
        ...(server === 'mysql'
          ? { storage: { type: 's3', s3 } }
          : { storageName: 's3-us-west', storage_type: 's3', s3 }),
        ...options.status,
      },
    };
  };

  /** As many as an objective of seven days asks for, newest first. */
  const nights = (
    options: Parameters<typeof backup>[0] = {},
  ): KubernetesObject[] =>
    [20, 19, 18, 17, 16, 15, 14, 13, 12].map((day, index) =>
      backup({
        created: `2026-11-${day}T00:00:07Z`,
        completed: `2026-11-${day}T00:02:00Z`,
        ...(index === 0 && options),
      }),
    );

  const restore = (
    of: KubernetesObject,
    options: { spec?: JsonObject; status?: JsonObject } = {},
  ): KubernetesObject => ({
    apiVersion,
    kind: kinds[2],
    metadata: {
      name: 'restore1',
      namespace,
      uid: '9e2c0a00-1111-4f62-9d0c-000000000002',
      creationTimestamp: '2026-11-20T09:00:00Z',
    },
    spec: {
      [clusterField]: 'restored',
      backupName: of.metadata.name,
      ...options.spec,
    },
    status: {
      state: 'Succeeded',
      completed: '2026-11-20T09:20:00Z',
      ...options.status,
    },
  });

  const pod = (index: number, node = `node${index + 1}`): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${name}-${server}-${index}`,
      namespace,
      uid: uid(),
      labels: {
        ...flavour.labels,
        ...(server === 'mysql' &&
          index === 0 && { 'mysql.percona.com/primary': 'true' }),
      },
    },
    spec: {
      nodeName: node,
      containers: [{ name: server, image: flavour.image }],
    },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True' }],
    },
  });

  /** Kubernetes gives it the labels of the StatefulSet's selector. */
  const claim: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: `datadir-${name}-${server}-0`,
      namespace,
      uid: '9e2c0a00-1111-4f62-9d0c-000000000003',
      labels: flavour.labels,
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '2Gi' } },
    },
    status: { phase: 'Bound', capacity: { storage: '2Gi' } },
  };
  return { cluster, backup, nights, restore, pod, claim };
}

/** An object with some fields of its status replaced. */
export function withStatus(
  object: KubernetesObject,
  status: JsonObject,
): KubernetesObject {
  return {
    ...object,
    status: { ...(isJsonObject(object.status) && object.status), ...status },
  };
}
