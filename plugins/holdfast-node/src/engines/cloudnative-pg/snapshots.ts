import {
  Custody,
  Observed,
  RecoveryPoint,
} from '@holdfast/plugin-holdfast-common';
import { describeCustody, Fact, stringAt } from '../../engine';
import { groupBy } from '../../engine/groupBy';
import { volumeSnapshots } from '../volumes/resources';
import { deletedWithSnapshots } from '../volumes/snapshots';
import { ClusterFacts } from './ClusterFacts';
import { incarnationByTime } from './incarnation';
import { backups } from './resources';
import { volumeSnapshotStoreId } from './stores';

/**
 * The snapshots of one instance's volumes that were taken together.
 */
export interface SnapshotSet {
  /** What can be restored from them. */
  point?: RecoveryPoint;
  /** Why nothing can. */
  problem?: Observed<string>;
}

/**
 * The sets of volume snapshots by the name of the Backup that made them. Restoring takes all of a set, so one that is missing or
 * unusable spoils it.
 */
export function describeSnapshots(
  facts: ClusterFacts,
): Map<string, SnapshotSet> {
  const byBackup = groupBy(
    facts.related(volumeSnapshots),
    ({ data }) => stringAt(data, 'claims', 'cloudnative-pg', 'backup') ?? '',
  );
  byBackup.delete('');
  const sets = new Map<string, SnapshotSet>();
  for (const [backup, snapshots] of byBackup) {
    sets.set(backup, describeSet(facts, snapshots));
  }
  if (facts.unread(volumeSnapshots)) return sets;

  for (const fact of facts.related(backups)) {
    const lost = firstLost(facts, fact, byBackup.get(fact.name) ?? []);
    if (lost) sets.set(fact.name, { problem: lost });
  }
  return sets;
}

/** The first snapshot that a Backup names and that is not there. */
function firstLost(
  facts: ClusterFacts,
  fact: Fact,
  snapshots: readonly Fact[],
): Observed<string> | undefined {
  const backup = facts.read(fact);
  const path = ['status', 'snapshotBackupStatus', 'elements'];
  const existing = new Set(snapshots.map(({ name }) => name));
  for (const index of backup.list(...path).keys()) {
    const name = backup.string(...path, index, 'name');
    if (name && !existing.has(name.value)) {
      return {
        value: `the VolumeSnapshot ${name.value} does not exist any more`,
        evidence: name.evidence,
      };
    }
  }
  return undefined;
}

function describeSet(
  facts: ClusterFacts,
  snapshots: readonly Fact[],
): SnapshotSet {
  let latestCut: Observed<string> | undefined;
  for (const fact of snapshots) {
    const snapshot = facts.read(fact);
    const error = snapshot.string('status', 'error', 'message');
    if (error) return { problem: error };
    const ready = snapshot.boolean('status', 'readyToUse');
    if (ready?.value !== true) {
      return {
        problem: {
          value: `the VolumeSnapshot ${fact.name} is not ready to use`,
          evidence: snapshot.evidence(['status', 'readyToUse'], ready?.value),
        },
      };
    }
    const cut = snapshot.instant('status', 'creationTime');
    if (!cut) return {};
    if (!latestCut || Date.parse(cut.value) > Date.parse(latestCut.value)) {
      latestCut = cut;
    }
  }
  const [first] = snapshots;
  return latestCut && first
    ? {
        point: {
          ...describePoint(facts, first, latestCut),
          deletedWithObject: deletedWithSnapshots(facts.input, snapshots),
        },
      }
    : {};
}

/** A set whose Backup is gone can still be restored from. */
function describePoint(
  facts: ClusterFacts,
  fact: Fact,
  cut: Observed<string>,
): RecoveryPoint {
  const snapshot = facts.read(fact);
  const claim = ['claims', 'cloudnative-pg'];
  const major = Number(snapshot.string(...claim, 'majorVersion')?.value);
  return {
    object: snapshot.reference,
    method: 'volume-snapshot',
    storeId: volumeSnapshotStoreId(facts),
    backupId: snapshot.string(...claim, 'backup')?.value,
    consistentAt: cut.value,
    needsWal: snapshot.string(...claim, 'online')?.value !== 'false',
    ...incarnationByTime(facts, cut),
    owners: ownersOf(facts, fact),
    ...(Number.isInteger(major) && { majorVersion: major }),
    evidence: cut.evidence,
  };
}

/**
 * What a snapshot goes with. A Backup that owns it may itself go with the Cluster or the ScheduledBackup, by their `backupOwnerReference`
 * (docs/src/backup.md): then all of them count.
 */
function ownersOf(facts: ClusterFacts, fact: Fact): Custody['owners'] {
  const { owners } = describeCustody(facts.input, fact);
  const byBackup = owners.flatMap(({ value }) => {
    const backup =
      value.kind === backups.kind
        ? facts.related(backups).find(({ name }) => name === value.name)
        : undefined;
    return backup ? describeCustody(facts.input, backup).owners : [];
  });
  return [...owners, ...byBackup];
}
