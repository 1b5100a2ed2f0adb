import { KubernetesObject } from '../../engine';
import { volumeSnapshot } from '../__testUtils__/objects';
import { orders } from '../__testUtils__/orders';
import { describeOne, patch } from '../__testUtils__/recording';
import { contentOf } from '../volumes/__testUtils__/snapshots';

const objects = patch(
  orders.filter(({ kind }) => kind !== 'Backup'),
  'Cluster',
  ['spec', 'backup', 'volumeSnapshot'],
  { className: 'csi-snapshots' },
);

/** As `completeSnapshotBackupStep` leaves it: the Backup ends when the snapshots can be used, long after they were cut. */
const backup: KubernetesObject = {
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Backup',
  metadata: {
    name: 'orders-snapshot-1',
    namespace: 'default',
    uid: 'uid-of-backup',
  },
  spec: { cluster: { name: 'orders' }, method: 'volumeSnapshot' },
  status: {
    phase: 'completed',
    method: 'volumeSnapshot',
    online: true,
    backupId: 'orders-snapshot-1',
    majorVersion: 15,
    startedAt: '2026-11-20T17:30:01Z',
    stoppedAt: '2026-11-20T17:31:12Z',
    snapshotBackupStatus: {
      elements: [
        { name: 'orders-snapshot-1', type: 'PG_DATA' },
        { name: 'orders-snapshot-1-wal', type: 'PG_WAL' },
      ],
    },
  },
};
const data = volumeSnapshot();
const wal = volumeSnapshot({
  name: 'orders-snapshot-1-wal',
  backup: 'orders-snapshot-1',
  role: 'PG_WAL',
  status: { creationTime: '2026-11-20T17:30:06Z', readyToUse: true },
});

describe('a Backup by volume snapshots', () => {
  it('is consistent from the moment at which the last one was cut', () => {
    expect(
      describeOne('orders', [...objects, backup, data, wal]),
    ).toMatchObject({
      attempts: [],
      recoveryPoints: [
        {
          object: {
            name: 'orders-snapshot-1',
            kind: 'Backup.postgresql.cnpg.io',
          },
          method: 'volume-snapshot',
          consistentAt: '2026-11-20T17:30:06Z',
          needsWal: true,
          incarnation: 'current',
        },
      ],
    });
  });

  it('needs no WAL when the instance was stopped for it', () => {
    const cold = patch([backup], 'Backup', ['status', 'online'], false);
    expect(
      describeOne('orders', [...objects, ...cold, data, wal]).recoveryPoints,
    ).toMatchObject([{ needsWal: false }]);
  });

  it('lies on the snapshots that the Cluster goes on taking', () => {
    const { recoveryPoints, stores } = describeOne('orders', [
      ...objects,
      backup,
      data,
      wal,
    ]);
    expect(stores).toContainEqual(
      expect.objectContaining({
        id: recoveryPoints[0].storeId,
        method: 'volume-snapshot',
        inUse: true,
      }),
    );
  });

  it.each([
    [
      'of which one is gone',
      [data],
      'the VolumeSnapshot orders-snapshot-1-wal does not exist any more',
    ],
    [
      'of which one is not ready',
      [data, { ...wal, status: { readyToUse: false } }],
      'the VolumeSnapshot orders-snapshot-1-wal is not ready to use',
    ],
    [
      'of which one failed',
      [data, { ...wal, status: { error: { message: 'quota exceeded' } } }],
      'quota exceeded',
    ],
  ])('%s is no recovery point', (_, snapshots, error) => {
    expect(
      describeOne('orders', [...objects, backup, ...snapshots]),
    ).toMatchObject({
      recoveryPoints: [],
      attempts: [{ state: 'failed', error: { value: error } }],
    });
  });

  it('is taken at its word when snapshots cannot be read, and that is said', () => {
    const unread = [
      {
        kind: 'VolumeSnapshot.snapshot.storage.k8s.io',
        reason: 'forbidden' as const,
        message: 'volumesnapshots is forbidden',
      },
    ];
    expect(
      describeOne('orders', [...objects, backup], { unread }),
    ).toMatchObject({
      recoveryPoints: [{ consistentAt: '2026-11-20T17:31:12Z' }],
      missing: [{ area: 'snapshots', reason: 'forbidden' }],
    });
  });
});

it('snapshots that outlived their Backup are a recovery point', () => {
  expect(
    describeOne('orders', [...objects, data]).recoveryPoints,
  ).toMatchObject([
    {
      object: { kind: 'VolumeSnapshot.snapshot.storage.k8s.io' },
      backupId: 'orders-snapshot-1',
      consistentAt: '2026-11-20T17:30:04Z',
      needsWal: true,
      incarnation: 'current',
      majorVersion: 15,
    },
  ]);
});

// snapshotOwnerReference in docs/src/appendixes/backup_volumesnapshot.md, backupOwnerReference in docs/src/backup.md.
describe('a snapshot goes with', () => {
  const ownedBy = (object: KubernetesObject, kind: string, name: string) => ({
    ...object,
    metadata: {
      ...object.metadata,
      ownerReferences: [
        { apiVersion: 'postgresql.cnpg.io/v1', kind, name, uid: `uid-${name}` },
      ],
    },
  });
  const ownersOf = (snapshot: KubernetesObject, made = backup) =>
    describeOne('orders', [
      ...objects,
      made,
      snapshot,
      wal,
    ]).recoveryPoints[0].owners?.map(({ value }) => value.kind);

  it('nothing by default', () => {
    expect(ownersOf(data)).toEqual([]);
  });

  it('the Cluster', () => {
    expect(ownersOf(ownedBy(data, 'Cluster', 'orders'))).toEqual(['Cluster']);
  });

  it('the Backup, and with what that goes with', () => {
    const owned = ownedBy(data, 'Backup', 'orders-snapshot-1');
    expect(ownersOf(owned)).toEqual(['Backup']);
    expect(ownersOf(owned, ownedBy(backup, 'Cluster', 'orders'))).toEqual([
      'Backup',
      'Cluster',
    ]);
  });
});

// `deletionPolicy` of VolumeSnapshotContent and VolumeSnapshotClass: client/apis/volumesnapshot/v1/types.go of kubernetes-csi/external-snapshotter.
it('a set says whether its bytes go with its objects', () => {
  const policyOf = (...others: KubernetesObject[]) =>
    describeOne('orders', [...objects, data, ...others]).recoveryPoints.find(
      ({ method }) => method === 'volume-snapshot',
    )?.deletedWithObject?.value;
  expect(policyOf()).toBeUndefined();
  expect(policyOf(contentOf(data, 'Retain'))).toBe(false);
  expect(policyOf(contentOf(data, 'Delete'))).toBe(true);
});
