import { ANNOTATION_PREFIX } from '@holdfast/plugin-holdfast-common';
import { entriesOf, fields, listOf, scalar } from '../../engine';
import { hostBasedRule } from './connection/hostBasedRule';
import {
  fencedInstancesAnnotation,
  hibernationAnnotation,
  reconciliationLoopAnnotation,
  skipWalArchivingAnnotation,
} from './names';

const telling = new Set([
  fencedInstancesAnnotation,
  hibernationAnnotation,
  reconciliationLoopAnnotation,
  skipWalArchivingAnnotation,
]);

const metadata = fields({
  deletionTimestamp: scalar,
  labels: entriesOf(scalar, name => name.startsWith(ANNOTATION_PREFIX)),
  annotations: entriesOf(
    scalar,
    name => name.startsWith(ANNOTATION_PREFIX) || telling.has(name),
  ),
});

const named = fields({ name: scalar });

const destination = fields({
  endpointURL: scalar,
  destinationPath: scalar,
  serverName: scalar,
  s3Credentials: fields({ accessKeyId: named, inheritFromIAMRole: scalar }),
  azureCredentials: fields({
    connectionString: named,
    storageAccount: named,
    storageKey: named,
    storageSasToken: named,
    inheritFromAzureAD: scalar,
    useDefaultAzureCredentials: scalar,
  }),
  googleCredentials: fields({
    applicationCredentials: named,
    gkeEnvironment: scalar,
  }),
});

const barmanParameters = fields({
  barmanObjectName: scalar,
  serverName: scalar,
});

const storage = fields({
  size: scalar,
  pvcTemplate: fields({
    resources: fields({ requests: fields({ storage: scalar }) }),
  }),
});

const application = { database: scalar, owner: scalar, secret: named };

const role = {
  name: scalar,
  login: scalar,
  superuser: scalar,
  inRoles: listOf(scalar),
  passwordSecret: named,
  disablePassword: scalar,
  validUntil: scalar,
};

const serviceTemplate = fields({
  metadata: named,
  spec: fields({
    type: scalar,
    ports: listOf(fields({ name: scalar, port: scalar })),
  }),
});

const byMethod = fields({ barmanObjectStore: scalar, volumeSnapshot: scalar });

export const clusterShape = fields({
  metadata,
  spec: fields({
    instances: scalar,
    imageName: scalar,
    imageCatalogRef: fields({ major: scalar }),
    storage,
    tablespaces: listOf(fields({ name: scalar, storage })),
    affinity: fields({
      enablePodAntiAffinity: scalar,
      podAntiAffinityType: scalar,
      topologyKey: scalar,
    }),
    topologySpreadConstraints: listOf(
      fields({
        topologyKey: scalar,
        whenUnsatisfiable: scalar,
        labelSelector: fields({
          matchLabels: entriesOf(scalar),
          matchExpressions: listOf(fields({ key: scalar })),
        }),
      }),
    ),
    minSyncReplicas: scalar,
    maxSyncReplicas: scalar,
    postgresql: fields({
      parameters: fields({ archive_timeout: scalar }),
      pg_hba: listOf(hostBasedRule),
      ldap: fields({ bindAsAuth: fields({}), bindSearchAuth: fields({}) }),
      synchronous: fields({
        method: scalar,
        number: scalar,
        dataDurability: scalar,
      }),
    }),
    plugins: listOf(
      fields({
        name: scalar,
        enabled: scalar,
        isWALArchiver: scalar,
        parameters: barmanParameters,
      }),
    ),
    backup: fields({
      retentionPolicy: scalar,
      barmanObjectStore: destination,
      volumeSnapshot: fields({ className: scalar, online: scalar }),
    }),
    bootstrap: fields({
      initdb: fields({ ...application, import: fields({ type: scalar }) }),
      pg_basebackup: fields(application),
      recovery: fields({
        ...application,
        source: scalar,
        backup: fields({ name: scalar }),
        volumeSnapshots: fields({ storage: fields({ name: scalar }) }),
        recoveryTarget: fields({
          targetTime: scalar,
          targetLSN: scalar,
          targetXID: scalar,
          targetName: scalar,
          targetImmediate: scalar,
          backupID: scalar,
        }),
      }),
    }),
    externalClusters: listOf(
      fields({
        name: scalar,
        plugin: fields({ name: scalar, parameters: barmanParameters }),
        barmanObjectStore: destination,
        connectionParameters: fields({ host: scalar }),
      }),
    ),
    replica: fields({
      promotionToken: scalar,
      enabled: scalar,
      self: scalar,
      primary: scalar,
      source: scalar,
    }),
    enableSuperuserAccess: scalar,
    superuserSecret: named,
    certificates: fields({
      serverCASecret: scalar,
      serverTLSSecret: scalar,
      serverAltDNSNames: listOf(scalar),
    }),
    managed: fields({
      roles: listOf(fields({ ...role, ensure: scalar })),
      services: fields({
        disabledDefaultServices: listOf(scalar),
        additional: listOf(fields({ selectorType: scalar, serviceTemplate })),
      }),
    }),
  }),
  status: fields({
    demotionToken: scalar,
    lastPromotionToken: scalar,
    switchReplicaClusterStatus: fields({ inProgress: scalar }),
    phase: scalar,
    phaseReason: scalar,
    instances: scalar,
    readyInstances: scalar,
    instanceNames: listOf(scalar),
    currentPrimary: scalar,
    currentPrimaryTimestamp: scalar,
    currentPrimaryFailingSinceTimestamp: scalar,
    targetPrimary: scalar,
    targetPrimaryTimestamp: scalar,
    timelineID: scalar,
    image: scalar,
    pgDataImageInfo: fields({ majorVersion: scalar }),
    topology: fields({ nodesUsed: scalar, successfullyExtracted: scalar }),
    firstRecoverabilityPointByMethod: byMethod,
    lastSuccessfulBackupByMethod: byMethod,
    lastFailedBackup: scalar,
    conditions: listOf(
      fields({
        type: scalar,
        status: scalar,
        reason: scalar,
        message: scalar,
        lastTransitionTime: scalar,
      }),
    ),
    certificates: fields({
      serverAltDNSNames: listOf(scalar),
      expirations: entriesOf(scalar),
    }),
  }),
});

const order = {
  cluster: fields({ name: scalar }),
  method: scalar,
  pluginConfiguration: fields({ name: scalar }),
};

export const backupShape = fields({
  spec: fields(order),
  status: fields({
    phase: scalar,
    method: scalar,
    online: scalar,
    backupId: scalar,
    majorVersion: scalar,
    reconciliationStartedAt: scalar,
    reconciliationTerminatedAt: scalar,
    startedAt: scalar,
    stoppedAt: scalar,
    error: scalar,
    commandError: scalar,
    endpointURL: scalar,
    destinationPath: scalar,
    serverName: scalar,
    pluginMetadata: fields({ clusterUID: scalar, timeline: scalar }),
    snapshotBackupStatus: fields({
      elements: listOf(fields({ name: scalar, type: scalar })),
    }),
  }),
});

export const scheduledBackupShape = fields({
  spec: fields({
    ...order,
    schedule: scalar,
    suspend: scalar,
    immediate: scalar,
  }),
  status: fields({
    lastScheduleTime: scalar,
    nextScheduleTime: scalar,
    error: scalar,
  }),
});

export const poolerShape = fields({
  spec: fields({
    cluster: fields({ name: scalar }),
    type: scalar,
    instances: scalar,
    serviceTemplate,
    pgbouncer: fields({
      poolMode: scalar,
      paused: scalar,
      // That there are any decides, not what they say.
      pg_hba: listOf(hostBasedRule),
      authQuery: scalar,
      authQuerySecret: named,
      serverTLSSecret: named,
      clientTLSSecret: named,
      parameters: fields({ client_tls_sslmode: scalar }),
    }),
  }),
  status: fields({ phase: scalar, phaseReason: scalar, instances: scalar }),
});

export const logicalDatabaseShape = fields({
  spec: fields({
    cluster: named,
    name: scalar,
    owner: scalar,
    ensure: scalar,
    allowConnections: scalar,
    databaseReclaimPolicy: scalar,
  }),
  status: fields({ applied: scalar, message: scalar }),
});

export const publicationShape = fields({
  spec: fields({ cluster: named, name: scalar, dbname: scalar }),
  status: fields({ applied: scalar, message: scalar }),
});

export const subscriptionShape = fields({
  spec: fields({
    cluster: named,
    name: scalar,
    dbname: scalar,
    publicationName: scalar,
    externalClusterName: scalar,
  }),
  status: fields({ applied: scalar, message: scalar }),
});

export const databaseRoleShape = fields({
  spec: fields({
    cluster: named,
    ...role,
    clientCertificate: fields({ enabled: scalar }),
  }),
  status: fields({
    applied: scalar,
    message: scalar,
    clientCertificate: fields({ expiration: scalar, message: scalar }),
  }),
});

export const objectStoreShape = fields({
  metadata,
  spec: fields({
    configuration: destination,
    retentionPolicy: scalar,
  }),
  status: fields({
    serverRecoveryWindow: entriesOf(
      fields({
        firstRecoverabilityPoint: scalar,
        lastSuccessfulBackupTime: scalar,
        lastFailedBackupTime: scalar,
      }),
    ),
  }),
});
