import { RestoreEntry } from '@holdfast/plugin-holdfast-common';
import { readProof } from './readProof';

const now = Date.parse('2026-11-20T12:00:00Z');
const day = 86_400;

const restore = (
  daysAgo: number,
  rest: Partial<RestoreEntry> = {},
): RestoreEntry => ({
  id: `r${daysAgo}`,
  origin: 'reported',
  purpose: 'drill',
  startedAt: new Date(now - daysAgo * day * 1_000 - 600_000).toISOString(),
  readyAt: new Date(now - daysAgo * day * 1_000).toISOString(),
  outcome: 'succeeded',
  checks: [],
  incarnation: 'current',
  recordedAt: new Date(now).toISOString(),
  evidence: [],
  ...rest,
});

const failed = { outcome: 'failed' } as const;
const earlier = { incarnation: 'other' } as const;

// The states are those of docs/verdict.md: the last restore decides, and it counts for the drill interval.
describe('readProof', () => {
  it.each<[string, RestoreEntry[], object]>([
    ['nothing', [], { state: 'none' }],
    [
      'one in time',
      [restore(6)],
      { state: 'current', last: { id: 'r6' }, dueAt: now + 24 * day * 1_000 },
    ],
    ['one too long ago', [restore(31)], { state: 'overdue' }],
    [
      'one that failed after one that succeeded',
      [restore(1, failed), restore(6)],
      { state: 'failed', failed: { id: 'r1' }, last: { id: 'r6' } },
    ],
    [
      'one that succeeded after one that failed',
      [restore(6), restore(8, failed)],
      { state: 'current' },
    ],
    ['only failed ones', [restore(1, failed)], { state: 'failed' }],
    [
      'one of an earlier database of the name',
      [restore(1, earlier)],
      { state: 'other-incarnation', last: { id: 'r1' } },
    ],
    [
      'a failed one of an earlier database',
      [restore(1, { ...earlier, ...failed }), restore(6)],
      { state: 'current' },
    ],
  ])('makes of %s', (_, restores, expected) => {
    expect(
      readProof({ restores, drillIntervalSeconds: 30 * day, now }),
    ).toMatchObject(expected);
  });

  it('takes a restore that does not say when it was done at its start', () => {
    const untold = restore(30, { readyAt: undefined });
    expect(
      readProof({ restores: [untold], drillIntervalSeconds: 30 * day, now }),
    ).toMatchObject({ state: 'overdue' });
  });
});
