import { orders } from '../engines/__testUtils__/orders';
import { describeOne } from '../engines/__testUtils__/recording';
import { problemsOf } from './problemsOf';

const database = describeOne('orders', orders);
const object = database.reference;

it('finds nothing wrong with what is right', () => {
  expect(problemsOf(database)).toEqual([]);
});

it.each([
  [
    { id: 'lab/default/orders' },
    'id lab/default/orders is not that of its reference',
  ],
  [
    { sizeBytes: { value: NaN, evidence: { object, field: 'size' } } },
    'database.sizeBytes.value is NaN',
  ],
  [
    { sizeBytes: { value: 1, evidence: { object, field: '' } } },
    'database.sizeBytes has evidence without a field',
  ],
  [
    {
      sizeBytes: {
        value: 1,
        evidence: { object: { ...object, name: '' }, field: 'size' },
      },
    },
    'database.sizeBytes has evidence without an object',
  ],
  [
    { createdAt: 'yesterday' },
    'database.createdAt is no time in UTC: yesterday',
  ],
  [
    { createdAt: '2026-11-20T17:04:27+01:00' },
    'database.createdAt is no time in UTC: 2026-11-20T17:04:27+01:00',
  ],
])('finds what is wrong with %j', (change, problem) => {
  expect(problemsOf({ ...database, ...change })).toEqual([problem]);
});
