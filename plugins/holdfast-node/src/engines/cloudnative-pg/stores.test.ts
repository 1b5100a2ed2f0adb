import { KubernetesObject } from '../../engine';
import { orders } from '../__testUtils__/orders';
import { describeOne, patch } from '../__testUtils__/recording';

const clusterWith = (path: readonly (string | number)[], value: unknown) =>
  patch(orders, 'Cluster', path, value);
const withoutStore = orders.filter(({ kind }) => kind !== 'ObjectStore');
const storesOf = (objects: readonly KubernetesObject[]) =>
  describeOne('orders', objects).stores;

describe('the ObjectStore of the plugin', () => {
  it('is described with the window of the server name', () => {
    expect(storesOf(orders)).toMatchObject([
      {
        id: 'http://10.244.0.1:7070|s3://backups|orders',
        method: 'barman-cloud-plugin',
        definedBy: {
          kind: 'ObjectStore.barmancloud.cnpg.io',
          namespace: 'default',
          name: 'orders',
        },
        exists: true,
        inUse: true,
        location: { value: 's3://backups/orders' },
        endpoint: { value: 'http://10.244.0.1:7070' },
        retentionSeconds: {
          value: 604_800,
          evidence: { field: '.spec.retentionPolicy', value: '7d' },
        },
        firstRecoverabilityPoint: {
          value: '2026-11-20T17:07:35Z',
          evidence: {
            field:
              '.status.serverRecoveryWindow.orders.firstRecoverabilityPoint',
          },
        },
        lastSuccessfulBackup: { value: '2026-11-20T17:07:35Z' },
        otherWriters: [],
      },
    ]);
  });

  it('says when the bucket itself deletes', () => {
    const [{ lifecycleExpirySeconds }] = storesOf(
      patch(orders, 'ObjectStore', ['metadata', 'annotations'], {
        'holdfast.io/lifecycle-expiry': '30d',
      }),
    );
    expect(lifecycleExpirySeconds).toMatchObject({
      value: 2_592_000,
      evidence: {
        field: ".metadata.annotations['holdfast.io/lifecycle-expiry']",
      },
    });
  });

  it('does not exist when it is not among what was read', () => {
    expect(storesOf(withoutStore)).toMatchObject([
      { exists: false, inUse: true, definedBy: { name: 'orders' } },
    ]);
  });

  it.each([
    ['forbidden', true],
    ['not-read', true],
    ['failed', true],
    ['absent', false],
  ] as const)('while its kind is %s may exist: %s', (reason, exists) => {
    const kind = 'ObjectStore.barmancloud.cnpg.io';
    const { stores, missing } = describeOne('orders', withoutStore, {
      unread: [{ kind, reason, message: reason }],
    });
    expect(stores).toMatchObject([{ exists }]);
    expect(missing).toEqual([
      { area: 'stores', kind, reason, message: reason },
    ]);
  });

  it('has another id under another server name', () => {
    const path = ['spec', 'plugins', 0, 'parameters', 'serverName'];
    const [store] = storesOf(clusterWith(path, 'orders-v2'));
    expect(store).toMatchObject({
      id: 'http://10.244.0.1:7070|s3://backups|orders-v2',
      location: { value: 's3://backups/orders-v2' },
    });
    expect(store.firstRecoverabilityPoint).toBeUndefined();
  });

  it('is not in use while the plugin is switched off', () => {
    const path = ['spec', 'plugins', 0, 'enabled'];
    expect(
      storesOf(clusterWith(path, false)).filter(({ inUse }) => inUse),
    ).toEqual([]);
  });
});

it('an in-tree store is described by the Cluster', () => {
  const inTree = patch(
    patch(
      clusterWith(['spec', 'plugins'], undefined),
      'Cluster',
      ['spec', 'backup'],
      {
        retentionPolicy: '2m',
        barmanObjectStore: {
          destinationPath: 'https://a.blob.core.windows.net/c/',
        },
      },
    ),
    'Cluster',
    ['status', 'lastSuccessfulBackupByMethod'],
    { barmanObjectStore: '2026-11-20T02:00:41Z' },
  );
  expect(storesOf(inTree)).toContainEqual(
    expect.objectContaining({
      id: '|https://a.blob.core.windows.net/c|orders',
      method: 'barman-in-tree',
      inUse: true,
      // 31 days a month: barman/retention_policies.py.
      retentionSeconds: expect.objectContaining({ value: 62 * 86_400 }),
      lastSuccessfulBackup: expect.objectContaining({
        value: '2026-11-20T02:00:41Z',
      }),
    }),
  );
});

it('volume snapshots are a place of their own, even without a class', () => {
  expect(
    storesOf(clusterWith(['spec', 'backup', 'volumeSnapshot'], {})),
  ).toContainEqual(
    expect.objectContaining({ method: 'volume-snapshot', inUse: true }),
  );
});

it('an unknown archiver is a place of which nothing is known', () => {
  expect(
    describeOne(
      'orders',
      clusterWith(
        ['spec', 'plugins'],
        [{ name: 'pgbackrest.dalibo.com', isWALArchiver: true }],
      ),
    ),
  ).toMatchObject({
    archiving: { storeId: expect.stringContaining('pgbackrest') },
    stores: [{ method: 'other', inUse: true }, {}],
  });
});

it('one place is one store, though plugin and Cluster both name it', () => {
  expect(
    storesOf(
      clusterWith(['spec', 'backup', 'barmanObjectStore'], {
        destinationPath: 's3://backups',
        endpointURL: 'http://10.244.0.1:7070/',
      }),
    ),
  ).toMatchObject([{ method: 'barman-cloud-plugin' }]);
});

describe('what a store is lost with', () => {
  const inStore = (configuration: object) =>
    storesOf(
      patch(orders, 'ObjectStore', ['spec', 'configuration'], configuration),
    )[0];

  // Credentials as docs/src/appendixes/backup_barmanobjectstore.md of CloudNativePG has them.
  it.each([
    [
      {
        s3Credentials: {
          accessKeyId: { name: 'aws-creds', key: 'ACCESS_KEY_ID' },
          secretAccessKey: { name: 'aws-creds', key: 'ACCESS_SECRET_KEY' },
        },
      },
      'Secret default/aws-creds',
    ],
    [
      { s3Credentials: { inheritFromIAMRole: true } },
      'ServiceAccount default/orders',
    ],
    [
      {
        azureCredentials: {
          storageAccount: { name: 'azure-creds', key: 'AZURE_STORAGE_ACCOUNT' },
          storageKey: { name: 'azure-key', key: 'AZURE_STORAGE_KEY' },
        },
      },
      'Secret default/azure-key',
    ],
    [
      { azureCredentials: { inheritFromAzureAD: true } },
      'ServiceAccount default/orders',
    ],
    [
      { googleCredentials: { gkeEnvironment: true } },
      'ServiceAccount default/orders',
    ],
    [{ s3Credentials: { inheritFromIAMRole: false } }, undefined],
    [{}, undefined],
  ])('%j is opened by %s', (credentials, value) => {
    const store = inStore({ destinationPath: 's3://backups/', ...credentials });
    expect(store.credential?.value).toBe(value);
  });

  it('keeps no more of a Secret than its name', () => {
    const { bucket, inCluster, region, credential } = inStore({
      destinationPath: 's3://backups/shop',
      endpointURL: 'https://s3.eu-west-1.amazonaws.com',
      s3Credentials: { accessKeyId: { name: 'aws-creds', key: 'id' } },
    });
    expect({ bucket, inCluster, region, credential }).toMatchObject({
      bucket: {
        value: 'backups',
        evidence: { field: '.spec.configuration.destinationPath' },
      },
      inCluster: { value: false },
      region: { value: 'eu-west-1' },
      credential: {
        evidence: {
          field: '.spec.configuration.s3Credentials.accessKeyId.name',
          value: 'aws-creds',
        },
      },
    });
  });

  it('is told by who made the bucket where nothing else tells its region', () => {
    const [store] = storesOf(
      patch(orders, 'ObjectStore', ['metadata', 'annotations'], {
        'holdfast.io/store-region': 'eu-central-1',
      }),
    );
    expect(store.region?.value).toBe('eu-central-1');
  });

  it('is told in-tree as well', () => {
    const [, store] = storesOf(
      clusterWith(['spec', 'backup'], {
        barmanObjectStore: {
          destinationPath: 's3://other/',
          endpointURL: 'http://minio.storage.svc:9000',
          s3Credentials: { accessKeyId: { name: 'minio', key: 'id' } },
        },
      }),
    );
    expect(store).toMatchObject({
      method: 'barman-in-tree',
      bucket: { value: 'other' },
      credential: { value: 'Secret default/minio' },
      inCluster: { value: true },
    });
  });
});
