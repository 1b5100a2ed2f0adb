import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { timestamp } from './names';
import { SimulatedDatabase } from './SimulatedDatabase';

/** The ObjectStore of a database, with the window that the plugin keeps in its status. */
export function objectStoreObject(
  database: SimulatedDatabase,
): KubernetesObject {
  const { destinationPath, endpointURL } = database.storeLocation;
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
        destinationPath,
        endpointURL,
        s3Credentials: { inheritFromIAMRole: true },
        wal: { compression: 'gzip', maxParallel: 2 },
      },
      retentionPolicy: database.retention,
    },
    status: { serverRecoveryWindow: serverRecoveryWindow(database) },
  };
}

/** By server name: what lies in the store. A server without a completed backup has no entry. */
function serverRecoveryWindow(database: SimulatedDatabase) {
  const window: Record<string, Record<string, string>> = {};
  for (const backup of database.backups) {
    if (backup.method !== 'plugin' || backup.state === 'started') continue;
    const entry = (window[backup.serverName] ??= {});
    const end = timestamp(backup.endsAt);
    if (backup.state === 'failed') {
      entry.lastFailedBackupTime = end;
    } else {
      entry.firstRecoverabilityPoint ??= end;
      entry.lastSuccessfulBackupTime = end;
    }
  }
  return window;
}
