import {
  BackupAttempt,
  BackupStore,
  RecoveryPoint,
  Volume,
  VolumeCoverage,
} from '@holdfast/plugin-holdfast-common';
import {
  AssemblyInput,
  Protection,
  Protector,
  qualifiedKind,
} from '../../engine';
import { groupBy } from '../../engine/groupBy';
import { claimKey } from './project';
import { volumeSnapshots } from './resources';
import { Snapshot, unclaimedSnapshots, worstPolicy } from './snapshots';
import {
  CutSnapshot,
  cutTimeOf,
  SnapshotSet,
  snapshotSets,
} from './snapshotSets';

const method = 'volume-snapshot';

/** The data first, so that a set is named after its snapshot. */
const roles: readonly Volume['role'][] = ['data', 'wal', 'tablespace'];

/**
 * What VolumeSnapshots do for a database of which no operator tells: somebody, or something, takes them of its claims.
 *
 * @remarks
 * They stay in the storage of the volumes. Those of all volumes of an instance bring it back: as after a power failure where they were cut at one
 * moment, which takes a single volume or a VolumeGroupSnapshot.
 */
export const snapshotProtection: Protector = {
  // They come with the claims, which collect what is about them.
  collects: () => [],

  protect(input, database, { reliesOnOthers }): Protection {
    const volumes = roles.flatMap(role =>
      database.volumes.filter(volume => volume.role === role),
    );
    if (volumes.length === 0) return {};
    const unread = input.unread.find(
      ({ kind }) => kind === qualifiedKind(volumeSnapshots),
    );
    const isOpen = reliesOnOthers && unread && unread.reason !== 'absent';
    const names = new Set(volumes.map(({ claim }) => claim.name));
    const snapshots = unclaimedSnapshots(input).filter(({ claim }) =>
      names.has(claim),
    );
    return {
      ...(isOpen && { missing: [{ area: 'protection' as const, ...unread }] }),
      ...(snapshots.length > 0 && {
        stores: describeStores(input, snapshots),
        recoveryPoints: describePoints(input, volumes, snapshots),
        // Beside backups of their own kind, a snapshot more or less that failed decides nothing.
        ...(reliesOnOthers && { attempts: describeAttempts(input, snapshots) }),
        coverage: describeCoverage(input, snapshots),
      }),
    };
  },
};

function storeIdOf({ cluster, root }: AssemblyInput): string {
  return `${cluster}|VolumeSnapshots of its claims|${root.key}`;
}

function describeStores(
  input: AssemblyInput,
  snapshots: readonly Snapshot[],
): BackupStore[] {
  const ready = snapshots.find(({ state }) => state === 'ready');
  if (!ready) return [];
  const { driver, definedBy, evidence } = ready;
  const within = driver ? ` of ${driver.value}` : '';
  return [
    {
      id: storeIdOf(input),
      method,
      definedBy,
      exists: true,
      inUse: true,
      location: {
        value: `snapshots within the storage${within} that holds the volumes`,
        evidence: driver?.evidence ?? evidence,
      },
      otherWriters: [],
    },
  ];
}

function describePoints(
  input: AssemblyInput,
  volumes: readonly Volume[],
  snapshots: readonly Snapshot[],
): RecoveryPoint[] {
  const byClaim = groupBy(snapshots.flatMap(restorable), ({ claim }) => claim);
  const byInstance = groupBy(volumes, ({ instance }) => instance ?? '');
  return [...byInstance.values()].flatMap(ofInstance =>
    snapshotSets(
      ofInstance.map(({ claim }) => byClaim.get(claim.name) ?? []),
    ).map(set => describePoint(input, set)),
  );
}

function restorable(snapshot: Snapshot): CutSnapshot[] {
  const { state, cutAt } = snapshot;
  return state === 'ready' && cutAt ? [{ ...snapshot, cutAt }] : [];
}

function describePoint(
  input: AssemblyInput,
  { snapshots, consistency }: SnapshotSet,
): RecoveryPoint {
  const [first] = snapshots;
  const last = snapshots.reduce((latest, snapshot) =>
    cutTimeOf(snapshot) > cutTimeOf(latest) ? snapshot : latest,
  );
  const { cutAt, evidence } = last;
  return {
    object: first.reference,
    method,
    storeId: storeIdOf(input),
    backupId: first.reference.name,
    consistentAt: cutAt.value,
    needsWal: false,
    // No log is known to lead on from what a crash leaves.
    rollsForward: false,
    consistency: { value: consistency, evidence: cutAt.evidence },
    holding: { value: 'snapshotted', evidence },
    claims: snapshots.map(({ claim }) => claim),
    ...incarnationOf(input, snapshots),
    deletedWithObject: worstPolicy(
      snapshots.map(({ deletedWithObject }) => deletedWithObject),
    ),
    owners: snapshots.flatMap(({ owners }) => owners),
    evidence: cutAt.evidence,
  };
}

/** The bytes are those of the claim, whatever was made anew beside it: what was cut before it was created is of another one of its name. */
function incarnationOf(
  { find }: AssemblyInput,
  snapshots: readonly CutSnapshot[],
): Pick<RecoveryPoint, 'incarnation' | 'incarnationEvidence'> {
  let incarnation: RecoveryPoint['incarnation'] = 'current';
  for (const { claim, reference, cutAt } of snapshots) {
    const createdAt = find(claimKey(reference.namespace, claim))?.createdAt;
    if (createdAt === undefined) {
      incarnation = 'unknown';
    } else if (Date.parse(cutAt.value) < Date.parse(createdAt)) {
      return { incarnation: 'other', incarnationEvidence: cutAt.evidence };
    }
  }
  return { incarnation };
}

function describeAttempts(
  input: AssemblyInput,
  snapshots: readonly Snapshot[],
): BackupAttempt[] {
  return snapshots.flatMap(snapshot => {
    const { state, reference, createdAt, endedAt, error, evidence } = snapshot;
    return state === 'ready'
      ? []
      : {
          object: reference,
          method,
          storeId: storeIdOf(input),
          state,
          startedAt: createdAt,
          ...(state === 'failed' && { endedAt, error }),
          evidence,
        };
  });
}

function describeCoverage(
  input: AssemblyInput,
  snapshots: readonly Snapshot[],
): Map<string, VolumeCoverage[]> {
  const byClaim = groupBy(snapshots, ({ claim }) => claim);
  return new Map(
    Array.from(byClaim, ([claim, ofClaim]) => [
      claim,
      ofClaim.map(({ reference, state, cutAt, error, evidence }) => ({
        backup: reference,
        method,
        storeId: storeIdOf(input),
        ...(state === 'ready'
          ? { state: 'held', holding: 'snapshotted' }
          : { state }),
        at: cutAt?.value,
        reason: error?.value,
        evidence,
      })),
    ]),
  );
}
