const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/** 1 January 1970 was a Thursday. */
const EPOCH_WEEKDAY = weekdays.indexOf('thursday');

/**
 * When something runs that runs at equal intervals: the same moments as its cron expression, of five fields and in UTC, without a search for them.
 */
export interface Rhythm {
  expression: string;
  periodMs: number;
  /** Of the first run after the epoch. */
  offsetMs: number;
}

/** @param at - hours and minutes, `02:10` */
export function nightly(at: string): Rhythm {
  const [hour, minute] = partsOf(at);
  return {
    expression: `${minute} ${hour} * * *`,
    periodMs: DAY,
    offsetMs: hour * HOUR + minute * MINUTE,
  };
}

/** @param hours - a divisor of 24 */
export function everyHours(hours: number, minute: number): Rhythm {
  return {
    expression:
      hours === 1 ? `${minute} * * * *` : `${minute} */${hours} * * *`,
    periodMs: hours * HOUR,
    offsetMs: minute * MINUTE,
  };
}

export function weekly(day: (typeof weekdays)[number], at: string): Rhythm {
  const [hour, minute] = partsOf(at);
  const weekday = weekdays.indexOf(day);
  const days = (weekday - EPOCH_WEEKDAY + 7) % 7;
  return {
    expression: `${minute} ${hour} * * ${weekday}`,
    periodMs: 7 * DAY,
    offsetMs: days * DAY + hour * HOUR + minute * MINUTE,
  };
}

/** The runs after a moment and until another one, itself included, oldest first. */
export function runsBetween(
  { periodMs, offsetMs }: Rhythm,
  from: Date | number,
  until: Date | number,
): Date[] {
  const countTo = (moment: Date | number) =>
    Math.floor((Number(moment) - offsetMs) / periodMs);
  const [first, last] = [countTo(from) + 1, countTo(until)];
  return Array.from(
    { length: Math.max(last - first + 1, 0) },
    (_, index) => new Date((first + index) * periodMs + offsetMs),
  );
}

/** The last run until a moment. */
export function lastRun(rhythm: Rhythm, until: Date | number): Date {
  const [run] = runsBetween(rhythm, Number(until) - rhythm.periodMs, until);
  return run;
}

export function nextRun(rhythm: Rhythm, after: Date | number): Date {
  const [run] = runsBetween(rhythm, after, Number(after) + rhythm.periodMs);
  return run;
}

function partsOf(at: string): [hour: number, minute: number] {
  const [hour, minute] = at.split(':').map(Number);
  return [hour, minute];
}
