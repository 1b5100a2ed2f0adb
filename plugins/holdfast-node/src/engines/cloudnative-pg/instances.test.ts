import { KubernetesObject } from '../../engine';
import { node } from '../__testUtils__/objects';
import { orders } from '../__testUtils__/orders';
import { describeOne, patch } from '../__testUtils__/recording';

const pods = orders.filter(({ kind }) => kind === 'Pod');
const others = patch(
  orders.filter(({ kind }) => kind !== 'Pod'),
  'Cluster',
  ['status', 'instanceNames'],
  ['orders-1', 'orders-2'],
);
const instancesOf = (
  objects: readonly KubernetesObject[],
  options?: Parameters<typeof describeOne>[2],
) => describeOne('orders', objects, options).instances;

describe('the instances', () => {
  it('are those with pods and those that the operator names', () => {
    expect(instancesOf([...others, ...pods, node])).toMatchObject([
      {
        name: 'orders-1',
        role: 'primary',
        ready: {
          value: true,
          evidence: { field: '.status.conditions[?(@.type=="Ready")].status' },
        },
        node: { value: 'node1' },
        zone: {
          value: 'eu-west-1a',
          evidence: {
            object: { kind: 'Node', name: 'node1' },
            field: ".metadata.labels['topology.kubernetes.io/zone']",
          },
        },
      },
      {
        name: 'orders-2',
        role: 'replica',
        ready: {
          value: false,
          evidence: { field: '.status.instanceNames[1]', value: 'orders-2' },
        },
      },
    ]);
  });

  it('are not called down because their pods may not be read', () => {
    const unread = [
      { kind: 'Pod', reason: 'forbidden' as const, message: 'forbidden' },
    ];
    for (const { ready } of instancesOf(others, { unread })) {
      expect(ready).toBeUndefined();
    }
  });

  it('have no roles before there is a primary', () => {
    for (const { role } of instancesOf(
      patch(others, 'Cluster', ['status', 'currentPrimary'], undefined),
    )) {
      expect(role).toBe('unknown');
    }
  });

  it('do not include jobs and poolers', () => {
    expect(
      instancesOf([
        ...orders,
        ...patch(
          patch(pods, 'Pod', ['metadata', 'name'], 'orders-1-full-recovery-x'),
          'Pod',
          ['metadata', 'labels', 'cnpg.io/podRole'],
          undefined,
        ),
      ]).map(({ name }) => name),
    ).toEqual(['orders-1']);
  });

  it('tell how far a replica is behind, in seconds', () => {
    const samples = ['orders-1', 'orders-2'].map(pod => ({
      name: 'cnpg_pg_replication_lag',
      labels: { namespace: 'default', pod },
      value: 4.2,
      observedAt: '2026-11-20T17:08:38Z',
    }));
    expect(
      instancesOf([...others, ...pods], { samples }).map(
        ({ lagSeconds }) => lagSeconds?.value,
      ),
    ).toEqual([undefined, 4.2]);
  });
});

it.each([
  [true, 1],
  // The operator could not see a node: the number means nothing then (getPodsTopology in internal/controller/cluster_status.go).
  [false, undefined],
])('nodes used, extracted %s: %s', (extracted, value) => {
  expect(
    describeOne(
      'orders',
      patch(
        orders,
        'Cluster',
        ['status', 'topology', 'successfullyExtracted'],
        extracted,
      ),
    ).nodesUsed?.value,
  ).toBe(value);
});
