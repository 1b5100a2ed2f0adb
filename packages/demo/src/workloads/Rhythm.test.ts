import { Cron } from 'croner';
import {
  everyHours,
  lastRun,
  nextRun,
  nightly,
  Rhythm,
  runsBetween,
  weekly,
} from './Rhythm';

const from = new Date('2026-11-20T12:00:00Z');
const until = new Date('2026-12-20T12:00:00Z');

describe('a rhythm', () => {
  it.each<[string, Rhythm]>([
    ['nightly', nightly('02:10')],
    ['every hour', everyHours(1, 35)],
    ['every six hours', everyHours(6, 5)],
    ['weekly', weekly('sunday', '03:30')],
    ['weekly on the day of the epoch', weekly('thursday', '00:00')],
  ])('%s runs when croner says that its expression does', (_, rhythm) => {
    const cron = new Cron(rhythm.expression, { timezone: 'UTC', paused: true });
    const expected: Date[] = [];
    for (
      let run = cron.nextRun(from);
      run && run <= until;
      run = cron.nextRun(run)
    ) {
      expected.push(run);
    }
    expect(runsBetween(rhythm, from, until)).toEqual(expected);
    expect(nextRun(rhythm, from)).toEqual(expected[0]);
    expect(lastRun(rhythm, until)).toEqual(expected.at(-1));
  });

  it('counts a run that is due at this moment as run', () => {
    const due = new Date('2026-11-20T02:10:00Z');
    expect(lastRun(nightly('02:10'), due)).toEqual(due);
    expect(nextRun(nightly('02:10'), due)).toEqual(
      new Date('2026-11-21T02:10:00Z'),
    );
  });
});
