import {
  ago,
  aPoint,
  aSchedule,
  aStore,
  now,
  observed,
} from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { windowShort } from './window-short';

function daily(days: number) {
  return {
    recoveryPoints: Array.from({ length: days + 1 }, (_, back) =>
      aPoint({ consistentAt: ago({ days: back, hours: 10 }) }),
    ),
  };
}

describe('retention/window-short', () => {
  // The objective of the fixture is 14 d, the database a year old.
  it('looks at the oldest base backup', () => {
    expect(findingsOf(windowShort, daily(5))).toMatchObject([
      {
        ceiling: 'at-risk',
        message: expect.stringMatching(
          /^The recovery window spans 5 d( 10 h)?.*, from .* to .*; the objective is 14 d\.$/,
        ),
      },
    ]);
    expect(findingsOf(windowShort, daily(14))).toEqual([]);
  });

  it('allows for the backup that left and the one that is to come', () => {
    expect(findingsOf(windowShort, daily(13))).toEqual([]);
    expect(findingsOf(windowShort, daily(12))).toHaveLength(1);
  });

  it('judges a young database by its retention', () => {
    const createdAt = ago({ days: 6 });
    expect(findingsOf(windowShort, { ...daily(5), createdAt })).toEqual([]);
  });

  it('does not take the end of what shows for the end of what is kept', () => {
    const kept = (limit: number) => ({
      ...daily(5),
      stores: [aStore({ historyLimit: observed(limit) })],
    });
    expect(findingsOf(windowShort, kept(6))).toEqual([
      expect.not.objectContaining({ ceiling: expect.anything() }),
    ]);
    // More would show, if there were more.
    expect(findingsOf(windowShort, kept(7))).toMatchObject([
      { ceiling: 'at-risk' },
    ]);
  });

  it('does not grow content by nothing happening', () => {
    const later = new Date(now.getTime() + 30 * 86_400_000);
    const atOnce = findingsOf(windowShort, daily(5));
    expect(findingsOf(windowShort, daily(5), { now: later })).toEqual(atOnce);
  });

  it('knows how often backups are taken', () => {
    const weekly = { ...aSchedule().expression, value: '0 0 2 * * 0' };
    const recoveryPoints = [1, 8].map(days =>
      aPoint({ consistentAt: ago({ days }) }),
    );
    expect(
      findingsOf(windowShort, {
        recoveryPoints,
        schedules: [aSchedule({ expression: weekly })],
      }),
    ).toEqual([]);
  });
});
