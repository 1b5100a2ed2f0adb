import { KubernetesObject } from '../../engine';
import {
  backup,
  claim,
  database,
  dataUpload,
  location,
  podVolumeBackup,
} from './__testUtils__/objects';
import { describeOnly } from './__testUtils__/judge';

const coverageOf = (...objects: KubernetesObject[]) =>
  describeOnly([database, claim(), location(), ...objects]).volumes[0].coverage;

const still = { snapshotMoveData: false };

it.each<[string, KubernetesObject, object]>([
  ['moved', dataUpload(), { state: 'held', holding: 'moved' }],
  ['uploaded', podVolumeBackup(), { state: 'held', holding: 'uploaded' }],
  ['being moved', dataUpload({ phase: 'InProgress' }), { state: 'running' }],
  [
    'not moved',
    dataUpload({ phase: 'Canceled' }),
    { state: 'failed', reason: 'canceled' },
  ],
])('tells that a volume was %s', (_, copy, expected) => {
  expect(coverageOf(backup(), copy)).toMatchObject([
    {
      ...expected,
      backup: { kind: 'Backup.velero.io', name: 'nightly-20261120010000' },
      at: '2026-11-20T01:00:03Z',
      evidence: { object: { kind: `${copy.kind}.velero.io` } },
    },
  ]);
});

// Velero before 1.15 leaves the content of a snapshot behind, labelled with its backup (pkg/backup/actions/csi/volumesnapshot_action.go).
it('knows a snapshot by the label of its content', () => {
  const content: KubernetesObject = {
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshotContent',
    metadata: {
      name: 'snapcontent-1',
      uid: 'uid-of-content',
      labels: { 'velero.io/backup-name': 'nightly-20261120010000' },
    },
    spec: {
      deletionPolicy: 'Retain',
      driver: 'ebs.csi.aws.com',
      volumeSnapshotRef: { namespace: 'shop', name: 'velero-orders-1-x7k2p' },
    },
    status: { readyToUse: true },
  };
  expect(coverageOf(backup({ spec: still }), content)).toMatchObject([
    {
      holding: 'snapshotted',
      evidence: {
        object: { kind: 'VolumeSnapshotContent.snapshot.storage.k8s.io' },
      },
    },
  ]);
});

it('knows copies of a backup with a long name', () => {
  // `GetValidName` in pkg/label/label.go cuts it for the label, and no other place.
  const of = `${'a-schedule-with-a-very-long-name-indeed'.repeat(
    2,
  )}-20261120010000`;
  const upload = dataUpload({ of });
  const labels = {
    ...upload.metadata.labels,
    // Worked out with `printf %s "$of" | sha256sum`.
    'velero.io/backup-name': `${of.slice(0, 57)}58ac71`,
  };
  expect(
    coverageOf(backup({ name: of }), {
      ...upload,
      metadata: { ...upload.metadata, labels },
    }),
  ).toMatchObject([{ holding: 'moved' }]);
});

it('only means to have taken what nothing shows', () => {
  const status = { csiVolumeSnapshotsCompleted: 1 };
  expect(coverageOf(backup({ spec: still, status }))).toMatchObject([
    { state: 'held', holding: 'intended' },
  ]);
});

it.each<[string, KubernetesObject, string]>([
  ['no snapshot', backup({ spec: still }), 'it completed no snapshot at all'],
  ['no upload', backup(), 'there is no DataUpload.velero.io of it'],
])('tells that a volume was skipped by %s', (_, skipping, reason) => {
  expect(coverageOf(skipping)).toMatchObject([{ state: 'skipped', reason }]);
});

it('does not know what another data mover does', () => {
  expect(coverageOf(backup({ spec: { datamover: 'vendor' } }))).toMatchObject([
    { holding: 'intended' },
  ]);
});

it('has nothing to say of a claim that is younger than the backup', () => {
  const [volume] = describeOnly([
    database,
    claim({ createdAt: '2026-11-20T02:00:00Z' }),
    location(),
    backup(),
  ]).volumes;
  expect(volume.coverage).toBeUndefined();
});
