import { entriesOf, fields, listOf, scalar } from '../../engine';
import { hostBasedRule } from './connection/hostBasedRule';
import {
  destination,
  metadata,
  named,
  role,
  serviceTemplate,
} from './shapeParts';

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

const byMethod = fields({ barmanObjectStore: scalar, volumeSnapshot: scalar });

/** What is kept of a Cluster. */
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
