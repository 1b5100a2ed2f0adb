import { aRestore } from '../__testUtils__/aDatabase';
import { distinctRestores, restoreKeyOf } from './distinctRestores';

const startedAt = '2026-11-13T12:00:00.000Z';
const seen = aRestore({ startedAt });
const report = aRestore({
  id: 'cnpg-drill:orders-drill:1',
  origin: 'reported',
  startedAt: '2026-11-13T11:59:58.000Z',
  endedAt: '2026-11-13T12:11:00.000Z',
  state: 'failed',
  checks: [{ name: 'orders-today', passed: false }],
});

describe('distinctRestores', () => {
  it('takes the copy in the cluster and the report of it for one restore', () => {
    expect(distinctRestores([seen, report])).toEqual([report]);
    expect(distinctRestores([report, seen])).toEqual([report]);
  });

  it.each([
    ['another copy', { target: { ...seen.target, name: 'other' } }],
    [
      'a copy of another namespace',
      { target: { ...seen.target, namespace: 'b' } },
    ],
    [
      'a copy of that name at another time',
      { startedAt: '2026-11-13T13:00:00.000Z' },
    ],
  ])('keeps %s', (_, change) => {
    const other = { ...seen, ...change };
    expect(distinctRestores([other, report])).toEqual([other, report]);
  });

  it('keeps the first of two with one key', () => {
    const again = { ...report, state: 'succeeded' as const };
    expect(distinctRestores([report, again])).toEqual([report]);
    expect(distinctRestores([seen, { ...seen, state: 'failed' }])).toEqual([
      seen,
    ]);
  });

  it('keeps restores that nobody reported', () => {
    const second = aRestore({ startedAt: '2026-11-14T12:00:00.000Z' });
    expect(distinctRestores([seen, second])).toEqual([seen, second]);
  });
});

describe('restoreKeyOf', () => {
  it('is where it comes from, and the id, else the object and the time', () => {
    expect(restoreKeyOf(report)).toBe('reported cnpg-drill:orders-drill:1');
    expect(restoreKeyOf(seen)).toBe(
      'seen Cluster.postgresql.cnpg.io/shop/orders-drill@2026-11-13T12:00:00.000Z',
    );
  });
});
