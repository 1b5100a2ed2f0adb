import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { BARMAN_PLUGIN, timestamp } from './names';
import { SimulatedDatabase } from './SimulatedDatabase';
import { SimulatedSchedule } from './SimulatedSchedule';

/** The ScheduledBackup that orders backups of a database. */
export function scheduledBackupObject(
  database: SimulatedDatabase,
  schedule: SimulatedSchedule,
): KubernetesObject {
  return {
    apiVersion: apiVersionOf(resourceTypes.scheduledBackups),
    kind: 'ScheduledBackup',
    metadata: {
      name: schedule.name,
      namespace: database.namespace,
      creationTimestamp: timestamp(schedule.createdAt),
    },
    spec: {
      backupOwnerReference: schedule.backupOwner,
      cluster: { name: database.name },
      immediate: schedule.asksAtOnce,
      method: schedule.method,
      ...(schedule.method === 'plugin' && {
        pluginConfiguration: { name: BARMAN_PLUGIN },
      }),
      schedule: schedule.expression,
      ...(schedule.suspended && { suspend: true }),
    },
    ...scheduleStatus(schedule),
  };
}

/** Of a suspended one it is not touched any more, so that the next time lies in the past (`scheduledbackup_controller.go`). */
export function scheduleStatus({
  lastRun,
  nextRun,
  unnoticed,
  createdAt,
}: SimulatedSchedule): { status?: Record<string, unknown> } {
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
