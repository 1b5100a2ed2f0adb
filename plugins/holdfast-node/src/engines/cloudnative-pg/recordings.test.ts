import { readdirSync } from 'node:fs';
import { problemsOf } from '../../testUtils/problemsOf';
import {
  describeOne,
  describeRecording,
  readRecording,
  recordingsFolder,
} from '../__testUtils__/recording';
import { expectations as singleExpectations } from './__testUtils__/expectations';
import { failoverExpectations } from './__testUtils__/failoverExpectations';
import { summarise } from './__testUtils__/summarise';

const expectations = { ...singleExpectations, ...failoverExpectations };
const recorded = readdirSync(recordingsFolder)
  .filter(file => file.endsWith('.json'))
  .map(file => file.replace(/\.json$/, ''));

it('every recording has to be read as something', () => {
  expect(recorded.filter(state => !expectations[state])).toEqual([]);
});

const cases = recorded.flatMap(state =>
  [expectations[state] ?? []].flat().map(expectation => ({
    state,
    expectation,
    name: expectation.database ?? 'orders',
  })),
);

describe.each(cases)('$state: $name', ({ state, expectation, name }) => {
  const database = describeRecording(state, name);

  it('is read as what it is', () => {
    expect(summarise(database, name)).toEqual({
      attempts: [],
      ...expectation,
    });
  });

  it('is read with evidence', () => {
    expect(problemsOf(database)).toEqual([]);
  });

  it('has every recovery point on the store in use and of this incarnation', () => {
    for (const { storeId, incarnation } of database.recoveryPoints) {
      expect(incarnation).toBe('current');
      expect(storeId).toBe(database.archiving.storeId);
    }
  });

  it('has volumes with their usage', () => {
    for (const volume of database.volumes) {
      expect(volume).toMatchObject({
        role: 'data',
        phase: { value: 'Bound' },
        nodeLocal: { value: true },
        capacityBytes: { value: expect.any(Number) },
      });
    }
    expect(database.volumes).toHaveLength(database.instances.length);
  });
});

it('two databases that write to one path name one store', () => {
  const [orders, twin] = ['orders', 'twin'].map(name =>
    describeRecording('two-clusters-one-path', name),
  );
  expect(orders.archiving.storeId).toBeDefined();
  expect(twin.archiving.storeId).toBe(orders.archiving.storeId);
});

it.each([
  ['healthy-one-instance', 'orders', 0.2, 0.8],
  ['volume-nearly-full', 'crowded', 0.9, 0.97],
  ['volume-full', 'crowded', 0.97, 1],
])('the volume in %s is that full', (state, name, least, most) => {
  const [{ usedBytes, capacityBytes }] = describeRecording(state, name).volumes;
  const share = (usedBytes?.value ?? 0) / (capacityBytes?.value ?? 0);
  expect(share).toBeGreaterThan(least);
  expect(share).toBeLessThanOrEqual(most);
});

it('what the API server and kubectl add makes no difference', () => {
  const [raw, trimmed] = [
    'healthy-one-instance-raw',
    'healthy-one-instance',
  ].map(state => describeOne('orders', readRecording(state).objects));
  expect(raw).toEqual(trimmed);
});
