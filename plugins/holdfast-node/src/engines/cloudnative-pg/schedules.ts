import { BackupSchedule, BackupStore } from '@holdfast/plugin-holdfast-common';
import { methodOf } from './backups';
import { ClusterFacts } from './ClusterFacts';
import { scheduledBackups } from './resources';

/**
 * The standing orders for backups of a Cluster.
 */
export function describeSchedules(
  facts: ClusterFacts,
  stores: readonly BackupStore[],
): BackupSchedule[] {
  return facts.related(scheduledBackups).map(fact => {
    const schedule = facts.read(fact);
    const method = methodOf(schedule);
    return {
      object: schedule.reference,
      method,
      storeId: stores.find(store => store.inUse && store.method === method)?.id,
      createdAt: fact.createdAt,
      expression:
        schedule.string('spec', 'schedule') ??
        schedule.derive('', ['spec', 'schedule']),
      dialect: 'cloudnative-pg',
      suspended:
        schedule.boolean('spec', 'suspend') ??
        schedule.derive(false, ['spec', 'suspend']),
      immediate: schedule.boolean('spec', 'immediate')?.value ?? false,
      lastScheduledAt: schedule.instant('status', 'lastScheduleTime'),
      error: schedule.string('status', 'error'),
    };
  });
}
