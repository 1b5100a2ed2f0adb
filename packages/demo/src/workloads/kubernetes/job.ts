import { resourceTypes, ResourceType } from '../../kubernetes';
import { timestamp } from '../../postgresql/names';
import { lastRun, Rhythm, runsBetween } from '../Rhythm';
import { Site } from '../Site';
import { TypedObject } from '../SimulatedWorkload';

/** One run of a CronJob, or of an operator's own schedule. */
export interface JobRun {
  startedAt: Date;
  endsAt: Date;
  /** Why it did not succeed. */
  failure?: string;
}

/**
 * The runs of a rhythm that have begun, oldest first.
 *
 * @param options - `seconds` that a run takes; `isFailed` of those that began at a moment
 */
export function jobRuns(options: {
  rhythm: Rhythm;
  from: Date;
  now: Date;
  seconds: number;
  failure?: string;
  isFailed?: (startedAt: Date) => boolean;
}): JobRun[] {
  const { rhythm, from, now, seconds, isFailed = () => false } = options;
  const failure =
    options.failure ?? 'Job has reached the specified backoff limit';
  return runsBetween(rhythm, from, now).map(startedAt => ({
    startedAt,
    endsAt: new Date(startedAt.getTime() + seconds * 1000),
    ...(isFailed(startedAt) && { failure }),
  }));
}

/** What the CronJob controller leaves of the runs: the newest of each outcome, and those that still run. */
export function keptRuns(
  runs: readonly JobRun[],
  options: { now: Date; succeeded: number; failed: number },
): JobRun[] {
  const { now, succeeded, failed } = options;
  const newest = (chosen: JobRun[], count: number) =>
    count > 0 ? chosen.slice(-count) : [];
  const ended = runs.filter(({ endsAt }) => endsAt <= now);
  return [
    ...newest(
      ended.filter(({ failure }) => !failure),
      succeeded,
    ),
    ...newest(
      ended.filter(({ failure }) => failure),
      failed,
    ),
    ...runs.filter(({ endsAt }) => endsAt > now),
  ].sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
}

/** The name of the job of a run, which ends in the minutes since the epoch (`getJobName` in `pkg/controller/cronjob/utils.go` of Kubernetes). */
export function jobName(cronJob: string, { startedAt }: JobRun): string {
  return `${cronJob}-${Math.floor(startedAt.getTime() / 60_000)}`;
}

export interface CronJobParts {
  name: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  owner?: readonly [type: ResourceType, name: string];
  createdAt?: Date;
  rhythm: Rhythm;
  /** The `spec` of its pods. */
  podSpec: Record<string, unknown>;
  /** All that have begun. */
  runs: readonly JobRun[];
  now: Date;
  /** How many jobs are left of each outcome, where that is not 3 and 1. */
  history?: { succeeded: number; failed: number };
}

/** A CronJob with the jobs that are left of it. */
export function cronJobObjects(site: Site, parts: CronJobParts): TypedObject[] {
  const { name, labels, annotations, owner, rhythm, podSpec, runs, now } =
    parts;
  const history = parts.history ?? { succeeded: 3, failed: 1 };
  const template = { template: { metadata: { labels }, spec: podSpec } };
  const cronJob = site.object(resourceTypes.cronJobs, {
    name,
    labels,
    annotations,
    owner,
    createdAt: parts.createdAt,
    body: {
      spec: {
        schedule: rhythm.expression,
        suspend: false,
        concurrencyPolicy: 'Forbid',
        successfulJobsHistoryLimit: history.succeeded,
        failedJobsHistoryLimit: history.failed,
        jobTemplate: { spec: { backoffLimit: 1, ...template } },
      },
      status: statusOf(runs, now),
    },
  });
  const kept = keptRuns(runs, { now, ...history });
  return [
    cronJob,
    ...kept.map(run =>
      jobObject(site, {
        name: jobName(name, run),
        labels,
        annotations,
        owner: [resourceTypes.cronJobs, name],
        podSpec,
        run,
        now,
      }),
    ),
  ];
}

function statusOf(runs: readonly JobRun[], now: Date) {
  const scheduled = runs.at(-1);
  const succeeded = runs.findLast(
    ({ endsAt, failure }) => endsAt <= now && !failure,
  );
  return {
    ...(scheduled && { lastScheduleTime: timestamp(scheduled.startedAt) }),
    ...(succeeded && { lastSuccessfulTime: timestamp(succeeded.endsAt) }),
  };
}

/** A Job as its controller writes it, while it runs and once it has ended. */
export function jobObject(
  site: Site,
  parts: {
    name: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    owner: readonly [type: ResourceType, name: string];
    podSpec: Record<string, unknown>;
    run: JobRun;
    now: Date;
  },
): TypedObject {
  const { name, labels, annotations, owner, podSpec, run, now } = parts;
  return site.object(resourceTypes.jobs, {
    name,
    labels,
    annotations,
    owner,
    createdAt: run.startedAt,
    body: {
      spec: {
        backoffLimit: 1,
        template: { metadata: { labels }, spec: podSpec },
      },
      status: jobStatus(run, now),
    },
  });
}

function jobStatus({ startedAt, endsAt, failure }: JobRun, now: Date) {
  const startTime = timestamp(startedAt);
  if (endsAt > now) return { startTime, active: 1, ready: 1 };
  const at = timestamp(endsAt);
  const condition = (type: string, reason: string, message: string) => ({
    type,
    status: 'True',
    reason,
    message,
    lastProbeTime: at,
    lastTransitionTime: at,
  });
  if (failure) {
    return {
      startTime,
      failed: 2,
      conditions: [
        condition('FailureTarget', 'BackoffLimitExceeded', failure),
        condition('Failed', 'BackoffLimitExceeded', failure),
      ],
    };
  }
  const reached = 'Reached expected number of succeeded pods';
  return {
    startTime,
    completionTime: at,
    succeeded: 1,
    conditions: [
      condition('SuccessCriteriaMet', 'CompletionsReached', reached),
      condition('Complete', 'CompletionsReached', reached),
    ],
  };
}

/** The first moment whose runs matter: of no more than a number of them, and none from before the schedule was made. */
export function historyFrom(
  rhythm: Rhythm,
  options: { now: Date; runs: number; createdAt: Date },
): Date {
  const { now, runs, createdAt } = options;
  const newest = lastRun(rhythm, now).getTime();
  const oldest = newest - runs * rhythm.periodMs;
  return new Date(Math.max(oldest, createdAt.getTime()));
}
