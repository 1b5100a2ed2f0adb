import { CutSnapshot, snapshotSets } from './snapshotSets';

const reference = { cluster: 'lab', kind: 'VolumeSnapshot', name: 'x' };

/** `d02` was cut of the volume `d` two minutes past the hour; `d02/g` as a member of the group `g`. */
function cut(text: string): CutSnapshot {
  const [name, group] = text.split('/');
  return {
    reference: { ...reference, name },
    claim: name[0],
    state: 'ready',
    cutAt: {
      value: `2026-11-20T18:${name.slice(1)}:00Z`,
      evidence: { object: reference, field: '.status.creationTime' },
    },
    group,
    owners: [],
    definedBy: reference,
    evidence: { object: reference, field: '.status.readyToUse' },
  };
}

const setsOf = (...volumes: string[][]) =>
  snapshotSets(volumes.map(names => names.map(cut))).map(
    ({ snapshots, consistency }) =>
      `${snapshots
        .map(snapshot => snapshot.reference.name)
        .join('+')} ${consistency}`,
  );

it('each of a single volume stands for itself', () => {
  expect(setsOf(['d01', 'd02'])).toEqual(['d01 crash', 'd02 crash']);
  expect(setsOf([])).toEqual([]);
});

// "to take multiple snapshots ... at the same point-in-time": KEP-3476, Volume Group Snapshot.
it('those of a group were cut at one moment', () => {
  expect(setsOf(['d01/g'], ['w01/g'])).toEqual(['d01+w01 crash']);
});

it.each([
  ['in turn', ['d01', 'd03'], ['w02', 'w04'], ['d01+w02', 'd03+w04']],
  ['in any order', ['d03', 'd02'], ['w04', 'w01'], ['d02+w01', 'd03+w04']],
  ['with one left out', ['d01', 'd02'], ['w03'], ['d02+w03']],
  ['never complete', ['d01', 'd02'], [], []],
])('those taken %s are torn', (_, data, wal, sets) => {
  expect(setsOf(data, wal)).toEqual(sets.map(set => `${set} torn`));
});

it('an incomplete group is none', () => {
  expect(setsOf(['d01/g'], ['w02'])).toEqual(['d01+w02 torn']);
  expect(setsOf(['d01/g', 'd02'], ['w01/g', 'w03'])).toEqual([
    'd01+w01 crash',
    'd02+w03 torn',
  ]);
});
