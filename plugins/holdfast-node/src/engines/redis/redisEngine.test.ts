import { Engines } from '../../engine';
import { metrics } from './metrics';
import { redisEngine } from './redisEngine';

it('reads no objects', () => {
  const engines = Engines.create([redisEngine]);
  expect(engines.resources).toEqual([]);
  expect(engines.databaseKinds).toEqual([]);
  expect(engines.metrics).toHaveLength(metrics.length);
});

describe('redis_exporter', () => {
  it('is asked once for each metric, and tells of the pod that it runs in', () => {
    const names = metrics.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { subjectOf, query, name } of metrics) {
      expect(subjectOf({ namespace: 'shop', pod: 'cart-0' })).toBe(
        'Pod/shop/cart-0',
      );
      expect(subjectOf({ addr: 'redis://cart:6379' })).toBeUndefined();
      expect(query).toContain(name);
    }
  });
});
