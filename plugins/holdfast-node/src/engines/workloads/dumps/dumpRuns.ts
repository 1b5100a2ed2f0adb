import {
  BackupAttempt,
  Instant,
  Observed,
  RecoveryPoint,
} from '@holdfast/plugin-holdfast-common';
import { Fact, FactReader } from '../../../engine';
import { DumpJob } from './DumpJob';
import { DumpStore } from './stores';

/** What is known beside the run itself. */
export interface RunContext {
  job: DumpJob;
  store: DumpStore;
  createdAt: Instant | undefined;
  extent: DumpExtent;
}

/** How much of its server a dump holds; neither: all of it. */
export type DumpExtent = Pick<RecoveryPoint, 'partial' | 'onlyDatabase'>;

/** One of both, or neither. */
interface Run {
  point?: RecoveryPoint;
  attempt?: BackupAttempt;
}

/**
 * What came of a job that dumps: each job that is left, and of the last one, where it is gone, what its CronJob remembers.
 *
 * @remarks
 * `lastScheduleTime` says that a job was started, `lastSuccessfulTime` that one ended well (batch/v1 CronJobStatus).
 */
export function describeRuns(cluster: string, context: RunContext): Run[] {
  const { job } = context;
  const shown = job.runs.map(fact =>
    describeJob(new FactReader(cluster, fact), fact, context),
  );
  return job.isScheduled ? [...shown, ...remembered(context, shown)] : shown;
}

function describeJob(job: FactReader, fact: Fact, context: RunContext): Run {
  const started = job.instant('status', 'startTime');
  const complete = job.condition('Complete')?.status;
  const failed = job.condition('Failed');
  if (complete?.value === 'True' && started) {
    return succeeded(context, {
      reader: job,
      taken: started,
      endedAt:
        job.instant('status', 'completionTime')?.value ??
        job.condition('Complete')?.since,
      evidence: complete.evidence,
    });
  }
  const isFailed = failed?.status.value === 'True';
  return {
    attempt: {
      object: job.reference,
      method: 'dump-job',
      ...storeIdOf(context.store),
      state: isFailed ? 'failed' : stateOf(job, started),
      startedAt: started?.value ?? fact.createdAt,
      endedAt: isFailed ? failed.since : undefined,
      error: isFailed ? failed.message : undefined,
      evidence:
        failed?.status.evidence ??
        started?.evidence ??
        job.evidence(['status', 'conditions']),
    },
  };
}

function stateOf(
  job: FactReader,
  started: Observed<Instant> | undefined,
): BackupAttempt['state'] {
  if (job.condition('Complete')?.status.value === 'True') return 'unknown';
  return started && job.boolean('spec', 'suspend')?.value !== true
    ? 'running'
    : 'pending';
}

/**
 * The last run of a CronJob, where its job is gone. With `concurrencyPolicy: Allow` an earlier one that ran beside it may have been the one that
 * succeeded, so that its start is not told.
 */
function remembered(context: RunContext, shown: readonly Run[]): Run[] {
  const { reader } = context.job;
  const scheduled = reader.instant('status', 'lastScheduleTime');
  if (!scheduled || reader.list('status', 'active').length > 0) return [];
  const scheduledAt = Date.parse(scheduled.value);
  const isShown = shown.some(({ point, attempt }) => {
    const startedAt = point?.startedAt ?? attempt?.startedAt;
    return startedAt !== undefined && Date.parse(startedAt) >= scheduledAt;
  });
  if (isShown) return [];
  const success = reader.instant('status', 'lastSuccessfulTime');
  if (success && Date.parse(success.value) >= scheduledAt) {
    const policy = reader.string('spec', 'concurrencyPolicy');
    const isAlone = policy?.value === 'Forbid' || policy?.value === 'Replace';
    return [
      succeeded(context, {
        reader,
        taken: scheduled,
        endedAt: success.value,
        evidence: success.evidence,
        doubt: isAlone
          ? undefined
          : policy?.evidence ?? reader.evidence(['spec', 'concurrencyPolicy']),
      }),
    ];
  }
  return [
    {
      attempt: {
        object: reader.reference,
        method: 'dump-job',
        ...storeIdOf(context.store),
        state: 'failed',
        startedAt: scheduled.value,
        error: reader.derive(
          'its last run did not succeed, and its job is gone',
          ['status', 'lastSuccessfulTime'],
          success?.value,
        ),
        evidence: scheduled.evidence,
      },
    },
  ];
}

/** A dump holds the moment at which it began, or a later one. */
function succeeded(
  context: RunContext,
  run: {
    reader: FactReader;
    taken: Observed<Instant>;
    endedAt?: Instant;
    evidence: RecoveryPoint['evidence'];
    /** Why it cannot be told which moment that is. */
    doubt?: RecoveryPoint['evidence'];
  },
): Run {
  const { job, store, extent } = context;
  const { reader, taken, endedAt, evidence } = run;
  if (store.kind === 'nowhere' || store.kind === 'own') {
    return {
      attempt: {
        object: reader.reference,
        method: 'dump-job',
        state: 'failed',
        startedAt: taken.value,
        endedAt,
        error: job.reader.derive(
          store.kind === 'own'
            ? 'what it wrote lies on the volume of the database itself, and is lost with it'
            : 'what it wrote went with its pod: no lasting storage',
          job.dump.path,
          job.dump.tool,
        ),
        evidence,
      },
    };
  }
  return {
    point: {
      object: reader.reference,
      method: 'dump-job',
      ...storeIdOf(store),
      backupId: reader.reference.name,
      startedAt: taken.value,
      consistentAt: taken.value,
      endedAt,
      needsWal: job.dump.needsWal === true,
      rollsForward: false,
      ...extent,
      // Its job ends well whether it failed or not.
      ...(job.dump.unproven && {
        holding: {
          value: 'intended' as const,
          evidence: job.reader.evidence(job.dump.path, job.dump.tool),
        },
      }),
      ...incarnationOf(context, taken, run.doubt),
      evidence,
    },
  };
}

/** What is not told by name or by time is told by nothing: it may be the dump of another database. */
function incarnationOf(
  { job, createdAt }: RunContext,
  taken: Observed<Instant>,
  doubt: RecoveryPoint['evidence'] | undefined,
): Pick<RecoveryPoint, 'incarnation' | 'incarnationEvidence'> {
  if (job.uncertain !== undefined) {
    return {
      incarnation: 'unknown',
      incarnationEvidence: job.reader.evidence(job.dump.path, job.dump.tool),
    };
  }
  if (doubt) return { incarnation: 'unknown', incarnationEvidence: doubt };
  if (createdAt === undefined) return { incarnation: 'unknown' };
  const isCurrent = Date.parse(taken.value) >= Date.parse(createdAt);
  return {
    incarnation: isCurrent ? 'current' : 'other',
    incarnationEvidence: taken.evidence,
  };
}

/** A place that nobody can tell is none to look in. */
function storeIdOf(store: DumpStore): Pick<RecoveryPoint, 'storeId'> {
  return store.kind === 'store' ? { storeId: store.store.id } : {};
}
