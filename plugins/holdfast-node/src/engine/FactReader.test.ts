import { FactReader } from './FactReader';

const object = {
  cluster: 'eu',
  kind: 'Thing.example.com',
  namespace: 'shop',
  name: 'orders',
};
const reader = new FactReader('eu', {
  kind: 'Thing.example.com',
  namespace: 'shop',
  name: 'orders',
  data: {
    spec: { size: '10Gi', replicas: 3, paused: false, broken: '10 apples' },
    status: {
      at: '2026-11-20T19:01:02+02:00',
      on: 'Tuesday',
      conditions: [
        { type: 'Other', status: 'True' },
        {
          type: 'Ready',
          status: 'False',
          reason: 'NotYet',
          message: 'wait',
          lastTransitionTime: '2026-11-20T17:01:02Z',
        },
        { type: 'Odd' },
      ],
    },
  },
});

it('reads values with their evidence', () => {
  expect(reader.number('spec', 'replicas')).toEqual({
    value: 3,
    evidence: { object, field: '.spec.replicas', value: 3 },
  });
  expect(reader.boolean('spec', 'paused')?.value).toBe(false);
  expect(reader.string('spec', 'size')?.value).toBe('10Gi');
});

it('reads quantities and cites them as they are written', () => {
  expect(reader.bytes('spec', 'size')).toEqual({
    value: 10_737_418_240,
    evidence: { object, field: '.spec.size', value: '10Gi' },
  });
  expect(reader.bytes('spec', 'broken')).toBeUndefined();
});

it('reads times in UTC', () => {
  expect(reader.instant('status', 'at')).toEqual({
    value: '2026-11-20T17:01:02.000Z',
    evidence: {
      object,
      field: '.status.at',
      value: '2026-11-20T19:01:02+02:00',
    },
  });
  expect(reader.instant('status', 'on')).toBeUndefined();
});

it('reads conditions by their type', () => {
  expect(reader.condition('Ready')).toEqual({
    status: {
      value: 'False',
      evidence: {
        object,
        field: '.status.conditions[?(@.type=="Ready")].status',
        value: 'False',
      },
    },
    reason: 'NotYet',
    message: {
      value: 'wait',
      evidence: {
        object,
        field: '.status.conditions[?(@.type=="Ready")].message',
        value: 'wait',
      },
    },
    since: '2026-11-20T17:01:02Z',
  });
  expect(reader.condition('Odd')).toBeUndefined();
  expect(reader.condition('Missing')).toBeUndefined();
});

it('cites what is not there', () => {
  expect(reader.derive(false, ['spec', 'suspended'])).toEqual({
    value: false,
    evidence: { object, field: '.spec.suspended' },
  });
});
