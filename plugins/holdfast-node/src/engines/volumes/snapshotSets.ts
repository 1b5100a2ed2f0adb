import { Consistency } from '@holdfast/plugin-holdfast-common';
import { groupBy } from '../../engine/groupBy';
import { Snapshot } from './snapshots';

/** A snapshot that can be restored from. */
export type CutSnapshot = Snapshot & Required<Pick<Snapshot, 'cutAt'>>;

/** One snapshot of each volume of an instance, in the order of the volumes. */
export interface SnapshotSet {
  snapshots: CutSnapshot[];
  /** `crash` where all were cut at one moment, `torn` where the server wrote on between them. */
  consistency: Extract<Consistency, 'crash' | 'torn'>;
}

/**
 * Finds out which snapshots of the volumes of one instance belong together.
 *
 * @param snapshots - those of each volume
 * @remarks
 * Those of one VolumeGroupSnapshot do. Others are taken one after another: as soon as there is one of each volume, the newest of each are a set,
 * and the next begins. What never becomes complete brings nothing back.
 */
export function snapshotSets(
  snapshots: ReadonlyArray<readonly CutSnapshot[]>,
): SnapshotSet[] {
  if (snapshots.length === 1) {
    return snapshots[0].map(snapshot => ({
      snapshots: [snapshot],
      consistency: 'crash',
    }));
  }
  const grouped = groupSets(snapshots);
  const taken = new Set(grouped.flatMap(set => set.snapshots));
  const others = snapshots.map(ofVolume =>
    ofVolume.filter(snapshot => !taken.has(snapshot)),
  );
  return [...grouped, ...consecutiveSets(others)];
}

function groupSets(
  snapshots: ReadonlyArray<readonly CutSnapshot[]>,
): SnapshotSet[] {
  const byGroup = groupBy(snapshots.flat(), ({ group }) => group ?? '');
  byGroup.delete('');
  return [...byGroup.values()].flatMap(members => {
    const set = snapshots.flatMap(
      ofVolume => ofVolume.find(snapshot => members.includes(snapshot)) ?? [],
    );
    return set.length === snapshots.length
      ? { snapshots: set, consistency: 'crash' as const }
      : [];
  });
}

function consecutiveSets(
  snapshots: ReadonlyArray<readonly CutSnapshot[]>,
): SnapshotSet[] {
  const inOrder = snapshots
    .flatMap((ofVolume, volume) =>
      ofVolume.map(snapshot => ({ volume, snapshot })),
    )
    .sort((a, b) => cutTimeOf(a.snapshot) - cutTimeOf(b.snapshot));
  const sets: SnapshotSet[] = [];
  const newest = new Map<number, CutSnapshot>();
  for (const { volume, snapshot } of inOrder) {
    newest.set(volume, snapshot);
    if (newest.size === snapshots.length) {
      sets.push({
        snapshots: snapshots.flatMap((_, at) => newest.get(at) ?? []),
        consistency: 'torn',
      });
      newest.clear();
    }
  }
  return sets;
}

/** In milliseconds since the epoch. */
export function cutTimeOf({ cutAt }: CutSnapshot): number {
  return Date.parse(cutAt.value);
}
