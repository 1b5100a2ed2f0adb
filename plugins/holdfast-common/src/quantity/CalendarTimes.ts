import { CronFields } from './cronExpression';
import { CronTimes } from './CronTimes';

const secondsPerDay = 86_400;

/** robfig/cron gives up then. */
const yearsAhead = 5;
/** From one February 29th to the next where a century without one is in between. */
const daysBack = 8 * 366;

type Direction = 1 | -1;

/** Hours, minutes and seconds in the order of a search. */
interface Clock {
  hours: number[];
  minutes: number[];
  seconds: number[];
}

/**
 * Runs of a calendar schedule in UTC.
 *
 * @remarks
 * Own code, because no library is right: croner 10.0.1 leaves out March 1st where the fields also allow a 31st, as days of the month
 * in steps of ten do, and fails when it searches backwards over a February 29th; cron-parser 5.10.5 refuses what robfig/cron takes
 * (February 30th, which never runs), and neither lets day of month and day of week be combined as version 1 of robfig/cron does.
 */
export class CalendarTimes implements CronTimes {
  readonly #fields: CronFields;
  readonly #months: Set<number>;
  readonly #daysOfMonth: Set<number>;
  readonly #daysOfWeek: Set<number>;
  readonly #forward: Clock;
  readonly #backward: Clock;

  constructor(fields: CronFields) {
    this.#fields = fields;
    this.#months = new Set(fields.month.values);
    this.#daysOfMonth = new Set(fields.dayOfMonth.values);
    this.#daysOfWeek = new Set(fields.dayOfWeek.values);
    this.#forward = {
      hours: fields.hour.values,
      minutes: fields.minute.values,
      seconds: fields.second.values,
    };
    this.#backward = {
      hours: fields.hour.values.toReversed(),
      minutes: fields.minute.values.toReversed(),
      seconds: fields.second.values.toReversed(),
    };
  }

  next(after: number): number | undefined {
    const lastYear = new Date(after).getUTCFullYear() + yearsAhead;
    const lastDay = Date.UTC(lastYear, 11, 31) / 1000 / secondsPerDay;
    return this.#search(Math.floor(after / 1000) + 1, 1, lastDay);
  }

  previous(at: number): number | undefined {
    const from = Math.floor(at / 1000);
    return this.#search(from, -1, Math.floor(from / secondsPerDay) - daysBack);
  }

  #search(
    fromSecond: number,
    direction: Direction,
    lastDay: number,
  ): number | undefined {
    const clock = direction > 0 ? this.#forward : this.#backward;
    const firstDay = Math.floor(fromSecond / secondsPerDay);
    const time = timeOfDay(
      clock,
      fromSecond - firstDay * secondsPerDay,
      direction,
    );
    if (time !== undefined && this.#runsOn(firstDay)) {
      return (firstDay * secondsPerDay + time) * 1000;
    }
    const edge = direction > 0 ? 0 : secondsPerDay - 1;
    const firstTime = timeOfDay(clock, edge, direction);
    if (firstTime === undefined) return undefined;
    for (
      let day = firstDay + direction;
      (lastDay - day) * direction >= 0;
      day += direction
    ) {
      if (this.#runsOn(day)) return (day * secondsPerDay + firstTime) * 1000;
    }
    return undefined;
  }

  /** `dayMatches` of robfig/cron: with a star in either field both must hold, else one of them is enough. */
  #runsOn(day: number): boolean {
    const date = new Date(day * secondsPerDay * 1000);
    if (!this.#months.has(date.getUTCMonth() + 1)) return false;
    const dayOfMonth = this.#daysOfMonth.has(date.getUTCDate());
    const dayOfWeek = this.#daysOfWeek.has(date.getUTCDay());
    return this.#fields.dayOfMonth.star || this.#fields.dayOfWeek.star
      ? dayOfMonth && dayOfWeek
      : dayOfMonth || dayOfWeek;
  }
}

/** The first allowed time of a day, in seconds since midnight, from one on and in the direction of the search. */
function timeOfDay(
  clock: Clock,
  from: number,
  direction: Direction,
): number | undefined {
  const { hours, minutes, seconds } = clock;
  if (minutes.length === 0 || seconds.length === 0) return undefined;
  const fromHour = Math.floor(from / 3600);
  const fromMinute = Math.floor((from % 3600) / 60);
  const fromSecond = from % 60;
  for (const hour of hours) {
    if ((hour - fromHour) * direction > 0) {
      return hour * 3600 + minutes[0] * 60 + seconds[0];
    }
    if (hour !== fromHour) continue;
    for (const minute of minutes) {
      if ((minute - fromMinute) * direction > 0) {
        return hour * 3600 + minute * 60 + seconds[0];
      }
      if (minute !== fromMinute) continue;
      const second = seconds.find(
        value => (value - fromSecond) * direction >= 0,
      );
      if (second !== undefined) return hour * 3600 + minute * 60 + second;
    }
  }
  return undefined;
}
