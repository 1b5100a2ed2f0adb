import { Instant, Observed, Restore } from '@holdfast/plugin-holdfast-common';
import {
  Condition,
  Fact,
  FactReader,
  qualifiedKind,
  referenceOf,
} from '../../engine';
import { purposeOf } from '../servers/purposeOf';
import { Arrangement, findArchive } from './arrangements';
import { MariaDbFacts } from './MariaDbFacts';
import { mariadbs, restores } from './resources';

/**
 * The MariaDBs that were bootstrapped from backups of this one, and the dumps that were restored into a running one.
 */
export function describeRestores(
  facts: MariaDbFacts,
  arrangements: readonly Arrangement[],
): Restore[] {
  const whole = arrangements.filter(({ partial }) => !partial);
  const sources = new Set<string | undefined>([
    findArchive(facts)?.key,
    ...whole.map(({ fact }) => fact.key),
  ]);
  const isOfThis = ({ key, subjects }: Fact) =>
    key !== facts.input.root.key && subjects.some(of => sources.has(of));
  const copies = facts
    .related(mariadbs)
    .filter(isOfThis)
    .map(fact => describeCopy(facts.read(fact), fact.createdAt));
  const intoRunning = facts
    .related(restores)
    .filter(isOfThis)
    .map(fact => describeRestore(facts, facts.read(fact), fact.createdAt));
  return [...copies, ...intoRunning].filter(restore => restore !== undefined);
}

/**
 * A copy is there when its backup is restored, for a point in time the binary log is replayed, and the server has run since.
 *
 * @remarks
 * Of files `BackupRestored` turns True when their job is complete and the pod has a node, before the server is started (`waitForPodScheduled` in
 * `mariadb_controller_init.go`). Of a dump it turns True when the job has ended, well or not, and the Restore that could tell is deleted
 * (`reconcileRestore` in `mariadb_controller.go`): that is no proof, nor of a failure.
 */
function describeCopy(
  copy: FactReader,
  startedAt: Instant | undefined,
): Restore | undefined {
  if (startedAt === undefined) return undefined;
  const restored = copy.condition('BackupRestored');
  const replayed = copy.condition('BinlogsReplayed');
  const isUntold =
    restored?.status.value === 'True' && restored.reason === 'RestoreBackup';
  if (isUntold) return undefined;
  const replays =
    copy.string('spec', 'bootstrapFrom', 'pointInTimeRecoveryRef', 'name') !==
    undefined;
  const last = replays ? replayed : restored;
  const isDone =
    restored?.status.value === 'True' &&
    last?.status.value === 'True' &&
    hasRunSince(copy, last);
  const isFailed = replayed?.reason === 'ReplayBinlogsError';
  const unfinished = isFailed ? 'failed' : 'running';
  return {
    target: copy.reference,
    purpose: purposeOf(copy)?.value ?? 'restore',
    recoveryTarget: copy.instant('spec', 'bootstrapFrom', 'targetRecoveryTime')
      ?.value,
    startedAt,
    readyAt: isDone ? last.since : undefined,
    state: isDone ? 'succeeded' : unfinished,
    evidence:
      (isFailed ? replayed : last ?? restored)?.status.evidence ??
      copy.evidence(['status', 'conditions']),
  };
}

/** Whether the server is ready, or has ceased to be after that moment. A condition keeps its time as long as its status. */
function hasRunSince(copy: FactReader, { since }: Condition): boolean {
  const ready = copy.condition('Ready');
  return (
    ready?.status.value === 'True' ||
    Date.parse(ready?.since ?? '') > Date.parse(since ?? '')
  );
}

/** `Complete` is True for a job that failed as well; the reason tells. One database of many is not the server. */
function describeRestore(
  facts: MariaDbFacts,
  restore: FactReader,
  startedAt: Instant | undefined,
): Restore | undefined {
  const name = restore.string('spec', 'mariaDbRef', 'name');
  const isPartial = restore.string('spec', 'database') !== undefined;
  if (startedAt === undefined || !name || isPartial) return undefined;
  const complete = restore.condition('Complete');
  return {
    target: referenceOf(facts.input.cluster, {
      kind: qualifiedKind(mariadbs),
      namespace:
        restore.string('spec', 'mariaDbRef', 'namespace')?.value ??
        restore.reference.namespace,
      name: name.value,
    }),
    purpose: purposeOf(restore)?.value ?? 'restore',
    recoveryTarget: restore.instant('spec', 'targetRecoveryTime')?.value,
    startedAt,
    ...outcomeOf(complete),
    evidence:
      complete?.status.evidence ?? restore.evidence(['status', 'conditions']),
  };
}

function outcomeOf(
  complete: Condition | undefined,
): Pick<Restore, 'state' | 'readyAt'> {
  switch (complete?.reason) {
    case 'JobComplete':
      return complete.status.value === 'True'
        ? { state: 'succeeded', readyAt: complete.since }
        : { state: 'running' };
    case 'JobFailed':
      return { state: 'failed' };
    default:
      return { state: 'running' };
  }
}

/** What a MariaDB was bootstrapped from, in a few words. */
export function restoredFrom({
  mariadb,
}: MariaDbFacts): Observed<string> | undefined {
  const from = (...path: string[]) =>
    mariadb.string('spec', 'bootstrapFrom', ...path);
  const bucket = from('s3', 'bucket');
  return (
    from('pointInTimeRecoveryRef', 'name') ??
    from('backupRef', 'name') ??
    from('volumeSnapshotRef', 'name') ??
    (bucket && { ...bucket, value: `s3://${bucket.value}` }) ??
    from('azureBlob', 'containerName')
  );
}
