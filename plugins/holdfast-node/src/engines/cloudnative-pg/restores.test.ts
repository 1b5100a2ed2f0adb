import { KubernetesObject } from '../../engine';
import {
  orders as source,
  ordersCopy,
  ordersCopyRestoring,
} from '../__testUtils__/orders';
import { describeOne, patch } from '../__testUtils__/recording';

const restoresWith = (copy: KubernetesObject[]) =>
  describeOne('orders', [...source, ...copy]).restores;

describe('the restores of a database', () => {
  it('are the Clusters that were bootstrapped from its archive', () => {
    expect(restoresWith([ordersCopy])).toEqual([
      {
        target: {
          cluster: 'lab',
          kind: 'Cluster.postgresql.cnpg.io',
          namespace: 'default',
          name: 'orders-copy',
        },
        purpose: 'restore',
        startedAt: '2026-11-20T17:12:24Z',
        readyAt: '2026-11-20T17:13:30.648765Z',
        state: 'succeeded',
        evidence: expect.objectContaining({
          field: '.status.currentPrimaryTimestamp',
        }),
      },
    ]);
  });

  it('run until the first instance takes writes', () => {
    const [restore] = restoresWith([ordersCopyRestoring]);
    expect(restore).toMatchObject({ state: 'running' });
    expect(restore.readyAt).toBeUndefined();
  });

  it('have failed when the operator gave up before that', () => {
    expect(
      restoresWith(
        patch(
          [ordersCopyRestoring],
          'Cluster',
          ['status', 'phase'],
          'Cluster is unrecoverable and needs manual intervention',
        ),
      ),
    ).toMatchObject([{ state: 'failed' }]);
  });

  it('name the moment that was restored to', () => {
    expect(
      restoresWith(
        patch(
          [ordersCopy],
          'Cluster',
          ['spec', 'bootstrap', 'recovery', 'recoveryTarget', 'targetTime'],
          '2026-11-20 17:09:42.488907+00',
        ),
      ),
    ).toMatchObject([{ recoveryTarget: '2026-11-20T17:09:42.488Z' }]);
  });

  it('are drills when they say so', () => {
    const drill = patch([ordersCopy], 'Cluster', ['metadata', 'labels'], {
      'holdfast.io/purpose': 'drill',
    });
    expect(restoresWith(drill)).toMatchObject([{ purpose: 'drill' }]);
    expect(
      describeOne('orders-copy', [...source, ...drill]).restoreCopy?.value,
    ).toBe('drill');
  });

  it('are timed by the condition when the primary has changed since', () => {
    expect(
      restoresWith(
        patch(
          [ordersCopy],
          'Cluster',
          ['status', 'currentPrimaryTimestamp'],
          '2026-11-24T09:00:00.000000Z',
        ),
      ),
    ).toMatchObject([{ readyAt: '2026-11-20T17:13:38Z' }]);
  });

  it.each([
    ['another server name', 'serverName', 'payments'],
    ['another ObjectStore', 'barmanObjectName', 'payments'],
  ])('are none from %s', (_, parameter, value) => {
    expect(
      restoresWith(
        patch(
          [ordersCopy],
          'Cluster',
          ['spec', 'externalClusters', 0, 'plugin', 'parameters', parameter],
          value,
        ),
      ),
    ).toEqual([]);
  });

  it('are none from the like-named archive of another namespace', () => {
    expect(
      restoresWith(
        patch([ordersCopy], 'Cluster', ['metadata', 'namespace'], 'elsewhere'),
      ),
    ).toEqual([]);
  });

  it('are those from an in-tree archive, whatever the namespace', () => {
    const destination = { destinationPath: 's3://backups/' };
    const inTree = patch(
      patch(source, 'Cluster', ['spec', 'plugins'], undefined),
      'Cluster',
      ['spec', 'backup', 'barmanObjectStore'],
      destination,
    );
    const copy = patch(
      patch([ordersCopy], 'Cluster', ['metadata', 'namespace'], 'x'),
      'Cluster',
      ['spec', 'externalClusters'],
      [
        {
          name: 'origin',
          barmanObjectStore: { ...destination, serverName: 'orders' },
        },
      ],
    );
    expect(describeOne('orders', [...inTree, ...copy]).restores).toHaveLength(
      1,
    );
  });
});

describe('a restored Cluster', () => {
  it('says from what', () => {
    expect(describeOne('orders-copy', [ordersCopy]).restoredFrom).toMatchObject(
      {
        value: 'orders',
        evidence: { field: '.spec.bootstrap.recovery.source', value: 'origin' },
      },
    );
  });

  // NewFromCluster in the plugin's internal/cnpgi/operator/config/config.go.
  it('reads under its own name where no server name is given', () => {
    expect(
      describeOne(
        'orders-copy',
        patch(
          [ordersCopy],
          'Cluster',
          ['spec', 'externalClusters', 0, 'plugin', 'parameters'],
          { barmanObjectName: 'orders' },
        ),
      ).restoredFrom?.value,
    ).toBe('orders-copy');
  });

  it('is no restore of itself', () => {
    expect(describeOne('orders-copy', [ordersCopy]).restores).toEqual([]);
  });
});
