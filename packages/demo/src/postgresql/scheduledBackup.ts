import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { BARMAN_PLUGIN, timestamp } from './names';
import { SimulatedDatabase } from './SimulatedDatabase';

/** The ScheduledBackup of a database; none where its backups are not ordered. */
export function scheduledBackupObject(
  database: SimulatedDatabase,
): KubernetesObject | undefined {
  const { schedule } = database;
  if (!schedule) return undefined;
  const { lastRun, nextRun } = schedule;
  return {
    apiVersion: apiVersionOf(resourceTypes.scheduledBackups),
    kind: 'ScheduledBackup',
    metadata: {
      name: schedule.name,
      namespace: database.namespace,
      creationTimestamp: timestamp(database.createdAt),
    },
    spec: {
      backupOwnerReference: 'self',
      cluster: { name: database.name },
      immediate: false,
      method: schedule.method,
      ...(schedule.method === 'plugin' && {
        pluginConfiguration: { name: BARMAN_PLUGIN },
      }),
      schedule: schedule.expression,
      ...(schedule.suspended && { suspend: true }),
    },
    status: {
      lastCheckTime: timestamp(lastRun ?? database.createdAt),
      // Before the first run by the clock neither is set.
      ...(lastRun && {
        lastScheduleTime: timestamp(lastRun),
        nextScheduleTime: timestamp(nextRun),
      }),
    },
  };
}
