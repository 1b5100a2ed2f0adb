import { metrics } from './metrics';

it.each([
  [
    { namespace: 'shop', pod: 'orders-1' },
    'Cluster.postgresql.cnpg.io/shop/orders',
  ],
  [
    { namespace: 'shop', pod: 'orders-2026-12' },
    'Cluster.postgresql.cnpg.io/shop/orders-2026',
  ],
  [{ namespace: 'shop', pod: 'orders' }, undefined],
  [{ pod: 'orders-1' }, undefined],
  [{ cluster: 'orders' }, undefined],
])('the series %j is about %s', (labels: Record<string, string>, subject) => {
  for (const { subjectOf } of metrics) expect(subjectOf(labels)).toBe(subject);
});

it('asks one plain question a metric', () => {
  for (const { name, query } of metrics) {
    expect(query.replace(/\{.*\}$/, '')).toBe(name);
  }
});
