import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { BARMAN_PLUGIN, timestamp } from './names';
import { SimulatedDatabase } from './SimulatedDatabase';
import { SimulatedSchedule } from './SimulatedSchedule';

/** The ScheduledBackup of a database; none where its backups are not ordered. */
export function scheduledBackupObject(
  database: SimulatedDatabase,
): KubernetesObject | undefined {
  const { schedule } = database;
  if (!schedule) return undefined;
  return {
    apiVersion: apiVersionOf(resourceTypes.scheduledBackups),
    kind: 'ScheduledBackup',
    metadata: {
      name: schedule.name,
      namespace: database.namespace,
      creationTimestamp: timestamp(schedule.createdAt),
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
    ...status(schedule),
  };
}

/** Of a suspended one it is not touched any more, so that the next time lies in the past (`scheduledbackup_controller.go`). */
function status({ lastRun, nextRun, unnoticed, createdAt }: SimulatedSchedule) {
  if (unnoticed) return {};
  return {
    status: {
      lastCheckTime: timestamp(lastRun ?? createdAt),
      // Before the first run by the clock neither is set.
      ...(lastRun && {
        lastScheduleTime: timestamp(lastRun),
        nextScheduleTime: timestamp(nextRun),
      }),
    },
  };
}
