import { resourceTypes, ResourceType } from '../../kubernetes';
import { compactTime, timestamp } from '../../postgresql/names';
import {
  cronJobObjects,
  historyFrom,
  jobObject,
  JobRun,
  jobRuns,
  keptRuns,
} from '../kubernetes/job';
import { nextRun, Rhythm } from '../Rhythm';
import { Site } from '../Site';
import { TypedObject } from '../SimulatedWorkload';
import { condition } from './condition';
import { MariaDbTraits } from './MySqlTraits';
import { mariaDbS3 } from './objectStorage';

/** How many runs are looked back on: enough for the jobs that are left. */
const RUNS = 14;

const PHYSICAL_SECONDS = 210;
const LOGICAL_SECONDS = 95;
const RESTORE_SECONDS = 640;

/** How many jobs mariadb-operator leaves of a PhysicalBackup (`successfulJobsHistoryLimit`). */
const KEPT_JOBS = 5;

/** What every job that takes a backup runs (`BuildPhysicalBackupJob` and `BuildBackupJob` in `pkg/builder/batch_builder.go`). */
const podSpec = {
  initContainers: [{ name: 'mariadb' }],
  containers: [{ name: 'mariadb-operator' }],
  restartPolicy: 'OnFailure',
};

interface Moment {
  now: Date;
  lastArchivedAt: Date;
}

/** What backs a MariaDB up: PhysicalBackup, Backup, PointInTimeRecovery, with their jobs, and what was restored of it. */
export function mariaDbBackups(
  site: Site,
  traits: MariaDbTraits,
  moment: Moment,
): TypedObject[] {
  return [
    ...(traits.physical ? physicalBackup(site, traits, moment.now) : []),
    ...(traits.logical ? logicalBackup(site, traits, moment.now) : []),
    ...(traits.archivesLog ? [archive(site, traits, moment)] : []),
    ...(traits.restoredDaysAgo === undefined ? [] : [restore(site, traits)]),
  ];
}

function physicalBackup(
  site: Site,
  { name: database, physical }: MariaDbTraits,
  now: Date,
): TypedObject[] {
  if (!physical) return [];
  const { rhythm, keepDays, failingDays } = physical;
  const name = `${database}-physical`;
  const runs = runsOf(site, {
    rhythm,
    now,
    seconds: PHYSICAL_SECONDS,
    failingDays,
  });
  const last = runs.at(-1);
  return [
    orderObject(site, resourceTypes.mariaDbPhysicalBackups, {
      name,
      spec: {
        mariaDbRef: { name: database, waitForIt: true },
        schedule: { cron: rhythm.expression, suspend: false, immediate: true },
        compression: 'bzip2',
        maxRetention: `${keepDays * 24}h`,
        storage: { s3: mariaDbS3(site, `${site.namespace}/${database}`) },
      },
      status: {
        ...(last && {
          conditions: [complete(last, now)],
          lastScheduleCheckTime: timestamp(last.startedAt),
          lastScheduleTime: timestamp(last.startedAt),
        }),
        nextScheduleTime: timestamp(nextRun(rhythm, now)),
      },
    }),
    ...keptRuns(runs, { now, succeeded: KEPT_JOBS, failed: 1 }).map(run =>
      jobObject(site, {
        name: `${name}-${compactTime(run.startedAt)}`,
        owner: [resourceTypes.mariaDbPhysicalBackups, name],
        podSpec,
        run,
        now,
      }),
    ),
  ];
}

/** A Backup is carried out by a CronJob, which has nothing of the PhysicalBackup's own schedule. */
function logicalBackup(
  site: Site,
  { name: database, logical }: MariaDbTraits,
  now: Date,
): TypedObject[] {
  if (!logical) return [];
  const { rhythm, keepDays } = logical;
  const name = dumpName(database);
  const runs = runsOf(site, { rhythm, now, seconds: LOGICAL_SECONDS });
  return [
    orderObject(site, resourceTypes.mariaDbBackups, {
      name,
      spec: {
        mariaDbRef: { name: database, waitForIt: true },
        schedule: { cron: rhythm.expression, suspend: false },
        maxRetention: `${keepDays * 24}h`,
        storage: { s3: mariaDbS3(site, `${site.namespace}/${database}-dumps`) },
      },
      // "Sucess" is the operator's own spelling.
      status: {
        conditions: [
          condition('Complete', 'CronJobSucess', 'Success', site.createdAt),
        ],
      },
    }),
    ...cronJobObjects(site, {
      name,
      owner: [resourceTypes.mariaDbBackups, name],
      rhythm,
      podSpec,
      runs,
      now,
    }),
  ];
}

function archive(
  site: Site,
  { name }: MariaDbTraits,
  { lastArchivedAt }: Moment,
): TypedObject {
  return orderObject(site, resourceTypes.mariaDbPointInTimeRecoveries, {
    name,
    spec: {
      physicalBackupRef: { name: `${name}-physical` },
      storage: { s3: mariaDbS3(site, `${site.namespace}/${name}-binlogs`) },
      compression: 'gzip',
      archiveTimeout: '1h',
      strictMode: false,
    },
    status: { lastRecoverableTime: timestamp(lastArchivedAt) },
  });
}

/** `examples/manifests/restore.yaml`, into a MariaDB that was there for it and is gone. */
function restore(site: Site, traits: MariaDbTraits): TypedObject {
  const { name, restoredDaysAgo = 0 } = traits;
  const startedAt = site.daysAgo(restoredDaysAgo);
  const readyAt = new Date(startedAt.getTime() + RESTORE_SECONDS * 1000);
  return site.object(resourceTypes.mariaDbRestores, {
    name: `${name}-check`,
    createdAt: startedAt,
    labels: { 'holdfast.io/purpose': 'drill' },
    body: {
      spec: {
        mariaDbRef: { name: `${name}-check`, waitForIt: true },
        backupRef: { name: dumpName(name) },
      },
      status: {
        conditions: [condition('Complete', 'JobComplete', 'Success', readyAt)],
      },
    },
  });
}

function dumpName(database: string): string {
  return `${database}-dump`;
}

/** The condition is True whatever became of the job; the reason tells (`SetCompleteWithJob` in `pkg/condition/complete.go`). */
function complete({ startedAt, endsAt, failure }: JobRun, now: Date) {
  if (endsAt > now) {
    return {
      ...condition('Complete', 'JobRunning', 'Running', startedAt),
      status: 'False',
    };
  }
  return failure
    ? condition('Complete', 'JobFailed', 'Failed', endsAt)
    : condition('Complete', 'JobComplete', 'Success', endsAt);
}

function runsOf(
  site: Site,
  options: { rhythm: Rhythm; now: Date; seconds: number; failingDays?: number },
): JobRun[] {
  const { rhythm, now, failingDays } = options;
  return jobRuns({
    ...options,
    from: historyFrom(rhythm, { now, runs: RUNS, createdAt: site.createdAt }),
    ...(failingDays !== undefined && {
      isFailed: startedAt => startedAt > site.daysAgo(failingDays),
    }),
  });
}

function orderObject(
  site: Site,
  type: ResourceType,
  parts: {
    name: string;
    spec: Record<string, unknown>;
    status: Record<string, unknown>;
  },
): TypedObject {
  const { name, spec, status } = parts;
  return site.object(type, { name, body: { spec, status } });
}
