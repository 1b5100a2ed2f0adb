import { KubernetesObject, MetricSample } from '../../engine';
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

  it.each([
    ['what its own metric says', { own: 4.2 }, 4.2],
    [
      'nothing, when the primary has nothing left for it',
      { own: 235, left: 0 },
      0,
    ],
    ['its own metric, when something is left', { own: 4.2, left: 512 }, 4.2],
    [
      'what the last bytes took, when it does not know of what is left',
      { own: 0, left: 512, delay: 0.03, receiving: 1 },
      0.03,
    ],
    [
      'unknown, when that was not measured either',
      { own: 0, left: 512, delay: 0, receiving: 1 },
      undefined,
    ],
    ['nothing, while it receives all it knows of', { own: 0, receiving: 1 }, 0],
    ['unknown, when it receives nothing', { own: 0, receiving: 0 }, undefined],
    ['unknown without metrics', {}, undefined],
  ])('have a lag of %s', (_, says: LagSamples, seconds) => {
    const samples = lagSamples('orders-2', says);
    const [, replica] = instancesOf([...others, ...pods], { samples });
    expect(replica.lagSeconds?.value).toBe(seconds);
  });

  it('have a lag too when the whole cluster follows another', () => {
    const samples = lagSamples('orders-1', { own: 7 });
    const follower = patch(others, 'Cluster', ['spec', 'replica'], {
      enabled: true,
      source: 'eu',
    });
    expect(instancesOf(others, { samples })[0].lagSeconds).toBeUndefined();
    expect(instancesOf(follower, { samples })[0].lagSeconds?.value).toBe(7);
  });
});

interface LagSamples {
  own?: number;
  left?: number;
  delay?: number;
  receiving?: number;
}

function lagSamples(
  pod: string,
  { own, left, delay, receiving }: LagSamples,
): MetricSample[] {
  const onPrimary = { pod: 'orders-1', application_name: pod };
  return [
    { name: 'cnpg_pg_replication_lag', value: own, labels: { pod } },
    {
      name: 'cnpg_pg_replication_is_wal_receiver_up',
      value: receiving,
      labels: { pod },
    },
    {
      name: 'cnpg_pg_stat_replication_replay_diff_bytes',
      value: left,
      labels: onPrimary,
    },
    {
      name: 'cnpg_pg_stat_replication_replay_lag_seconds',
      value: delay,
      labels: onPrimary,
    },
  ].flatMap(({ name, value, labels }): MetricSample[] =>
    value === undefined
      ? []
      : [
          {
            name,
            value,
            labels: { namespace: 'default', ...labels },
            observedAt: '2026-11-20T17:08:38Z',
          },
        ],
  );
}

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
