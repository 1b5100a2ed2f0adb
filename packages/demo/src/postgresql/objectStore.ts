import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { S3_CREDENTIALS, timestamp } from './names';
import { runTimes, SimulatedBackup } from './SimulatedBackup';
import { SimulatedDatabase } from './SimulatedDatabase';
import { SimulatedStore } from './SimulatedStore';

type RecoveryWindow = Record<string, string>;

/** The ObjectStore of a database, with the windows that the plugin keeps in its status. */
export function objectStoreObject(
  database: SimulatedDatabase,
): KubernetesObject {
  return {
    apiVersion: apiVersionOf(resourceTypes.objectStores),
    kind: 'ObjectStore',
    metadata: {
      name: database.objectStoreName,
      namespace: database.namespace,
      creationTimestamp: timestamp(database.createdAt),
    },
    spec: {
      configuration: {
        data: { compression: 'gzip', immediateCheckpoint: true },
        destinationPath: database.destinationPath,
        endpointURL: database.store.endpointURL,
        s3Credentials: S3_CREDENTIALS,
        wal: { compression: 'gzip', maxParallel: 2 },
      },
      retentionPolicy: `${database.retentionDays}d`,
    },
    status: { serverRecoveryWindow: recoveryWindows(database) },
  };
}

/** The ObjectStore through which a replica cluster reads what it follows. Nobody writes there, so that nothing is in its status. */
export function followedStoreObject({
  traits,
  namespace,
  createdAt,
}: SimulatedDatabase): KubernetesObject | undefined {
  const { follows, replicaOf } = traits;
  if (!follows || !replicaOf) return undefined;
  const { bucket, endpointURL } = SimulatedStore.locationOf(follows.store);
  return {
    apiVersion: apiVersionOf(resourceTypes.objectStores),
    kind: 'ObjectStore',
    metadata: {
      name: replicaOf,
      namespace,
      creationTimestamp: timestamp(createdAt),
    },
    spec: {
      configuration: {
        destinationPath: `s3://${bucket}/${namespace}/`,
        endpointURL,
        s3Credentials: S3_CREDENTIALS,
        wal: { compression: 'gzip', maxParallel: 2 },
      },
    },
  };
}

/**
 * What lies in the store, by server name. The sidecar looks every half an hour and writes an empty entry where it finds nothing
 * (`updateRecoveryWindow` of plugin-barman-cloud 0.14).
 */
export function recoveryWindows(
  database: SimulatedDatabase,
): Record<string, RecoveryWindow> {
  const windows: Record<string, RecoveryWindow> = {
    [database.serverName]: {},
  };
  for (const backup of database.backups.all) {
    const { method, serverName, instance } = backup;
    if (method !== 'plugin' || !instance) continue;
    windows[serverName] = extended(windows[serverName] ?? {}, backup);
  }
  return windows;
}

function extended(
  window: RecoveryWindow,
  backup: SimulatedBackup,
): RecoveryWindow {
  switch (backup.state) {
    case 'completed': {
      const end = timestamp(runTimes(backup).stoppedAt);
      return {
        firstRecoverabilityPoint: end,
        ...window,
        lastSuccessfulBackupTime: end,
      };
    }
    case 'failed':
      return { ...window, lastFailedBackupTime: timestamp(backup.endsAt) };
    default:
      return window;
  }
}
