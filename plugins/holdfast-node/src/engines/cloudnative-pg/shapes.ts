import { entriesOf, fields, listOf, scalar } from '../../engine';
import { hostBasedRule } from './connection/hostBasedRule';
import {
  destination,
  metadata,
  named,
  role,
  serviceTemplate,
} from './shapeParts';

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
