import { CronSchedule } from './CronSchedule';
import { describeRuns } from './describeRuns';

const after = Date.parse('2026-11-20T10:01:02Z');
const describeAs = (expression: string, count?: number) =>
  describeRuns(CronSchedule.parse(expression, { dialect: 'cloudnative-pg' }), {
    after,
    count,
  });

describe('describeRuns', () => {
  it.each([
    ['0 2 * * *', 'every 1 h: 2026-11-20 10:02, 11:02, 12:02 UTC'],
    [
      '0 0 2 * * *',
      'every 1 d: 2026-11-21 02:00, 2026-11-22 02:00, 2026-11-23 02:00 UTC',
    ],
    ['*/30 * * * * *', 'every 30 s: 2026-11-20 10:01:30, 10:02, 10:02:30 UTC'],
    ['0 0 0 30 2 *', 'never within five years'],
  ])('says of %s: %s', (expression, words) => {
    expect(describeAs(expression)).toBe(words);
  });

  it('names as many runs as asked for', () => {
    expect(describeAs('0 0 2 * * *', 1)).toBe(
      'every 1 d: 2026-11-21 02:00 UTC',
    );
  });
});
