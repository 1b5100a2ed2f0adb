import { KubernetesObject } from '../../engine';
import { orders as objects } from '../__testUtils__/orders';
import { describeOne, patch } from '../__testUtils__/recording';

/** When the Backup ended, and the window that the plugin wrote then. */
const end = '2026-11-20T17:07:35Z';
const window = ['status', 'serverRecoveryWindow'];
const inUse = 'http://10.244.0.1:7070|s3://backups|orders';

function objectStore(
  name: string,
  windows: unknown,
  destinationPath = 's3://old',
): KubernetesObject {
  return {
    apiVersion: 'barmancloud.cnpg.io/v1',
    kind: 'ObjectStore',
    metadata: { name, namespace: 'default', uid: `uid-of-${name}` },
    spec: { configuration: { destinationPath } },
    status: JSON.parse(JSON.stringify({ serverRecoveryWindow: windows })),
  };
}

function storeOfBackup(changed: readonly KubernetesObject[]) {
  const { recoveryPoints, stores } = describeOne('orders', changed);
  expect(recoveryPoints).toHaveLength(1);
  const { storeId } = recoveryPoints[0];
  return {
    storeId,
    store: stores.find(({ id }) => id === storeId),
  };
}

const closed = {
  firstRecoverabilityPoint: '2026-10-01T02:00:41Z',
  lastSuccessfulBackupTime: end,
};
const later = {
  firstRecoverabilityPoint: '2026-11-20T17:30:00Z',
  lastSuccessfulBackupTime: '2026-11-20T17:30:00Z',
};

describe('the store of a Backup of the plugin', () => {
  it('is the one in use when its window has it', () => {
    expect(storeOfBackup(objects)).toMatchObject({
      storeId: inUse,
      store: { inUse: true },
    });
  });

  it('is the former server name on the same ObjectStore', () => {
    const moved = patch(
      objects,
      'Cluster',
      ['spec', 'plugins', 0, 'parameters', 'serverName'],
      'orders-v2',
    );
    expect(storeOfBackup(moved)).toMatchObject({
      storeId: inUse,
      store: { inUse: false, location: { value: 's3://backups/orders' } },
    });
  });

  it('is the former ObjectStore that is still there', () => {
    const moved = [
      ...patch(objects, 'ObjectStore', window, { orders: later }),
      objectStore('orders-before', { orders: closed }),
    ];
    expect(storeOfBackup(moved)).toMatchObject({
      storeId: '|s3://old|orders',
      store: { inUse: false, definedBy: { name: 'orders-before' } },
    });
  });

  it('is no server name of another database that happens to span the time', () => {
    const shared = patch(objects, 'ObjectStore', window, {
      orders: later,
      payments: { ...closed, lastSuccessfulBackupTime: '2026-11-20T19:00:00Z' },
    });
    expect(storeOfBackup(shared).storeId).not.toContain('payments');
  });

  it('is a former server name that has this very Backup as its last', () => {
    const renamed = patch(
      patch(objects, 'ObjectStore', window, { 'orders-v1': closed }),
      'Cluster',
      ['spec', 'plugins', 0, 'parameters', 'serverName'],
      'orders-v2',
    );
    expect(storeOfBackup(renamed).storeId).toBe(
      'http://10.244.0.1:7070|s3://backups|orders-v1',
    );
  });

  it.each([
    ['begins later', { orders: later }],
    // What the retention loop writes when it finds nothing (updateRecoveryWindow).
    ['is empty', { orders: {} }],
  ])('is elsewhere when the window in use %s', (_, windows) => {
    expect(
      storeOfBackup(patch(objects, 'ObjectStore', window, windows)),
    ).toMatchObject({ store: { inUse: false, exists: false } });
  });

  it.each([
    ['there is no window yet', undefined],
    [
      'the window ends earlier, and may only be behind',
      {
        orders: { ...closed, lastSuccessfulBackupTime: '2026-11-20T02:00:41Z' },
      },
    ],
  ])('cannot be told while %s', (_, windows) => {
    expect(
      storeOfBackup(patch(objects, 'ObjectStore', window, windows)).storeId,
    ).toBeUndefined();
  });

  it('cannot be told without its ObjectStore', () => {
    expect(
      storeOfBackup(objects.filter(({ kind }) => kind !== 'ObjectStore'))
        .storeId,
    ).toBeUndefined();
  });
});

describe('the store of an in-tree Backup', () => {
  const inTree = (status: Record<string, unknown>) =>
    Object.entries({ ...status, method: 'barmanObjectStore' }).reduce(
      (changed, [name, value]) =>
        patch(changed, 'Backup', ['status', name], value),
      patch(
        patch(objects, 'Cluster', ['spec', 'plugins'], undefined),
        'Cluster',
        ['spec', 'backup', 'barmanObjectStore'],
        { destinationPath: 's3://backups/' },
      ),
    );

  it('is where the Backup says it went', () => {
    const there = { destinationPath: 's3://backups/', serverName: 'orders' };
    expect(storeOfBackup(inTree(there))).toMatchObject({
      storeId: '|s3://backups|orders',
      store: { inUse: true },
    });
    expect(
      storeOfBackup(inTree({ ...there, destinationPath: 's3://older/' })),
    ).toMatchObject({
      storeId: '|s3://older|orders',
      store: { inUse: false, location: { value: 's3://older/orders' } },
    });
  });
});
