import { CronFields } from './cronExpression';
import { CronTimes } from './CronTimes';

const day = 86_400_000;
/** A Monday at midnight, in a leap year: fixed, so that the answer does not depend on when it is asked for. */
const sampleStart = Date.UTC(2024, 0, 1);
const sampleEnd = Date.UTC(2034, 0, 1);
/** A year of days shows every pattern that repeats yearly. */
const sampledDays = 400;
const sampledRuns = 32;

/** The median of the times between the first runs of 2024, in seconds; undefined if there are not two. */
export function typicalInterval(times: CronTimes): number | undefined {
  const gaps: number[] = [];
  let run = times.next(sampleStart - 1);
  while (run !== undefined && gaps.length < sampledRuns) {
    const following = times.next(run);
    if (following !== undefined) gaps.push((following - run) / 1000);
    run = following;
  }
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
}

/**
 * The longest time between two runs, in seconds, by the clock on the wall; undefined if there are not two. From one time of day to
 * the next it follows from the fields, from day to day it is looked up in the days from 2024 on.
 */
export function longestInterval(
  fields: CronFields,
  times: CronTimes,
): number | undefined {
  let longest = 0;
  /** From the first to the last run within the units looked at so far. */
  let span = 0;
  const units = [
    { values: fields.second.values, seconds: 1 },
    { values: fields.minute.values, seconds: 60 },
    { values: fields.hour.values, seconds: 3600 },
  ];
  for (const { values, seconds } of units) {
    for (let i = 1; i < values.length; i++) {
      const gap = (values[i] - values[i - 1]) * seconds - span;
      longest = Math.max(longest, gap);
    }
    span += (values[values.length - 1] - values[0]) * seconds;
  }
  const days = longestDays(times);
  return days && Math.max(longest, days * 86_400 - span);
}

function longestDays(times: CronTimes): number | undefined {
  let longest: number | undefined;
  let previousDay: number | undefined;
  let from = sampleStart;
  for (let i = 0; i < sampledDays && from < sampleEnd; i++) {
    const run = times.next(from - 1);
    if (run === undefined) break;
    const runDay = Math.floor(run / day);
    if (previousDay !== undefined) {
      longest = Math.max(longest ?? 0, runDay - previousDay);
    }
    previousDay = runDay;
    from = (runDay + 1) * day;
  }
  return longest;
}
