import {
  backup,
  claim,
  database,
  dataUpload,
  location,
  repository,
  schedule,
} from './__testUtils__/objects';
import { describeOnly } from './__testUtils__/judge';

const storesOf = (...objects: Parameters<typeof describeOnly>[0]) =>
  describeOnly([database, claim(), ...objects]).stores;

it('says where the bytes lie, by what they are opened, and for how long they are kept', () => {
  expect(storesOf(location(), repository(), schedule())).toMatchObject([
    {
      method: 'velero-data-mover',
      definedBy: {
        kind: 'BackupStorageLocation.velero.io',
        namespace: 'velero',
        name: 'default',
      },
      exists: true,
      inUse: true,
      location: { value: 's3://myBucket/eu' },
      bucket: { value: 'myBucket' },
      region: { value: 'us-west-2' },
      credential: { value: 'Secret velero/secret-name' },
      available: { value: true, evidence: { field: '.status.phase' } },
      retentionSeconds: { value: 30 * 86_400, evidence: { value: '720h0m0s' } },
      maintenance: {
        ready: { value: true },
        frequencySeconds: { value: 3600 },
        lastSucceededAt: { value: '2026-11-20T11:30:00Z' },
      },
    },
  ]);
});

it('tells a bucket in the cluster itself, whose region means nothing', () => {
  // The example of `examples/minio/00-minio-deployment.yaml` of vmware-tanzu/velero.
  const config = { region: 'minio', s3Url: 'http://minio.velero.svc:9000' };
  const [store] = storesOf(location({ spec: { config } }), schedule());
  expect(store).toMatchObject({
    endpoint: { value: 'http://minio.velero.svc:9000' },
    inCluster: { value: true },
  });
  expect(store.region).toBeUndefined();
});

it('takes the region that the location is annotated with', () => {
  const annotated = location();
  annotated.metadata.annotations = { 'holdfast.io/store-region': 'eu-west-1' };
  expect(storesOf(annotated, schedule())).toMatchObject([
    { region: { value: 'eu-west-1' } },
  ]);
});

it('keeps what its defaults say: 30 d, in the default location', () => {
  const template = { ttl: '0s', storageLocation: '' };
  const named = {
    ...location(),
    metadata: { ...location().metadata, name: 'main' },
  };
  expect(storesOf(named, schedule({ template }))).toMatchObject([
    { definedBy: { name: 'main' }, retentionSeconds: { value: 30 * 86_400 } },
  ]);
});

it('misses a location that is not there, once its kind was read', () => {
  expect(storesOf(schedule())).toMatchObject([{ exists: false }]);
  const unread = [
    {
      kind: 'BackupStorageLocation.velero.io',
      reason: 'forbidden' as const,
      message: 'may not be listed',
    },
  ];
  expect(
    describeOnly([database, claim(), schedule()], { unread }).stores,
  ).toMatchObject([{ exists: true }]);
});

it('has one place for each way of copying', () => {
  const still = { snapshotMoveData: false };
  const ids = storesOf(
    location(),
    schedule(),
    schedule({ name: 'hourly', template: still }),
    backup(),
    dataUpload(),
  ).map(({ id, method }) => [method, id.split('|').at(-1)]);
  expect(ids).toEqual([
    [
      'velero-snapshot',
      'velero/lab/shop/Cluster.postgresql.cnpg.io/orders/velero-snapshot',
    ],
    [
      'velero-data-mover',
      'velero/lab/shop/Cluster.postgresql.cnpg.io/orders/velero-data-mover',
    ],
  ]);
});

it('says that the repository is not ready, or that its upkeep failed', () => {
  const maintenanceOf = (status: Parameters<typeof repository>[0]) =>
    storesOf(location(), repository(status), schedule())[0].maintenance;
  expect(
    maintenanceOf({ phase: 'NotReady', message: 'wrong password' }),
  ).toMatchObject({ ready: { value: false } });
  // `recentMaintenance` is oldest first (`updateRepoMaintenanceHistory` in pkg/controller/backup_repository_controller.go).
  expect(
    maintenanceOf({
      phase: 'Ready',
      recentMaintenance: [
        { result: 'Succeeded' },
        { result: 'Failed', message: 'repository is locked' },
      ],
    }),
  ).toMatchObject({ failure: { value: 'repository is locked' } });
});
