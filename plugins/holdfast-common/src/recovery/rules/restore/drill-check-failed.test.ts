import { ago, aRestore } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { drillCheckFailed } from './drill-check-failed';
import { restoreFailed } from './failed';
import { neverRestored } from './never';

const empty = aRestore({
  startedAt: ago({ days: 1 }),
  checks: [
    { name: 'schema', passed: true },
    { name: 'orders-today', passed: false, detail: '0 rows' },
  ],
});

describe('restore/drill-check-failed', () => {
  it('takes wrong data for a restore that failed, though the server came up', () => {
    expect(
      findingsOf(drillCheckFailed, { restores: [aRestore(), empty] }),
    ).toMatchObject([
      {
        severity: 'critical',
        ceiling: 'at-risk',
        message:
          'Of the 2 checks of the last restore, begun on 2026-11-19 12:00 UTC, 1 did not pass: orders-today (0 rows). None has succeeded since.',
      },
    ]);
  });

  it('is the one that tells of it', () => {
    const restores = [{ ...empty, state: 'failed' as const }];
    expect(findingsOf(drillCheckFailed, { restores })).toHaveLength(1);
    expect(findingsOf(restoreFailed, { restores })).toEqual([]);
  });

  it('proves nothing, whatever its state says', () => {
    expect(findingsOf(neverRestored, { restores: [empty] })).toHaveLength(1);
  });

  it.each([
    ['a later success', [empty, aRestore({ startedAt: ago({ hours: 2 }) })]],
    [
      'checks that all passed',
      [{ ...empty, checks: [{ name: 'schema', passed: true }] }],
    ],
    ['a restore that was asked nothing', [aRestore()]],
    ['no restore', []],
  ])('is satisfied by %s', (_, restores) => {
    expect(findingsOf(drillCheckFailed, { restores })).toEqual([]);
  });

  it('does not hold an earlier database of the same name against this one', () => {
    const overrides = { restores: [empty], createdAt: ago({ hours: 1 }) };
    expect(findingsOf(drillCheckFailed, overrides)).toEqual([]);
    expect(
      findingsOf(restoreFailed, {
        ...overrides,
        restores: [aRestore({ state: 'failed', startedAt: ago({ days: 1 }) })],
      }),
    ).toEqual([]);
  });
});
