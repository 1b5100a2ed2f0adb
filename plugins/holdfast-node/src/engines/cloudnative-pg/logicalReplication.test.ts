import {
  logicalDatabase,
  publication,
  subscription,
} from '../__testUtils__/objects';
import { orders } from '../__testUtils__/orders';
import { describeOne, patch } from '../__testUtils__/recording';

it('is told in both directions', () => {
  expect(
    describeOne('orders', [...orders, subscription, publication])
      .logicalReplication,
  ).toMatchObject([
    {
      object: { kind: 'Publication.postgresql.cnpg.io', name: 'orders-pub' },
      direction: 'publishes',
      database: 'app',
      applied: { value: true },
    },
    {
      direction: 'subscribes',
      from: 'ledger',
      applied: { value: false, evidence: { field: '.status.applied' } },
      problem: { value: 'publication "pub" does not exist' },
    },
  ]);
  expect(describeOne('orders', orders).logicalReplication).toBeUndefined();
});

// DatabaseReclaimPolicy in api/v1/database_types.go; `retain` is the default.
it.each([
  ['delete', true],
  ['retain', undefined],
  [undefined, undefined],
])(
  'a Database with the policy %s is dropped with it: %s',
  (policy, dropped) => {
    const objects = patch(
      [logicalDatabase],
      'Database',
      ['spec', 'databaseReclaimPolicy'],
      policy,
    );
    expect(
      describeOne('orders', [...orders, ...objects]).connection?.databases.find(
        ({ name }) => name === 'audit',
      )?.droppedWithObject,
    ).toBe(dropped);
  },
);
