import { BackupSchedule } from '@holdfast/plugin-holdfast-common';
import { cronJobs } from '../workloads/resources';
import { Arrangement } from './arrangements';
import { MariaDbFacts } from './MariaDbFacts';

/**
 * The standing orders among the orders. One without an expression is carried out once, or when somebody asks for it by `onDemand`.
 */
export function describeSchedules(
  facts: MariaDbFacts,
  arrangements: readonly Arrangement[],
): BackupSchedule[] {
  return arrangements.flatMap(arrangement => {
    const { order, fact, method, store, rollsForward, partial } = arrangement;
    const expression = order.string('spec', 'schedule', 'cron');
    if (!expression) return [];
    return {
      object: order.reference,
      method,
      // What is not kept goes to no store that the database has.
      storeId: store?.id ?? '',
      createdAt: fact.createdAt,
      expression,
      suspended:
        order.boolean('spec', 'schedule', 'suspend') ??
        order.derive(false, ['spec', 'schedule', 'suspend']),
      ...(!rollsForward && { rollsForward }),
      partial,
      ...(arrangement.kind === 'physical'
        ? describePhysical(arrangement)
        : describeLogical(facts, arrangement)),
    };
  });
}

type Times = Pick<
  BackupSchedule,
  'dialect' | 'timeZone' | 'immediate' | 'lastScheduledAt' | 'error'
>;

/** The operator itself keeps the time, and takes the first backup at once unless told not to (`reconcileTemplateScheduled`). */
function describePhysical({ order }: Arrangement): Times {
  return {
    dialect: 'mariadb-operator',
    immediate: order.boolean('spec', 'schedule', 'immediate')?.value ?? true,
    lastScheduledAt: order.instant('status', 'lastScheduleTime'),
  };
}

/** A CronJob keeps the time, once the operator has taken the expression: it takes no descriptors, which a CronJob would. */
function describeLogical(
  facts: MariaDbFacts,
  { order, fact }: Arrangement,
): Times {
  const [cronJob] = facts.about(cronJobs, fact.key);
  const path = ['spec', 'schedule', 'cron'];
  const cron = order.string(...path);
  return {
    dialect: 'kubernetes',
    timeZone: order.string('spec', 'timeZone')?.value,
    immediate: false,
    lastScheduledAt:
      cronJob && facts.read(cronJob).instant('status', 'lastScheduleTime'),
    error: cron?.value.startsWith('@')
      ? order.derive(
          `"${cron.value}" is a descriptor, and mariadb-operator takes none: write five fields`,
          path,
          cron.value,
        )
      : undefined,
  };
}
