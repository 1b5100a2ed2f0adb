import { describeMariaDb } from './__testUtils__/describe';
import {
  altered,
  mariadb,
  physicalBackup,
  pointInTimeRecovery,
} from './__testUtils__/objects';

function storeOf(storage: object) {
  const object = altered(physicalBackup, { spec: { storage } });
  const [store] = describeMariaDb([mariadb({ pitr: false }), object]).stores;
  return store;
}

describe('the stores of a MariaDB', () => {
  it('are where the binary log goes and where backups go', () => {
    const { stores, archiving } = describeMariaDb([
      mariadb(),
      physicalBackup,
      pointInTimeRecovery,
    ]);
    expect(stores.map(({ location }) => location?.value)).toEqual([
      's3://binlogs/mariadb',
      's3://physicalbackups/mariadb',
    ]);
    expect(archiving.storeId).toBe(stores[0].id);
    expect(stores[1]).toMatchObject({
      method: 'mariadb-backup',
      retentionSeconds: { value: 720 * 3600 },
    });
  });

  // The storage types of docs/physical_backup.md and docs/logical_backup.md.
  it.each<[object, string]>([
    [{ persistentVolumeClaim: {} }, 'the claim of physicalbackup-daily'],
    [
      { volume: { persistentVolumeClaim: { claimName: 'dumps' } } },
      'the claim dumps',
    ],
    [
      { volume: { nfs: { server: 'nas.local', path: '/dumps' } } },
      'nfs://nas.local/dumps',
    ],
    [{ volume: { hostPath: { path: '/dumps' } } }, '/dumps on the node'],
    [
      {
        azureBlob: {
          containerName: 'physicalbackup',
          serviceURL: 'https://physicalbackup.blob.core.windows.net',
          prefix: 'mariadb',
        },
      },
      'https://physicalbackup.blob.core.windows.net/physicalbackup/mariadb',
    ],
    [
      { volumeSnapshot: { volumeSnapshotClassName: 'csi-hostpath-snapclass' } },
      'snapshots of class csi-hostpath-snapclass',
    ],
  ])('may be %j', (storage, location) => {
    expect(storeOf(storage).location?.value).toBe(location);
  });

  it('keep backups for 30 d where nothing is said', () => {
    const unsaid = altered(physicalBackup, {
      spec: { maxRetention: undefined },
    });
    const [store] = describeMariaDb([mariadb({ pitr: false }), unsaid]).stores;
    expect(store.retentionSeconds).toMatchObject({ value: 30 * 86_400 });
  });

  it('are none where nothing is kept', () => {
    expect(storeOf({ volume: { emptyDir: {} } })).toBeUndefined();
  });
});

describe('what a store is lost with', () => {
  it('is told by bucket, Secret and endpoint', () => {
    expect(
      storeOf({
        s3: {
          bucket: 'physicalbackups',
          endpoint: 'minio.minio.svc.cluster.local:9000',
          region: 'us-east-1',
          accessKeyIdSecretKeyRef: { name: 'minio', key: 'access-key-id' },
        },
      }),
    ).toMatchObject({
      bucket: { value: 'physicalbackups' },
      credential: { value: 'Secret shop/minio' },
      inCluster: { value: true },
    });
  });

  // A region beside MinIO is there because its client asks for one.
  it.each([
    ['minio.minio.svc.cluster.local:9000', undefined],
    ['s3.eu-west-1.amazonaws.com', 'eu-west-1'],
    ['s3.amazonaws.com', 'us-east-1'],
  ])('with the endpoint %s lies in the region %s', (endpoint, region) => {
    const s3 = { bucket: 'b', endpoint, region: 'us-east-1' };
    expect(storeOf({ s3 }).region?.value).toBe(region);
  });

  it.each([
    [{ persistentVolumeClaim: {} }, true],
    [{ volume: { hostPath: { path: '/dumps' } } }, true],
    [{ volume: { nfs: { server: 'nas.local', path: '/dumps' } } }, undefined],
  ])('%j is in the cluster itself: %s', (storage, value) => {
    expect(storeOf(storage).inCluster?.value).toBe(value);
  });
});

// The description of pvcRetentionPolicy in the CRD of mariadb-operator.
it.each([
  [undefined, 'keeps'],
  [{ whenDeleted: 'Retain' }, 'keeps'],
  [{ whenDeleted: 'Delete' }, 'deletes'],
])('with the retention policy %j it %s claims', (pvcRetentionPolicy, value) => {
  const object = altered(mariadb(), {
    spec: { storage: { size: '1Gi', pvcRetentionPolicy } },
  });
  expect(describeMariaDb([object]).custody?.claims?.value).toBe(value);
});
