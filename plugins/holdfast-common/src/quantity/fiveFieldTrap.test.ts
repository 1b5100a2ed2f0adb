import { describeRuns } from './describeRuns';
import { findFiveFieldTrap } from './fiveFieldTrap';

const after = Date.parse('2026-11-20T10:01:02Z');

describe('findFiveFieldTrap', () => {
  // The documentation of CloudNativePG, "Backup": "Beware that this format accepts also the seconds field, and it is different from
  // the crontab format in Unix/Linux systems."
  it('tells what a crontab expression does, and what was meant', () => {
    const trap = findFiveFieldTrap('0 2 * * *');
    expect(trap?.suggestion).toBe('0 0 2 * * *');
    expect(trap && describeRuns(trap.actual, { after, count: 2 })).toBe(
      'every 1 h: 2026-11-20 10:02, 11:02 UTC',
    );
    expect(trap && describeRuns(trap.intended, { after, count: 2 })).toBe(
      'every 1 d: 2026-11-21 02:00, 2026-11-22 02:00 UTC',
    );
  });

  it.each([
    ['six fields', '0 0 2 * * *'],
    ['a descriptor', '@daily'],
    ['an interval', '@every 6h'],
    ['what no crontab would take', '0 30 2 * 0,1'],
    ['what CloudNativePG refuses', '0 2 * * MON'],
    ['nothing', ''],
  ])('finds none in %s', (_, expression) => {
    expect(findFiveFieldTrap(expression)).toBeUndefined();
  });
});
