import { orders } from '../__testUtils__/orders';
import { describeOne, patch } from '../__testUtils__/recording';

const spreadOf = (spec: Record<string, unknown>) => {
  let objects = [...orders];
  for (const [field, value] of Object.entries(spec)) {
    objects = patch(objects, 'Cluster', ['spec', field], value);
  }
  return describeOne('orders', objects).spread;
};

const zone = 'topology.kubernetes.io/zone';
const own = { matchLabels: { 'cnpg.io/cluster': 'orders' } };

// CreateAffinitySection in pkg/specs/pods.go: another host is preferred unless told otherwise.
it.each([
  [undefined, { over: 'node', required: false }],
  [{ podAntiAffinityType: 'required' }, { over: 'node', required: true }],
  [
    { podAntiAffinityType: 'required', topologyKey: zone },
    { over: 'zone', required: true },
  ],
  [{ topologyKey: zone }, { over: 'zone', required: false }],
  [{ enablePodAntiAffinity: false, topologyKey: zone }, undefined],
  [{ topologyKey: 'example.com/rack' }, undefined],
])('affinity %j', (affinity, expected) => {
  expect(spreadOf({ affinity })?.value).toEqual(expected);
});

// https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
it.each([
  ['DoNotSchedule', own, { over: 'zone', required: true }],
  [
    'DoNotSchedule',
    { matchLabels: { ...own.matchLabels, 'cnpg.io/podRole': 'instance' } },
    { over: 'zone', required: true },
  ],
  ['ScheduleAnyway', own, { over: 'node', required: false }],
  ['DoNotSchedule', undefined, { over: 'node', required: false }],
  [
    'DoNotSchedule',
    { matchLabels: { 'cnpg.io/cluster': 'another' } },
    { over: 'node', required: false },
  ],
  [
    'DoNotSchedule',
    { ...own, matchExpressions: [{ key: 'version', operator: 'Exists' }] },
    { over: 'node', required: false },
  ],
])(
  'constraint %s of what %j selects',
  (whenUnsatisfiable, labelSelector, expected) => {
    const spread = spreadOf({
      topologySpreadConstraints: [
        { maxSkew: 1, topologyKey: zone, whenUnsatisfiable, labelSelector },
      ],
    });
    expect(spread?.value).toEqual(expected);
  },
);

it('names the constraint that keeps instances apart', () => {
  const spread = spreadOf({
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: zone,
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: own,
      },
    ],
  });
  expect(spread?.evidence).toMatchObject({
    field: '.spec.topologySpreadConstraints[0].whenUnsatisfiable',
    value: 'DoNotSchedule',
  });
});
