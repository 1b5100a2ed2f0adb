import {
  BackupAttempt,
  BackupMethod,
  BackupStore,
  Observed,
  RecoveryPoint,
} from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../engine';
import { ClusterFacts } from './ClusterFacts';
import { incarnationOf } from './incarnation';
import { barmanCloudPlugin } from './names';
import { backupPhases, completedPhase } from './phases';
import { backups } from './resources';
import { describeSnapshots, SnapshotSet } from './snapshots';
import { findStore } from './findStore';

/**
 * What came out of the Backups of a Cluster.
 */
export interface Backups {
  recoveryPoints: RecoveryPoint[];
  attempts: BackupAttempt[];
  /** Places that only older recovery points lie on. */
  formerStores: BackupStore[];
}

/**
 * Reads the Backups, and the sets of volume snapshots that outlived theirs.
 */
export function describeBackups(
  facts: ClusterFacts,
  stores: readonly BackupStore[],
): Backups {
  const snapshots = describeSnapshots(facts);
  const former = new Map<string, BackupStore>();
  const recoveryPoints: RecoveryPoint[] = [];
  const attempts: BackupAttempt[] = [];

  for (const fact of facts.related(backups)) {
    const backup = facts.read(fact);
    const store = findStore({
      facts,
      backup,
      method: methodOf(backup),
      stores,
    });
    if (store && !store.inUse) former.set(store.id, store);
    const set = snapshots.get(fact.name);
    snapshots.delete(fact.name);
    const point = describePoint({ facts, backup, store, set });
    if (point) recoveryPoints.push(point);
    else {
      attempts.push(
        describeAttempt({ backup, store, set, createdAt: fact.createdAt }),
      );
    }
  }
  for (const set of snapshots.values()) {
    if (set.point) recoveryPoints.push(set.point);
  }
  return {
    recoveryPoints,
    attempts,
    formerStores: Array.from(former.values()),
  };
}

/** How a Backup or a ScheduledBackup goes about it; the operator's default is the deprecated in-tree one. */
export function methodOf(order: FactReader): BackupMethod {
  const method =
    order.string('status', 'method') ?? order.string('spec', 'method');
  switch (method?.value) {
    case 'plugin':
      return order.string('spec', 'pluginConfiguration', 'name')?.value ===
        barmanCloudPlugin
        ? 'barman-cloud-plugin'
        : 'other';
    case 'volumeSnapshot':
      return 'volume-snapshot';
    case undefined:
    case 'barmanObjectStore':
      return 'barman-in-tree';
    default:
      return 'other';
  }
}

interface BackupOptions {
  backup: FactReader;
  store?: BackupStore;
  /** The volume snapshots that it made. */
  set?: SnapshotSet;
}

function describePoint(
  options: BackupOptions & { facts: ClusterFacts },
): RecoveryPoint | undefined {
  const { facts, backup, store, set } = options;
  const phase = backup.string('status', 'phase');
  if (phase?.value !== completedPhase) return undefined;

  const method = methodOf(backup);
  if (method === 'volume-snapshot' && set?.problem) return undefined;
  const end =
    backup.instant('status', 'stoppedAt') ??
    backup.instant('status', 'reconciliationTerminatedAt');
  // Snapshots hold the moment at which they were cut; they are usable, and the Backup ends, only later.
  const consistentAt = set?.point?.consistentAt ?? end?.value;
  if (consistentAt === undefined) return undefined;

  return {
    object: backup.reference,
    method,
    storeId: store?.id,
    backupId: backup.string('status', 'backupId')?.value,
    startedAt: backup.instant('status', 'startedAt')?.value,
    consistentAt,
    // Barman takes hot base backups only.
    needsWal:
      method !== 'volume-snapshot' ||
      backup.boolean('status', 'online')?.value !== false,
    ...incarnationOf(facts, backup),
    ...(set?.point?.owners && { owners: set.point.owners }),
    deletedWithObject: set?.point?.deletedWithObject,
    timeline: timelineOf(backup),
    majorVersion: backup.number('status', 'majorVersion')?.value,
    evidence: phase.evidence,
  };
}

function describeAttempt(
  options: BackupOptions & { createdAt?: string },
): BackupAttempt {
  const { backup, store, set, createdAt } = options;
  const phase = backup.string('status', 'phase');
  const lost = phase?.value === completedPhase;
  return {
    object: backup.reference,
    method: methodOf(backup),
    storeId: store?.id,
    state: stateOf(phase?.value, set),
    startedAt:
      (
        backup.instant('status', 'startedAt') ??
        backup.instant('status', 'reconciliationStartedAt')
      )?.value ?? createdAt,
    endedAt: (
      backup.instant('status', 'stoppedAt') ??
      backup.instant('status', 'reconciliationTerminatedAt')
    )?.value,
    error: lost ? set?.problem : errorOf(backup),
    evidence: phase?.evidence ?? backup.evidence(['status', 'phase']),
  };
}

function stateOf(
  phase: string | undefined,
  set: SnapshotSet | undefined,
): BackupAttempt['state'] {
  if (phase === undefined) return 'pending';
  if (phase === completedPhase) return set?.problem ? 'failed' : 'unknown';
  return backupPhases.get(phase) ?? 'unknown';
}

function errorOf(backup: FactReader): Observed<string> | undefined {
  return (
    backup.string('status', 'error') ?? backup.string('status', 'commandError')
  );
}

function timelineOf(backup: FactReader): number | undefined {
  const text = backup.string('status', 'pluginMetadata', 'timeline')?.value;
  return text && /^\d+$/.test(text) ? Number(text) : undefined;
}
