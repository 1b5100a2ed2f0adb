import { BARMAN_PLUGIN, S3_CREDENTIALS } from './names';
import { SimulatedDatabase } from './SimulatedDatabase';
import { formatGiB } from './volume';

/** What the operator's admission fills in (1.30). */
export const clusterDefaults = {
  enablePDB: true,
  enableSuperuserAccess: false,
  failoverDelay: 0,
  imagePullPolicy: 'IfNotPresent',
  logLevel: 'info',
  maxSyncReplicas: 0,
  minSyncReplicas: 0,
  monitoring: {
    customQueriesConfigMap: [
      { key: 'queries', name: 'cnpg-default-monitoring' },
    ],
    disableDefaultQueries: false,
    enablePodMonitor: false,
  },
  postgresGID: 26,
  postgresUID: 26,
  primaryUpdateMethod: 'restart',
  probes: {
    liveness: {
      isolationCheck: {
        connectionTimeout: 1000,
        enabled: true,
        requestTimeout: 1000,
      },
    },
  },
  replicationSlots: {
    highAvailability: { enabled: true, slotPrefix: '_cnpg_' },
    synchronizeReplicas: { enabled: true },
    updateInterval: 30,
  },
  smartShutdownTimeout: 180,
  startDelay: 3600,
  stopDelay: 1800,
  switchoverDelay: 3600,
};

/** Of the parameters that the operator sets, those that say something about archiving. */
const parameters = {
  archive_mode: 'on',
  archive_timeout: '5min',
  full_page_writes: 'on',
  wal_keep_size: '512MB',
  wal_level: 'logical',
};

/** What the admission fills in of `.spec.postgresql`. */
export const postgresqlDefaults = {
  parameters,
  syncReplicaElectionConstraint: { enabled: false },
};

/** The spec of a Cluster with the operator's defaults in it. */
export function clusterSpec(
  database: SimulatedDatabase,
): Record<string, unknown> {
  const { traits } = database;
  const { synchronous, replicaOf, certificateRoles } = traits;
  return {
    ...clusterDefaults,
    instances: database.instances.length,
    imageName: database.image,
    affinity: { enablePodAntiAffinity: !traits.oneNode },
    bootstrap: bootstrap(database),
    postgresql: {
      ...postgresqlDefaults,
      ...(certificateRoles && {
        pg_hba: [
          ...certificateRoles.map(role => `hostssl all ${role} all cert`),
          'hostnossl all all all reject',
        ],
      }),
      ...(synchronous && {
        synchronous: {
          method: 'any',
          number: synchronous.number,
          dataDurability: synchronous.durability,
        },
      }),
    },
    primaryUpdateStrategy:
      traits.phase?.name === 'Waiting for user action'
        ? 'supervised'
        : 'unsupervised',
    resources: database.resources,
    storage: {
      resizeInUseVolumes: true,
      size: formatGiB(database.volumeGiB),
      storageClass: database.storageClass,
    },
    ...archiver(database),
    ...externalClusters(database),
    ...(replicaOf && { replica: { enabled: true, source: replicaOf } }),
  };
}

function archiver(database: SimulatedDatabase): Record<string, unknown> {
  const { traits } = database;
  if (database.usesPlugin) {
    return {
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
    };
  }
  if (traits.archiver === 'in-tree') {
    return {
      backup: {
        barmanObjectStore: {
          destinationPath: database.destinationPath,
          endpointURL: database.store.endpointURL,
          s3Credentials: S3_CREDENTIALS,
        },
        retentionPolicy: `${database.retentionDays}d`,
        target: 'prefer-standby',
      },
    };
  }
  if (traits.snapshots) {
    return {
      backup: {
        target: 'prefer-standby',
        volumeSnapshot: {
          className: 'csi-snapshots',
          // Cold: without an archiver a hot snapshot would miss the WAL it needs.
          online: false,
          snapshotOwnerReference: 'none',
        },
      },
    };
  }
  return {};
}

function bootstrap(database: SimulatedDatabase): Record<string, unknown> {
  const { restoredFrom, replicaOf } = database.traits;
  if (!restoredFrom && !replicaOf) {
    return {
      initdb: {
        database: 'app',
        encoding: 'UTF8',
        localeCType: 'C',
        localeCollate: 'C',
        owner: 'app',
      },
    };
  }
  return {
    recovery: {
      database: 'app',
      owner: 'app',
      source: replicaOf ?? 'origin',
      ...(restoredFrom?.asOfHoursBefore && {
        recoveryTarget: {
          targetTime: targetTime(database, restoredFrom.asOfHoursBefore),
        },
      }),
    },
  };
}

/** As PostgreSQL writes a time. */
function targetTime({ createdAt }: SimulatedDatabase, hours: number): string {
  const moment = new Date(createdAt.getTime() - hours * 3_600_000);
  return `${moment.toISOString().slice(0, 19).replace('T', ' ')}+00`;
}

/** Where a restored database came from, and what a replica cluster follows. */
function externalClusters({ traits }: SimulatedDatabase) {
  const source = traits.restoredFrom
    ? { name: 'origin', server: traits.restoredFrom.server }
    : traits.replicaOf && {
        name: traits.replicaOf,
        server: traits.follows?.server ?? traits.replicaOf,
      };
  if (!source) return {};
  return {
    externalClusters: [
      {
        name: source.name,
        ...(traits.follows?.streams && {
          connectionParameters: {
            host: `${traits.follows.server}.${traits.namespace}.prod-eu-west.shop.example`,
            user: 'streaming_replica',
            dbname: 'postgres',
            sslmode: 'verify-full',
          },
        }),
        plugin: {
          enabled: true,
          isWALArchiver: false,
          name: BARMAN_PLUGIN,
          parameters: {
            barmanObjectName: traits.follows ? source.name : source.server,
            serverName: source.server,
          },
        },
      },
    ],
  };
}
