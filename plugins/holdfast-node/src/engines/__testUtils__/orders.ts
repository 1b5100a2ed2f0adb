import { KubernetesObject } from '../../engine';

const barmanCloud = 'barman-cloud.cloudnative-pg.io';

/**
 * A database of one instance with one base backup, shortened from the recording `healthy-one-instance`, so that tests can name its times.
 */
export const orders: readonly KubernetesObject[] = [
  {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: {
      name: 'orders',
      namespace: 'default',
      uid: '83f0ea3f-7601-4230-86ef-0c84072835bb',
      creationTimestamp: '2026-11-20T17:04:27Z',
    },
    spec: {
      imageName: 'ghcr.io/cloudnative-pg/postgresql:15.18-standard-bookworm',
      instances: 1,
      maxSyncReplicas: 0,
      minSyncReplicas: 0,
      plugins: [
        {
          enabled: true,
          isWALArchiver: true,
          name: barmanCloud,
          parameters: { barmanObjectName: 'orders' },
        },
      ],
      postgresql: { parameters: { archive_timeout: '30s' } },
    },
    status: {
      conditions: [
        {
          lastTransitionTime: '2026-11-20T17:04:29Z',
          message: 'Cluster has been bootstrapped',
          reason: 'BootstrapCompleted',
          status: 'True',
          type: 'Initialized',
        },
        {
          lastTransitionTime: '2026-11-20T17:04:47Z',
          message:
            'A single, unique system ID was found across reporting instances.',
          reason: 'Unique',
          status: 'True',
          type: 'ConsistentSystemID',
        },
        {
          lastTransitionTime: '2026-11-20T17:04:52Z',
          message: 'Cluster is Ready',
          reason: 'ClusterIsReady',
          status: 'True',
          type: 'Ready',
        },
        {
          lastTransitionTime: '2026-11-20T17:05:23Z',
          message: 'Continuous archiving is working',
          reason: 'ContinuousArchivingSuccess',
          status: 'True',
          type: 'ContinuousArchiving',
        },
      ],
      currentPrimary: 'orders-1',
      currentPrimaryTimestamp: '2026-11-20T17:04:45.104584Z',
      image: 'ghcr.io/cloudnative-pg/postgresql:15.18-standard-bookworm',
      instanceNames: ['orders-1'],
      instances: 1,
      pgDataImageInfo: { majorVersion: 15 },
      phase: 'Cluster in healthy state',
      readyInstances: 1,
      topology: { nodesUsed: 1, successfullyExtracted: true },
    },
  },
  {
    apiVersion: 'barmancloud.cnpg.io/v1',
    kind: 'ObjectStore',
    metadata: {
      name: 'orders',
      namespace: 'default',
      uid: 'a71b6396-8248-4976-b422-0cadce881c7d',
      creationTimestamp: '2026-11-20T17:04:27Z',
    },
    spec: {
      configuration: {
        destinationPath: 's3://backups/',
        endpointURL: 'http://10.244.0.1:7070',
      },
      retentionPolicy: '7d',
    },
    status: {
      serverRecoveryWindow: {
        orders: {
          firstRecoverabilityPoint: '2026-11-20T17:07:35Z',
          lastSuccessfulBackupTime: '2026-11-20T17:07:35Z',
        },
      },
    },
  },
  {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'ScheduledBackup',
    metadata: {
      name: 'orders-nightly',
      namespace: 'default',
      uid: '64e01703-ed6b-4966-b696-30b023709134',
      creationTimestamp: '2026-11-20T17:07:16Z',
    },
    spec: {
      cluster: { name: 'orders' },
      immediate: true,
      method: 'plugin',
      pluginConfiguration: { name: barmanCloud },
      schedule: '0 0 2 * * *',
    },
    status: {
      lastCheckTime: '2026-11-20T17:07:16Z',
      lastScheduleTime: '2026-11-20T17:07:16Z',
      nextScheduleTime: '2026-11-21T02:00:00Z',
    },
  },
  {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Backup',
    metadata: {
      name: 'orders-nightly-20261120170716',
      namespace: 'default',
      uid: 'fd1d855e-828d-4ad4-a3ae-7bfd7dd9ce23',
      creationTimestamp: '2026-11-20T17:07:16Z',
      labels: { 'cnpg.io/cluster': 'orders' },
    },
    spec: {
      cluster: { name: 'orders' },
      method: 'plugin',
      pluginConfiguration: { name: barmanCloud },
    },
    status: {
      backupId: '20261120T170718',
      majorVersion: 15,
      method: 'plugin',
      online: true,
      phase: 'completed',
      pluginMetadata: {
        clusterUID: '83f0ea3f-7601-4230-86ef-0c84072835bb',
        timeline: '1',
        version: '0.14.0',
      },
      reconciliationStartedAt: '2026-11-20T17:07:16Z',
      reconciliationTerminatedAt: '2026-11-20T17:07:52Z',
      startedAt: '2026-11-20T17:07:18Z',
      stoppedAt: '2026-11-20T17:07:35Z',
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'orders-1',
      namespace: 'default',
      uid: '0d9a3b1e-6a0c-4d55-8a3e-4f4f4a4b0001',
      labels: {
        'cnpg.io/cluster': 'orders',
        'cnpg.io/instanceName': 'orders-1',
        'cnpg.io/podRole': 'instance',
      },
    },
    spec: { nodeName: 'node1' },
    status: {
      phase: 'Running',
      conditions: [
        { type: 'PodScheduled', status: 'True' },
        { type: 'Ready', status: 'True' },
      ],
    },
  },
];

/** A Cluster restored from it, shortened from the recording `restored-copy`. */
export const ordersCopy: KubernetesObject = {
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Cluster',
  metadata: {
    name: 'orders-copy',
    namespace: 'default',
    uid: '5b1f4d52-8b8e-4c86-a7a0-6d9d0f9f0002',
    creationTimestamp: '2026-11-20T17:12:24Z',
  },
  spec: {
    instances: 1,
    bootstrap: {
      recovery: { database: 'app', owner: 'app', source: 'origin' },
    },
    externalClusters: [
      {
        name: 'origin',
        plugin: {
          enabled: true,
          isWALArchiver: false,
          name: barmanCloud,
          parameters: { barmanObjectName: 'orders', serverName: 'orders' },
        },
      },
    ],
    plugins: [
      {
        enabled: true,
        isWALArchiver: true,
        name: barmanCloud,
        parameters: { barmanObjectName: 'orders-copy' },
      },
    ],
  },
  status: {
    conditions: [
      {
        lastTransitionTime: '2026-11-20T17:12:25Z',
        reason: 'BootstrapCompleted',
        status: 'True',
        type: 'Initialized',
      },
      {
        lastTransitionTime: '2026-11-20T17:13:38Z',
        reason: 'ClusterIsReady',
        status: 'True',
        type: 'Ready',
      },
    ],
    currentPrimary: 'orders-copy-1',
    currentPrimaryTimestamp: '2026-11-20T17:13:30.648765Z',
    instances: 1,
    phase: 'Cluster in healthy state',
    readyInstances: 1,
  },
};

/** The same while it is restored, as in the recording `restoring`. */
export const ordersCopyRestoring: KubernetesObject = {
  ...ordersCopy,
  status: {
    conditions: [
      {
        lastTransitionTime: '2026-11-20T17:12:25Z',
        reason: 'BootstrapCompleted',
        status: 'True',
        type: 'Initialized',
      },
      {
        lastTransitionTime: '2026-11-20T17:12:24Z',
        reason: 'ClusterIsNotReady',
        status: 'False',
        type: 'Ready',
      },
    ],
    instances: 1,
    phase: 'Setting up primary',
    phaseReason: 'Creating primary instance orders-copy-1',
  },
};
