import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { BARMAN_PLUGIN, PLUGIN_VERSION, timestamp } from './names';
import { SimulatedDatabase } from './SimulatedDatabase';

const HEALTHY = 'Cluster in healthy state';

/** The Cluster as its operator writes it. */
export function clusterObject(database: SimulatedDatabase): KubernetesObject {
  const { traits, name, namespace } = database;
  return {
    apiVersion: apiVersionOf(resourceTypes.clusters),
    kind: 'Cluster',
    metadata: {
      name,
      namespace,
      uid: database.uid,
      creationTimestamp: timestamp(database.createdAt),
      ...(traits.labels && { labels: traits.labels }),
      annotations: {
        ...traits.annotations,
        ...(traits.hibernated && { 'cnpg.io/hibernation': 'on' }),
        ...(database.fenced && { 'cnpg.io/fencedInstances': '["*"]' }),
        ...(traits.archiver === 'skipped' && {
          'cnpg.io/skipWalArchiving': 'enabled',
        }),
      },
    },
    spec: spec(database),
    status: status(database),
  };
}

function spec(database: SimulatedDatabase): Record<string, unknown> {
  const { traits } = database;
  const { archiver = 'plugin', synchronous } = traits;
  const volumeSnapshot = traits.backups === 'snapshots' && {
    volumeSnapshot: {
      className: 'csi-snapshots',
      // Cold: without an archiver a hot snapshot would miss the WAL it needs.
      online: false,
      snapshotOwnerReference: 'none',
    },
  };
  return {
    instances: database.instanceCount,
    imageName: database.image,
    bootstrap: bootstrap(database),
    postgresql: {
      parameters: { archive_mode: 'on', archive_timeout: '5min' },
      ...(synchronous && {
        synchronous: {
          method: 'any',
          number: synchronous.number,
          dataDurability: synchronous.durability,
        },
      }),
    },
    storage: {
      resizeInUseVolumes: true,
      size: `${database.volumeGiB}Gi`,
      storageClass: traits.storageClass ?? 'ssd',
    },
    resources: { requests: { cpu: '1', memory: '4Gi' } },
    affinity: { enablePodAntiAffinity: !traits.oneNode },
    ...((archiver === 'plugin' || archiver === 'skipped') && {
      plugins: [
        {
          enabled: true,
          isWALArchiver: true,
          name: BARMAN_PLUGIN,
          parameters: {
            barmanObjectName: database.objectStoreName,
            ...(traits.serverName && { serverName: traits.serverName }),
          },
        },
      ],
    }),
    ...(archiver === 'in-tree' && {
      backup: {
        barmanObjectStore: {
          ...database.storeLocation,
          s3Credentials: { inheritFromIAMRole: true },
        },
        retentionPolicy: database.retention,
        target: 'prefer-standby',
      },
    }),
    ...(volumeSnapshot && { backup: volumeSnapshot }),
    ...externalClusters(database),
    ...(traits.replicaOf && {
      replica: { enabled: true, source: traits.replicaOf },
    }),
  };
}

function bootstrap({ traits }: SimulatedDatabase): Record<string, unknown> {
  if (traits.restoredFrom || traits.replicaOf) {
    return {
      recovery: {
        database: 'app',
        owner: 'app',
        source: traits.replicaOf ?? 'origin',
      },
    };
  }
  return { initdb: { database: 'app', encoding: 'UTF8', owner: 'app' } };
}

function externalClusters({ traits }: SimulatedDatabase) {
  const source = traits.restoredFrom
    ? { name: 'origin', server: traits.restoredFrom.server }
    : traits.replicaOf && { name: traits.replicaOf, server: traits.replicaOf };
  if (!source) return {};
  return {
    externalClusters: [
      {
        name: source.name,
        plugin: {
          enabled: true,
          isWALArchiver: false,
          name: BARMAN_PLUGIN,
          parameters: {
            barmanObjectName: source.server,
            serverName: source.server,
          },
        },
      },
    ],
  };
}

function status(database: SimulatedDatabase): Record<string, unknown> {
  const { traits, instances, name, majorVersion } = database;
  const running = database.isRunning ? instances : [];
  const primary = database.primary;
  return {
    phase: traits.phase?.name ?? HEALTHY,
    ...(traits.phase?.reason && { phaseReason: traits.phase.reason }),
    instances: instances.length,
    readyInstances: running.length,
    instanceNames: instances.map(instance => instance.name),
    currentPrimary: primary,
    targetPrimary: primary,
    currentPrimaryTimestamp: database.primarySince.toISOString(),
    targetPrimaryTimestamp: database.primarySince.toISOString(),
    timelineID: 1,
    pvcCount: instances.length,
    healthyPVC: instances.map(instance => instance.name),
    ...(running.length > 0 && {
      instancesStatus: { healthy: running.map(instance => instance.name) },
      instancesReportedState: Object.fromEntries(
        running.map((instance, index) => [
          instance.name,
          {
            ip: `10.42.${index}.${10 + index}`,
            isPrimary: instance.name === primary,
            timeLineID: 1,
          },
        ]),
      ),
    }),
    topology: {
      instances: Object.fromEntries(
        running.map(instance => [instance.name, {}]),
      ),
      nodesUsed: new Set(running.map(instance => instance.node.name)).size,
      successfullyExtracted: true,
    },
    image: database.image,
    pgDataImageInfo: { image: database.image, majorVersion },
    ...(traits.archiver !== 'none' &&
      traits.archiver !== 'in-tree' && {
        pluginStatus: [
          {
            name: BARMAN_PLUGIN,
            version: PLUGIN_VERSION,
            capabilities: [
              'TYPE_RECONCILER_HOOKS',
              'TYPE_LIFECYCLE_SERVICE',
              'TYPE_INSTANCE_SIDECAR_INJECTION',
            ],
          },
        ],
      }),
    readService: `${name}-r`,
    writeService: `${name}-rw`,
    conditions: database.conditions.map(condition => ({
      type: condition.type,
      status: condition.status,
      reason: condition.reason,
      message: condition.message,
      lastTransitionTime: timestamp(condition.since),
    })),
  };
}
