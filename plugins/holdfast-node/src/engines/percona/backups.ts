import {
  BackupAttempt,
  BackupSchedule,
  RecoveryPoint,
} from '@holdfast/plugin-holdfast-common';
import { Fact, FactReader, stringAt } from '../../engine';
import { ancestorLabel } from './names';
import { PerconaFacts } from './PerconaFacts';
import { placeAt, storageNamed } from './stores';

/** What came of the backups of a cluster. */
export interface Backups {
  recoveryPoints: RecoveryPoint[];
  attempts: BackupAttempt[];
}

/** States of a backup that are not its end (`perconaservermysqlbackup_types.go`, `pxc_backup_types.go`). One that is not here is unknown. */
const unfinished: ReadonlyMap<string, BackupAttempt['state']> = new Map([
  ['Starting', 'pending'],
  ['Suspended', 'pending'],
  ['Running', 'running'],
  ['Failed', 'failed'],
  ['Error', 'failed'],
]);

export function describeBackups(facts: PerconaFacts): Backups {
  const archives = facts.cluster.boolean('spec', 'backup', 'pitr', 'enabled');
  const recoveryPoints: RecoveryPoint[] = [];
  const attempts: BackupAttempt[] = [];
  for (const fact of facts.backups) {
    const point = pointOf(facts, fact, archives?.value === true);
    if (point) recoveryPoints.push(point);
    else attempts.push(attemptOf(facts, fact));
  }
  return { recoveryPoints, attempts };
}

/**
 * XtraBackup's copy is consistent at a moment before it ends, and it began after the object was made: it holds what was there then, and of what came
 * later it is not told.
 */
function pointOf(
  facts: PerconaFacts,
  fact: Fact,
  archives: boolean,
): RecoveryPoint | undefined {
  const backup = facts.read(fact);
  const state = backup.string('status', 'state');
  const taken = facts.createdAt(fact);
  const isGoing = backup.string('metadata', 'deletionTimestamp') !== undefined;
  if (state?.value !== 'Succeeded' || !taken || isGoing) return undefined;
  if (missingBase(facts, fact) !== undefined) return undefined;
  const storeId = storeIdOf(facts, backup);
  const { createdAt } = facts.input.root;
  // Binary logs continue none that lies in a claim ("Store binary logs for point-in-time recovery", considerations).
  const isInClaim = backup
    .string('status', 'destination')
    ?.value.startsWith('pvc/');
  return {
    object: backup.reference,
    method: 'xtrabackup',
    ...(storeId !== undefined && { storeId }),
    backupId:
      backup.string('status', 'destination')?.value ?? backup.reference.name,
    startedAt: taken.value,
    consistentAt: taken.value,
    endedAt: backup.instant('status', 'completed')?.value,
    needsWal: false,
    ...((!archives || isInClaim) && { rollsForward: false }),
    ...(createdAt === undefined
      ? { incarnation: 'unknown' as const }
      : {
          incarnation:
            Date.parse(taken.value) >= Date.parse(createdAt)
              ? ('current' as const)
              : ('other' as const),
          incarnationEvidence: taken.evidence,
        }),
    evidence: state.evidence,
  };
}

/** Where it was written to, by its own status; where that does not say, by the storage of the name that it was given. */
function storeIdOf(
  facts: PerconaFacts,
  backup: FactReader,
): string | undefined {
  const written =
    placeAt(backup, ['status', 'storage']) ?? placeAt(backup, ['status']);
  return (
    written?.id ??
    storageNamed(facts, backup.string('spec', 'storageName')?.value)?.id
  );
}

/** An incremental backup is worth nothing without the one that it goes on from. */
function missingBase(facts: PerconaFacts, fact: Fact): string | undefined {
  const backup = facts.read(fact);
  const type = backup.string('status', 'type') ?? backup.string('spec', 'type');
  if (type?.value !== 'incremental') return undefined;
  const named = backup.string('spec', 'incrementalBaseBackupName')?.value;
  const isThere = facts.backups.some(other => {
    const base = facts.read(other);
    return (
      other !== fact &&
      (named === undefined
        ? base.string('spec', 'type')?.value !== 'incremental' &&
          (other.createdAt ?? '') < (fact.createdAt ?? '')
        : other.name === named) &&
      base.string('status', 'state')?.value === 'Succeeded'
    );
  });
  return isThere ? undefined : named ?? 'a full backup';
}

function attemptOf(facts: PerconaFacts, fact: Fact): BackupAttempt {
  const backup = facts.read(fact);
  const state = backup.string('status', 'state');
  const base = missingBase(facts, fact);
  const lacksBase = state?.value === 'Succeeded' && base !== undefined;
  const isDeleted = backup.string('metadata', 'deletionTimestamp');
  const told = state ? unfinished.get(state.value) ?? 'unknown' : 'pending';
  const isFailed = lacksBase || isDeleted !== undefined || told === 'failed';
  return {
    object: backup.reference,
    method: 'xtrabackup',
    ...storeOfAttempt(facts, backup),
    state: isFailed ? 'failed' : told,
    startedAt: fact.createdAt,
    endedAt: isFailed
      ? backup.instant('status', 'completed')?.value
      : undefined,
    error: errorOf(backup, { base: lacksBase ? base : undefined, isFailed }),
    evidence:
      isDeleted?.evidence ??
      state?.evidence ??
      backup.evidence(['status', 'state']),
  };
}

function errorOf(
  backup: FactReader,
  { base, isFailed }: { base: string | undefined; isFailed: boolean },
): BackupAttempt['error'] {
  if (base !== undefined) {
    return backup.derive(
      `it goes on from ${base}, which is not there`,
      ['spec', 'incrementalBaseBackupName'],
      base,
    );
  }
  if (backup.string('metadata', 'deletionTimestamp')) {
    return backup.derive('it is being deleted', [
      'metadata',
      'deletionTimestamp',
    ]);
  }
  return isFailed
    ? backup.string('status', 'stateDescription') ??
        backup.string('status', 'error')
    : undefined;
}

function storeOfAttempt(
  facts: PerconaFacts,
  backup: FactReader,
): Pick<BackupAttempt, 'storeId'> {
  const storeId = storeIdOf(facts, backup);
  return storeId === undefined ? {} : { storeId };
}

/**
 * The schedules in the cluster's own object.
 *
 * @remarks
 * `AddFuncWithSeconds` takes what `cron.ParseStandard` of robfig/cron 3 takes, and puts a second of its own into it, which an interval has none of.
 */
export function describeSchedules(facts: PerconaFacts): BackupSchedule[] {
  const { cluster, operator } = facts;
  const off = operator.areOff(cluster) ?? cluster.boolean('spec', 'pause');
  return cluster.list('spec', 'backup', 'schedule').flatMap((entry, index) => {
    const path = ['spec', 'backup', 'schedule', index];
    const expression = cluster.string(...path, 'schedule');
    if (!expression) return [];
    const name = stringAt(entry, 'name') ?? '';
    const storageName = cluster.string(...path, 'storageName');
    const store = storageNamed(facts, storageName?.value);
    const isArchived =
      cluster.boolean('spec', 'backup', 'pitr', 'enabled')?.value === true &&
      store?.location?.value !== 'a claim for each backup';
    const last = facts.backups
      .filter(fact => isOfSchedule(fact, name))
      .map(({ createdAt }) => createdAt ?? '')
      .sort()
      .at(-1);
    return {
      object: { ...cluster.reference },
      method: 'xtrabackup' as const,
      storeId: store?.id ?? '',
      expression,
      dialect: 'percona' as const,
      suspended: off ?? cluster.derive(false, ['spec', 'backup', 'enabled']),
      immediate: false,
      ...(!isArchived && { rollsForward: false }),
      ...(last && {
        lastScheduledAt: cluster.derive(last, path, expression.value),
      }),
      ...(!store && {
        error: cluster.derive(
          `there is no storage "${storageName?.value ?? ''}" to write to`,
          [...path, 'storageName'],
          storageName?.value,
        ),
      }),
    };
  });
}

/** By the label that the operator sets: five digits, and the name (`backupJobClusterPrefix`). */
function isOfSchedule({ data }: Fact, name: string): boolean {
  const ancestor =
    stringAt(data, 'metadata', 'labels', ancestorLabel) ??
    stringAt(data, 'metadata', 'labels', 'ancestor');
  return ancestor !== undefined && ancestor.slice(6) === name;
}
