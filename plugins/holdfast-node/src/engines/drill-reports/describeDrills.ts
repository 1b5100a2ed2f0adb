import {
  DrillSchedule,
  Instant,
  Observed,
} from '@holdfast/plugin-holdfast-common';
import { Fact, FactReader, listAt, stringAt } from '../../engine';

/**
 * The CronJobs that restore a database for practice.
 *
 * @param options - what this engine keeps of CronJobs and Jobs, each laid out as its object
 */
export function describeDrills(options: {
  cluster: string;
  cronJobs: readonly { fact: Fact; data: Fact['data'] }[];
  jobs: readonly { fact: Fact; data: Fact['data'] }[];
}): DrillSchedule[] {
  const { cluster, cronJobs, jobs } = options;
  return cronJobs.flatMap(({ fact, data }): DrillSchedule[] => {
    const cronJob = new FactReader(cluster, { ...fact, data });
    const expression = cronJob.string('spec', 'schedule');
    if (!expression) return [];
    const own = jobs.filter(
      job =>
        job.fact.namespace === fact.namespace &&
        listAt(job.data, 'metadata', 'ownerReferences').some(
          owner =>
            stringAt(owner, 'kind') === 'CronJob' &&
            stringAt(owner, 'name') === fact.name,
        ),
    );
    const lastSucceededAt = latestOf([
      cronJob.instant('status', 'lastSuccessfulTime'),
      ...own.map(job =>
        completedAt(new FactReader(cluster, { ...job.fact, data: job.data })),
      ),
    ]);
    const timeZone = cronJob.string('spec', 'timeZone')?.value;
    const lastStartedAt = cronJob.instant('status', 'lastScheduleTime');
    return [
      {
        object: cronJob.reference,
        expression,
        dialect: 'kubernetes',
        ...(timeZone !== undefined && { timeZone }),
        suspended:
          cronJob.boolean('spec', 'suspend') ??
          cronJob.derive(false, ['spec', 'suspend']),
        ...(fact.createdAt !== undefined && { createdAt: fact.createdAt }),
        ...(lastStartedAt && { lastStartedAt }),
        ...(lastSucceededAt && { lastSucceededAt }),
      },
    ];
  });
}

/** `completionTime` is set only of a job that succeeded (batch/v1 JobStatus); the condition says so as well. */
function completedAt(job: FactReader): Observed<Instant> | undefined {
  return job.condition('Complete')?.status.value === 'True'
    ? job.instant('status', 'completionTime')
    : undefined;
}

function latestOf(
  instants: readonly (Observed<Instant> | undefined)[],
): Observed<Instant> | undefined {
  return instants
    .filter(instant => instant !== undefined)
    .reduce<Observed<Instant> | undefined>(
      (latest, instant) =>
        latest && latest.value >= instant.value ? latest : instant,
      undefined,
    );
}
