import { HealthState } from '@holdfast/plugin-holdfast-common';
import { orders as objects } from '../__testUtils__/orders';
import { describeOne, patch } from '../__testUtils__/recording';

function healthWith(
  ...changes: Array<[path: readonly (string | number)[], value: unknown]>
) {
  return describeOne(
    'orders',
    changes.reduce(
      (changed, [path, value]) => patch(changed, 'Cluster', path, value),
      objects,
    ),
  ).health;
}

const annotation = (name: string) => ['metadata', 'annotations', name];
const fencedInstances = annotation('cnpg.io/fencedInstances');

describe('the phase of a Cluster', () => {
  // The constants Phase... in api/v1/cluster_types.go of CloudNativePG 1.30, and two literals in internal/controller/cluster_controller.go.
  it.each<[string, HealthState]>([
    ['Switchover in progress', 'changing'],
    ['Failing over', 'changing'],
    ['Setting up primary', 'starting'],
    ['Creating a new replica', 'changing'],
    ['Upgrading cluster', 'changing'],
    ['Upgrading Postgres major version', 'changing'],
    ['Cluster upgrade delayed', 'changing'],
    ['Waiting for user action', 'waiting'],
    ['Primary instance is being restarted in-place', 'changing'],
    ['Primary instance is being restarted without a switchover', 'changing'],
    ['Cluster in healthy state', 'healthy'],
    [
      'Cluster cannot proceed to reconciliation due to an unknown plugin being required',
      'degraded',
    ],
    [
      'Cluster cannot proceed to reconciliation due to an error while interacting with plugins',
      'degraded',
    ],
    ['Cluster has incomplete or invalid image catalog', 'waiting'],
    ['Cluster is unrecoverable and needs manual intervention', 'failed'],
    [
      'Cluster cannot execute instance online upgrade due to missing architecture binary',
      'waiting',
    ],
    ['Waiting for the instances to become active', 'changing'],
    ['Online upgrade in progress', 'changing'],
    ['Applying configuration', 'changing'],
    ['Promoting to primary cluster', 'changing'],
    ['Unable to create required cluster objects', 'waiting'],
    ['Invalid cluster definition', 'waiting'],
    ['Not enough disk space', 'failed'],
    ['Instance Status Extraction Error: HTTP communication issue', 'unknown'],
    ['Rebalancing shards', 'unknown'],
    ['cluster in healthy state', 'unknown'],
  ])('%s: %s', (phase, state) => {
    expect(healthWith([['status', 'phase'], phase])).toMatchObject({
      state,
      phase,
    });
  });

  it('comes with its reason and is cited', () => {
    expect(
      healthWith(
        [['status', 'phase'], 'Waiting for user action'],
        [['status', 'phaseReason'], 'User must issue a supervised switchover'],
      ),
    ).toEqual({
      state: 'waiting',
      phase: 'Waiting for user action',
      reason: 'User must issue a supervised switchover',
      evidence: [
        {
          object: {
            cluster: 'lab',
            kind: 'Cluster.postgresql.cnpg.io',
            namespace: 'default',
            name: 'orders',
          },
          field: '.status.phase',
          value: 'Waiting for user action',
        },
      ],
    });
  });

  it('is unknown as long as there is none', () => {
    expect(healthWith([['status'], undefined])).toMatchObject({
      state: 'unknown',
      evidence: [{ field: '.status.phase' }],
    });
  });
});

describe('a Cluster whose phase is healthy', () => {
  // Fencing leaves the phase as it is (lab); which texts fence whom: GetFencedInstances in pkg/utils/fencing.go.
  it.each([
    ['["*"]', 'fenced'],
    ['["orders-1"]', 'fenced'],
    ['["orders-2"]', 'degraded'],
    ['[]', 'healthy'],
    ['orders-1', 'healthy'],
    ['{"orders-1": true}', 'healthy'],
  ])('with the fence %s is %s', (fence, state) => {
    expect(healthWith([fencedInstances, fence]).state).toBe(state);
  });

  it('cites the fence', () => {
    expect(healthWith([fencedInstances, '["*"]']).evidence).toMatchObject([
      { field: ".metadata.annotations['cnpg.io/fencedInstances']" },
    ]);
  });

  // EnrichStatus in pkg/reconciler/hibernation/status.go.
  it.each([
    ['True', 'Hibernated', 'hibernated'],
    ['False', 'DeletingPods', 'changing'],
    ['False', 'WaitingPodsDeletion', 'changing'],
    ['False', 'WaitingForHealthy', 'healthy'],
  ])('told to hibernate, %s/%s, is %s', (status, reason, state) => {
    expect(
      healthWith(
        [annotation('cnpg.io/hibernation'), 'on'],
        [
          ['status', 'conditions', 0],
          { type: 'cnpg.io/hibernation', status, reason, message: 'words' },
        ],
      ).state,
    ).toBe(state);
  });

  it('is not taken for healthy while nobody keeps the phase', () => {
    expect(
      healthWith([annotation('cnpg.io/reconciliationLoop'), 'disabled']),
    ).toMatchObject({ state: 'waiting' });
  });

  it('is changing while it is deleted', () => {
    expect(
      healthWith([['metadata', 'deletionTimestamp'], '2026-11-20T18:00:00Z'])
        .state,
    ).toBe('changing');
  });

  it.each([
    [3, 2, 'degraded', '2 of 3 instances are ready'],
    // readyInstances is omitempty: none are ready.
    [3, undefined, 'failed', '0 of 3 instances are ready'],
    [3, 3, 'healthy', undefined],
  ])(
    'with %s instances, of which %s ready',
    (desired, ready, state, reason) => {
      expect(
        healthWith(
          [['spec', 'instances'], desired],
          [['status', 'readyInstances'], ready],
        ),
      ).toMatchObject({ state, ...(reason && { reason }) });
    },
  );

  it('is degraded while its instances are of several systems', () => {
    expect(
      healthWith([
        ['status', 'conditions', 1],
        {
          type: 'ConsistentSystemID',
          status: 'False',
          reason: 'Mismatch',
          message: 'Multiple differing system IDs reported by instances.',
        },
      ]),
    ).toMatchObject({
      state: 'degraded',
      reason: 'Multiple differing system IDs reported by instances.',
    });
  });
});

// docs/src/replica_cluster.md, "Promoting a Replica to a Primary Cluster" and "Demoting a Primary to a Replica Cluster".
describe('a Cluster of a distributed topology', () => {
  const replica = ['spec', 'replica'];
  const self = { self: 'orders', source: 'orders-us' };

  it('changes while it waits for its promotion token to be used', () => {
    const promoted = { ...self, primary: 'orders', promotionToken: 'token' };
    expect(healthWith([replica, promoted])).toMatchObject({
      state: 'changing',
      reason: expect.stringContaining('to be promoted'),
      evidence: [{ field: '.spec.replica.promotionToken' }],
    });
    expect(
      healthWith(
        [replica, promoted],
        [['status', 'lastPromotionToken'], 'token'],
      ).state,
    ).toBe('healthy');
  });

  it('changes while it switches', () => {
    expect(
      healthWith([
        ['status', 'switchReplicaClusterStatus'],
        { inProgress: true },
      ]).state,
    ).toBe('changing');
  });

  it('says that it was demoted, and shows no token', () => {
    const { state, reason, evidence } = healthWith(
      [replica, { ...self, primary: 'orders-us' }],
      [['status', 'demotionToken'], 'token'],
    );
    expect({ state, reason }).toEqual({
      state: 'healthy',
      reason: expect.stringContaining('Demoted'),
    });
    expect(JSON.stringify(evidence)).not.toContain('"token"');
  });
});
