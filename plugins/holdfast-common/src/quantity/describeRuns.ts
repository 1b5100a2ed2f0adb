import { CronSchedule } from './CronSchedule';
import { formatDuration } from './formatDuration';

/**
 * Says for people when a schedule runs: how often, and the next runs in UTC. `every 1 h: 2026-11-20 10:02, 11:02, 12:02 UTC`.
 *
 * @public
 */
export function describeRuns(
  schedule: CronSchedule,
  options: {
    /** Runs after this moment are named, in milliseconds since the epoch. */
    after: number;
    /** How many, 3 by default. */
    count?: number;
  },
): string {
  const { after, count = 3 } = options;
  const runs = schedule.runsBetween({
    from: after,
    to: Infinity,
    limit: count,
  });
  if (runs.length === 0) return 'never within five years';

  const texts: string[] = [];
  let writtenDate: string | undefined;
  for (const run of runs) {
    const [date, time] = new Date(run).toISOString().split('T');
    const clock = time.slice(0, run % 60_000 === 0 ? 5 : 8);
    texts.push(date === writtenDate ? clock : `${date} ${clock}`);
    writtenDate = date;
  }
  const interval = schedule.typicalIntervalSeconds;
  const often =
    interval === undefined ? '' : `every ${formatDuration(interval)}: `;
  return `${often}${texts.join(', ')} UTC`;
}
