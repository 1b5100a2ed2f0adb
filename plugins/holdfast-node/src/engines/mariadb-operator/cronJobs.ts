import { Fact } from '../../engine';
import { Arrangement } from './arrangements';
import { MariaDbFacts } from './MariaDbFacts';
import { pointOf, Run } from './Run';

/**
 * What a CronJob itself tells of its last run, where the job of that run is not left to tell.
 *
 * @remarks
 * Runs do not overlap (`ForbidConcurrent` in `BuildBackupCronJob`), so that a success after the last time it was scheduled is that run's, and
 * what it wrote is no older than its start. A success before it is an earlier run's, of which the start is not told.
 */
export function describeCronJobRun(options: {
  facts: MariaDbFacts;
  arrangement: Arrangement;
  cronJob: Fact;
  /** What the jobs that are left tell. */
  shown: readonly Run[];
}): Run[] {
  const { facts, arrangement, cronJob, shown } = options;
  const reader = facts.read(cronJob);
  const scheduled = reader.instant('status', 'lastScheduleTime');
  if (!scheduled) return [];
  const scheduledAt = Date.parse(scheduled.value);
  const isShown = shown.some(({ point, attempt }) => {
    const startedAt = point?.startedAt ?? attempt?.startedAt;
    return startedAt !== undefined && Date.parse(startedAt) >= scheduledAt;
  });
  if (isShown || reader.list('status', 'active').length > 0) return [];

  const succeeded = reader.instant('status', 'lastSuccessfulTime');
  if (succeeded && Date.parse(succeeded.value) >= scheduledAt) {
    return arrangement.store
      ? [
          {
            point: pointOf(facts, arrangement, {
              reader,
              taken: scheduled,
              endedAt: succeeded.value,
              evidence: succeeded.evidence,
            }),
          },
        ]
      : [];
  }
  return [
    {
      attempt: {
        object: reader.reference,
        method: arrangement.method,
        storeId: arrangement.store?.id,
        state: 'failed',
        startedAt: scheduled.value,
        error: reader.derive(
          'its last run did not succeed, and its job is gone',
          ['status', 'lastSuccessfulTime'],
          succeeded?.value,
        ),
        evidence: scheduled.evidence,
      },
    },
  ];
}
