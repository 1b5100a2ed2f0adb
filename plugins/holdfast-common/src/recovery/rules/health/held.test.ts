import {
  aDatabase,
  ago,
  aPoint,
  aRestore,
  aSchedule,
  aStore,
  now,
  observed,
} from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { anObjective } from '../../__testUtils__/anObjective';
import { assess } from '../../assess';
import { scheduleSuspended } from '../schedule/suspended';
import { storeNoSignOfLife } from '../store/no-sign-of-life';
import { healthHeld } from './held';
import { healthState } from './state';

// The clock of these tests stands at 2026-11-20 12:00 UTC.
const asleep = {
  health: { state: 'hibernated' as const, evidence: [] },
  annotations: { 'hold-until': '2026-12-20' },
};
const suspended = aSchedule({ suspended: observed(true, '.spec.suspend') });

describe('health/held', () => {
  it('says until when, in place of asking to be woken', () => {
    expect(findingsOf(healthHeld, asleep)).toMatchObject([
      {
        severity: 'info',
        message: expect.stringContaining('held until 2026-12-20'),
      },
    ]);
    expect(findingsOf(healthHeld, asleep)[0].ceiling).toBeUndefined();
    expect(findingsOf(healthState, asleep)).toEqual([]);
  });

  it('asks for a decision when the time is over', () => {
    const [finding] = findingsOf(healthHeld, {
      ...asleep,
      annotations: { 'hold-until': '2026-11-20' },
    });
    expect(finding).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining('ended on 2026-11-20'),
    });
  });

  it.each([
    ['a database that runs', { annotations: asleep.annotations }],
    ['one that only sleeps', { health: asleep.health, annotations: {} }],
    [
      'a date that is none',
      { ...asleep, annotations: { 'hold-until': 'soon' } },
    ],
  ])('says nothing of %s', (_, overrides) => {
    expect(findingsOf(healthHeld, overrides)).toEqual([]);
  });
});

describe('a held database', () => {
  /** Weeks after its last backup, with the schedule suspended. */
  const quiet = (days: number) => {
    const consistentAt = ago({ days });
    return {
      ...asleep,
      archiving: {
        ...aDatabase().archiving,
        lastArchivedAt: undefined,
        workingSince: consistentAt,
      },
      recoveryPoints: [aPoint({ consistentAt })],
      stores: [aStore({ lastSuccessfulBackup: observed(consistentAt) })],
      schedules: [suspended],
    };
  };

  it('is not blamed for a suspended schedule and a quiet store', () => {
    expect(findingsOf(scheduleSuspended, quiet(20))).toMatchObject([
      { severity: 'info', message: expect.stringContaining('is suspended') },
    ]);
    expect(findingsOf(scheduleSuspended, quiet(20))[0].ceiling).toBeUndefined();
    expect(findingsOf(storeNoSignOfLife, quiet(20))).toEqual([]);
  });

  // The objective of these tests asks for a drill every 90 d.
  it('has to be restored once within the drill interval, as nothing else shows that the store still has it', () => {
    expect(findingsOf(storeNoSignOfLife, quiet(91))).toMatchObject([
      {
        ceiling: 'at-risk',
        remedy: expect.stringContaining('Restore a copy'),
      },
    ]);
    expect(
      findingsOf(storeNoSignOfLife, {
        ...quiet(91),
        restores: [aRestore({ startedAt: ago({ days: 10 }) })],
      }),
    ).toEqual([]);
  });

  it('is as every other when the time is over, or when it is woken', () => {
    for (const over of [
      { annotations: { 'hold-until': '2026-11-19' } },
      { health: { state: 'healthy' as const, evidence: [] } },
    ]) {
      const database = { ...quiet(20), ...over };
      expect(findingsOf(scheduleSuspended, database)[0].ceiling).toBe(
        'at-risk',
      );
      expect(findingsOf(storeNoSignOfLife, database)[0].ceiling).toBe(
        'at-risk',
      );
    }
  });

  it('is not green without anything to restore from', () => {
    const { verdict } = assess({
      database: aDatabase({ ...quiet(20), recoveryPoints: [] }),
      objective: anObjective(),
      now,
    });
    expect(['unprotected', 'unknown']).toContain(verdict);
  });
});
