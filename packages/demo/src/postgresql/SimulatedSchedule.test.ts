import { ScheduleTraits } from './DatabaseTraits';
import { SimulatedSchedule } from './SimulatedSchedule';

const now = new Date('2026-11-20T12:00:00Z');
const day = (count: number) => new Date(now.getTime() - count * 86_400_000);

function schedule(traits: ScheduleTraits, createdAt = day(100)) {
  return new SimulatedSchedule({ database: 'orders', traits, createdAt, now });
}

const iso = (dates: Date[]) => dates.map(date => date.toISOString());

describe('SimulatedSchedule', () => {
  it('knows the runs behind it and the next one', () => {
    const nightly = schedule({ expression: '0 30 2 * * *' });

    expect(nightly.nextRun.toISOString()).toBe('2026-11-21T02:30:00.000Z');
    expect(nightly.lastRun).toBeUndefined();
    // The last one lies before the beginning: it covers what comes after.
    expect(iso(nightly.runsBetween(day(2), now, 10))).toEqual([
      '2026-11-18T02:30:00.000Z',
      '2026-11-19T02:30:00.000Z',
      '2026-11-20T02:30:00.000Z',
    ]);
  });

  it('did not run before it was made, nor more often than asked for', () => {
    const young = schedule({ expression: '0 0 * * * *' }, day(0.1));

    expect(iso(young.runsBetween(day(2), now, 10))).toEqual([
      '2026-11-20T10:00:00.000Z',
      '2026-11-20T11:00:00.000Z',
    ]);
    expect(young.runsBetween(day(2), now, 1)).toHaveLength(1);
  });

  it('goes on from where it ran', () => {
    const nightly = schedule({ expression: '0 30 2 * * *' });
    nightly.ran(nightly.nextRun);

    expect(nightly.lastRun?.toISOString()).toBe('2026-11-21T02:30:00.000Z');
    expect(nightly.nextRun.toISOString()).toBe('2026-11-22T02:30:00.000Z');
  });

  it('runs as its operator reads it, whatever it looks like', () => {
    // robfig/cron v1 reads five fields as six without the last: second 0, minute 2 of every hour.
    const fiveFields = schedule({
      expression: '0 2 * * *',
      runsAs: '0 2 * * * *',
    });

    expect(fiveFields.expression).toBe('0 2 * * *');
    expect(fiveFields.nextRun.toISOString()).toBe('2026-11-20T12:02:00.000Z');
  });

  it('is not followed where it is suspended or was never noticed', () => {
    const expression = '@daily';

    expect(schedule({ expression }).active).toBe(true);
    expect(schedule({ expression, suspendedDaysAgo: 3 }).active).toBe(false);
    expect(schedule({ expression, unnoticed: true }).active).toBe(false);
  });
});
