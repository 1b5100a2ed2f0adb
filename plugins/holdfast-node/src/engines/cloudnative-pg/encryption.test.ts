import { orders } from '../__testUtils__/orders';
import { describeOne, patch } from '../__testUtils__/recording';

// "hostnossl: ... only matches connection attempts that do not use SSL": PostgreSQL documentation, "The pg_hba.conf File".
it.each([
  [['hostnossl all all all reject'], true],
  [['hostssl all all all scram-sha-256'], undefined],
  [[], undefined],
])('%j requires TLS: %s', (rules, required) => {
  const { encryptedInTransit } = describeOne(
    'orders',
    patch(orders, 'Cluster', ['spec', 'postgresql', 'pg_hba'], rules),
  );
  expect(encryptedInTransit?.value).toBe(required);
});
