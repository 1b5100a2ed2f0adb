import { Database, MissingFacts } from '@holdfast/plugin-holdfast-common';
import { describeDatabases, Engines, KubernetesObject } from '../../engine';
import { volumeSnapshot } from '../__testUtils__/objects';
import { orders } from '../__testUtils__/orders';
import { describeOne, patch, readRecording } from '../__testUtils__/recording';
import {
  server,
  serverClaim,
  serverEngine,
} from './__testUtils__/serverEngine';
import {
  contentOf,
  snapshotClass,
  snapshotOf,
} from './__testUtils__/snapshots';
import { volumesEngine } from './volumesEngine';

const engines = Engines.create([serverEngine, volumesEngine]);

function shopWith(
  objects: KubernetesObject[],
  unread: Array<Pick<MissingFacts, 'kind' | 'reason' | 'message'>> = [],
): Database {
  const [database] = describeDatabases({
    engines,
    cluster: 'lab',
    objects: [server, ...objects],
    unread,
  });
  return database;
}

const claim = serverClaim('data-shop-0');
const snapshot = snapshotOf('data-shop-0');
const snapshotKinds = [
  'VolumeSnapshot.snapshot.storage.k8s.io',
  'VolumeSnapshotContent.snapshot.storage.k8s.io',
];
const withoutContents = [
  { kind: snapshotKinds[1], reason: 'forbidden' as const, message: 'no' },
];

describe('a snapshot of the only volume', () => {
  const database = shopWith([
    claim,
    snapshot,
    contentOf(snapshot),
    snapshotClass,
  ]);

  it('can be restored from as after a crash', () => {
    expect(database.recoveryPoints).toMatchObject([
      {
        object: { name: 'data-shop-0-18' },
        method: 'volume-snapshot',
        consistentAt: '2026-11-20T18:00:02Z',
        needsWal: false,
        rollsForward: false,
        consistency: { value: 'crash' },
        holding: { value: 'snapshotted' },
        claims: ['data-shop-0'],
        incarnation: 'current',
        deletedWithObject: {
          value: true,
          evidence: { field: '.spec.deletionPolicy', value: 'Delete' },
        },
      },
    ]);
  });

  it('lies within the storage of its volume', () => {
    expect(database.stores).toMatchObject([
      {
        id: database.recoveryPoints[0].storeId,
        method: 'volume-snapshot',
        inUse: true,
        definedBy: {
          kind: 'VolumeSnapshotClass.snapshot.storage.k8s.io',
          name: 'csi-hostpath-snapclass-v1',
        },
        location: {
          value:
            'snapshots within the storage of hostpath.csi.k8s.io that holds the volumes',
        },
      },
    ]);
  });

  it('covers it', () => {
    expect(database.volumes).toMatchObject([
      {
        coverage: [
          {
            backup: { name: 'data-shop-0-18' },
            state: 'held',
            holding: 'snapshotted',
            at: '2026-11-20T18:00:02Z',
          },
        ],
      },
    ]);
  });
});

it('tells what becomes of it by its class where its content cannot be read', () => {
  const policyOf = (...objects: KubernetesObject[]) =>
    shopWith([claim, snapshot, ...objects], withoutContents).recoveryPoints[0]
      .deletedWithObject?.value;
  expect(policyOf(snapshotClass)).toBe(true);
  expect(policyOf()).toBeUndefined();
  expect(policyOf(contentOf(snapshot, 'Retain'), snapshotClass)).toBe(false);
});

// "objects that are owned": ownerReferences, as the garbage collector of Kubernetes reads them.
it('tells who takes it along', () => {
  const owned: KubernetesObject = {
    ...snapshot,
    metadata: {
      ...snapshot.metadata,
      ownerReferences: [
        {
          apiVersion: 'example.com/v1',
          kind: 'Server',
          name: 'shop',
          uid: '1',
        },
      ],
    },
  };
  const ownersOf = (object: KubernetesObject) =>
    shopWith([claim, object, contentOf(snapshot)]).recoveryPoints[0].owners;
  expect(ownersOf(snapshot)).toEqual([]);
  expect(ownersOf(owned)).toMatchObject([
    { value: { kind: 'Server', name: 'shop' } },
  ]);
});

it('takes the time of the content where the snapshot has none', () => {
  const untimed = snapshotOf('data-shop-0', {
    name: 'untimed',
    status: {
      boundVolumeSnapshotContentName: 'snapcontent-untimed',
      readyToUse: true,
    },
  });
  expect(
    shopWith([claim, untimed, contentOf(untimed)]).recoveryPoints,
  ).toMatchObject([{ consistentAt: '2026-11-20T18:00:02.000Z' }]);
  expect(shopWith([claim, untimed], withoutContents).recoveryPoints).toEqual(
    [],
  );
});

it('a claim that was made anew is another one', () => {
  const early = snapshotOf('data-shop-0', { cutAt: '2026-11-20T16:00:00Z' });
  expect(
    shopWith([claim, early, contentOf(early)]).recoveryPoints,
  ).toMatchObject([{ incarnation: 'other' }]);
});

describe('snapshots of two volumes', () => {
  const claims = [claim, serverClaim('wal-shop-0')];
  const pointsOf = (...snapshots: KubernetesObject[]) =>
    shopWith([...claims, ...snapshots, ...snapshots.map(one => contentOf(one))])
      .recoveryPoints;

  it('belong together only by a group', () => {
    const group = 'nightly';
    expect(
      pointsOf(
        snapshotOf('data-shop-0', { group }),
        snapshotOf('wal-shop-0', { group }),
      ),
    ).toMatchObject([
      {
        object: { name: 'data-shop-0-18' },
        consistency: { value: 'crash' },
        claims: ['data-shop-0', 'wal-shop-0'],
      },
    ]);
    expect(
      pointsOf(snapshotOf('data-shop-0'), snapshotOf('wal-shop-0')),
    ).toMatchObject([{ consistency: { value: 'torn' } }]);
  });

  it('are nothing without each other', () => {
    expect(pointsOf(snapshotOf('data-shop-0'))).toEqual([]);
  });
});

describe('a snapshot that is not there', () => {
  // `error`: "the last observed error during snapshot creation"; `readyToUse` absent: unknown (client/apis/volumesnapshot/v1/types.go).
  it.each([
    [
      { readyToUse: false, error: { message: 'quota exceeded' } },
      'failed',
      'quota exceeded',
    ],
    [{ readyToUse: false }, 'running', undefined],
    [{}, 'running', undefined],
    [
      { readyToUse: true, boundVolumeSnapshotContentName: 'gone' },
      'failed',
      'its VolumeSnapshotContent gone does not exist',
    ],
    [
      {
        readyToUse: true,
        boundVolumeSnapshotContentName: 'snapcontent-data-shop-0-18',
      },
      'failed',
      'its VolumeSnapshotContent snapcontent-data-shop-0-18 belongs to another snapshot',
    ],
  ])('with %j has %s', (status, state, error) => {
    const broken = snapshotOf('data-shop-0', { name: 'broken', status });
    const database = shopWith([claim, broken, contentOf(snapshot)]);
    expect(database.recoveryPoints).toEqual([]);
    expect(database.stores).toEqual([]);
    expect(database.attempts).toMatchObject([{ state }]);
    expect(database.attempts[0].error?.value).toBe(error);
    expect(database.volumes[0].coverage).toMatchObject([{ state }]);
  });
});

describe('where snapshots could not be read', () => {
  const unread = (reason: MissingFacts['reason']) => [
    { kind: snapshotKinds[0], reason, message: 'no' },
  ];

  it('whether the database is backed up is open', () => {
    expect(shopWith([claim], unread('forbidden')).missing).toMatchObject([
      { area: 'protection', kind: snapshotKinds[0], reason: 'forbidden' },
    ]);
  });

  it.each([
    ['the cluster knows none', [claim], 'absent' as const],
    ['it has no claims', [], 'forbidden' as const],
  ])('nothing is open: %s', (_, objects, reason) => {
    expect(shopWith(objects, unread(reason)).missing).toEqual([]);
  });

  it('nothing is open where the operator takes backups itself', () => {
    const { missing } = describeOne('orders', orders, {
      unread: unread('forbidden'),
    });
    expect(missing).toEqual([]);
  });
});

describe('what belongs to somebody', () => {
  it('is left to Velero', () => {
    const theirs = snapshotOf('data-shop-0', {
      labels: { 'velero.io/backup-name': 'nightly' },
    });
    expect(shopWith([claim, theirs, contentOf(theirs)])).toMatchObject({
      recoveryPoints: [],
      attempts: [],
    });
  });

  it('is not counted twice beside CloudNativePG, and what is not its own comes along', () => {
    const recorded = readRecording('healthy-one-instance').objects;
    const ofOperator = volumeSnapshot();
    const theirs = patch(recorded, 'Cluster', ['spec', 'backup'], {
      volumeSnapshot: { className: 'csi-snapshots' },
    });
    const before = describeOne('orders', [...theirs, ofOperator]);
    expect(
      before.recoveryPoints.filter(({ object }) =>
        object.kind.startsWith('VolumeSnapshot'),
      ),
    ).toHaveLength(1);
    expect(before.volumes[0].coverage).toBeUndefined();

    const foreign = snapshotOf('orders-1', { cutAt: '2026-11-20T18:30:00Z' });
    const after = describeOne('orders', [
      ...theirs,
      ofOperator,
      foreign,
      contentOf(foreign),
    ]);
    expect(after.recoveryPoints).toHaveLength(before.recoveryPoints.length + 1);
    expect(after.stores).toHaveLength(before.stores.length + 1);
    expect(after.attempts).toEqual(before.attempts);
  });
});
