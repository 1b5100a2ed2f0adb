import {
  BackupAttempt,
  Instant,
  Observed,
  RecoveryPoint,
} from '@holdfast/plugin-holdfast-common';
import { Fact, FactReader } from '../../engine';
import { volumeSnapshots } from '../volumes/resources';
import { cronJobs, jobs } from '../workloads/resources';
import { Arrangement } from './arrangements';
import { describeCronJobRun } from './cronJobs';
import { MariaDbFacts } from './MariaDbFacts';
import { pointOf, Run } from './Run';

/**
 * What came of the orders for backups.
 */
export interface Runs {
  recoveryPoints: RecoveryPoint[];
  attempts: BackupAttempt[];
}

/**
 * Reads the jobs and snapshots of all orders.
 *
 * @remarks
 * The condition `Complete` of a Backup or PhysicalBackup is no proof: it is True with the reason `JobFailed` when a job failed
 * (`SetCompleteWithJob`), and True again once the operator has deleted the failed job, as it does at once by default (`cleanupJobs`). The job
 * itself tells.
 */
export function describeRuns(
  facts: MariaDbFacts,
  arrangements: readonly Arrangement[],
): Runs {
  const runs = arrangements.flatMap(arrangement =>
    expiring(arrangement, runsOf(facts, arrangement)),
  );
  return {
    recoveryPoints: runs.flatMap(({ point }) => point ?? []),
    attempts: runs.flatMap(({ attempt }) => attempt ?? []),
  };
}

function runsOf(facts: MariaDbFacts, arrangement: Arrangement): Run[] {
  const { key } = arrangement.fact;
  const snapshots = facts
    .about(volumeSnapshots, key)
    .map(fact => describeSnapshot(facts, arrangement, fact));
  const single = facts
    .about(jobs, key)
    .map(fact => describeJob(facts, arrangement, fact));
  const scheduled = facts.about(cronJobs, key).flatMap(cronJob => {
    const shown = facts
      .about(jobs, cronJob.key)
      .map(fact => describeJob(facts, arrangement, fact));
    return [
      ...shown,
      ...describeCronJobRun({ facts, arrangement, cronJob, shown }),
    ];
  });
  const runs = [...snapshots, ...single, ...scheduled];
  return runs.length > 0 ? runs : untold(arrangement);
}

function describeJob(
  facts: MariaDbFacts,
  arrangement: Arrangement,
  fact: Fact,
): Run {
  const job = facts.read(fact);
  const started = job.instant('status', 'startTime');
  const complete = job.condition('Complete')?.status;
  if (complete?.value === 'True' && started) {
    return arrangement.store
      ? {
          point: pointOf(facts, arrangement, {
            reader: job,
            // A dump holds the moment at which it began. Copied files hold a later one, which nothing tells.
            taken: started,
            endedAt: job.instant('status', 'completionTime')?.value,
            evidence: complete.evidence,
          }),
        }
      : { attempt: lostWithPod(arrangement, job, started) };
  }
  const failed = job.condition('Failed');
  const { state, evidence } = stateOf(job);
  return {
    attempt: {
      object: job.reference,
      method: arrangement.method,
      storeId: arrangement.store?.id,
      state,
      startedAt: started?.value ?? fact.createdAt,
      endedAt: state === 'failed' ? failed?.since : undefined,
      error: state === 'failed' ? failed?.message : undefined,
      evidence,
    },
  };
}

function stateOf(job: FactReader): Pick<BackupAttempt, 'state' | 'evidence'> {
  const failed = job.condition('Failed')?.status;
  if (failed?.value === 'True') {
    return { state: 'failed', evidence: failed.evidence };
  }
  const suspended = job.boolean('spec', 'suspend');
  if (suspended?.value) {
    return { state: 'pending', evidence: suspended.evidence };
  }
  const complete = job.condition('Complete')?.status;
  if (complete?.value === 'True') {
    return { state: 'unknown', evidence: complete.evidence };
  }
  const started = job.instant('status', 'startTime');
  return started
    ? { state: 'running', evidence: started.evidence }
    : { state: 'pending', evidence: job.evidence(['status', 'startTime']) };
}

/** What goes to an `emptyDir` is deleted with the pod that wrote it. */
function lostWithPod(
  { order, method }: Arrangement,
  job: FactReader,
  started: Observed<Instant>,
): BackupAttempt {
  const path = ['spec', 'storage'];
  return {
    object: job.reference,
    method,
    state: 'failed',
    startedAt: started.value,
    endedAt: job.instant('status', 'completionTime')?.value,
    error: order.derive('what it wrote was not kept: no lasting storage', path),
    evidence: order.evidence(path),
  };
}

function describeSnapshot(
  facts: MariaDbFacts,
  arrangement: Arrangement,
  fact: Fact,
): Run {
  const snapshot = facts.read(fact);
  const ready = snapshot.boolean('status', 'readyToUse');
  const taken = snapshot.instant('status', 'creationTime');
  if (ready?.value && taken) {
    return {
      point: pointOf(facts, arrangement, {
        reader: snapshot,
        taken,
        evidence: ready.evidence,
      }),
    };
  }
  const error = snapshot.string('status', 'error', 'message');
  return {
    attempt: {
      object: snapshot.reference,
      method: arrangement.method,
      storeId: arrangement.store?.id,
      state: error ? 'failed' : 'running',
      startedAt: fact.createdAt,
      error,
      evidence:
        error?.evidence ??
        ready?.evidence ??
        snapshot.evidence(['status', 'readyToUse']),
    },
  };
}

/** Where no job is left, the order's own condition can still tell of a failure. It proves no success. */
function untold({ order, method, store }: Arrangement): Run[] {
  const condition = order.condition('Complete');
  if (condition?.reason !== 'JobFailed') return [];
  return [
    {
      attempt: {
        object: order.reference,
        method,
        storeId: store?.id,
        state: 'failed',
        startedAt: order.instant('status', 'lastScheduleTime')?.value,
        endedAt: condition.since,
        error: condition.message,
        evidence: condition.status.evidence,
      },
    },
  ];
}

/** With every success, whatever is older than the retention is deleted. */
function expiring({ store }: Arrangement, runs: Run[]): Run[] {
  const retention = store?.retentionSeconds?.value;
  if (retention === undefined) return runs;
  const moments = runs.flatMap(({ point }) =>
    point ? Date.parse(point.endedAt ?? point.consistentAt) : [],
  );
  const newest = Math.max(-Infinity, ...moments);
  return runs.map(run => {
    const { point } = run;
    if (!point) return run;
    const expires = Date.parse(point.consistentAt) + retention * 1000;
    return expires < newest
      ? { point: { ...point, expiresAt: new Date(expires).toISOString() } }
      : run;
  });
}
