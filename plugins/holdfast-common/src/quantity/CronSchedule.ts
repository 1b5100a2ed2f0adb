import { InputError } from '@backstage/errors';
import { CalendarTimes } from './CalendarTimes';
import { CronDialect } from './cron';
import { CronFields, parseCronExpression } from './cronExpression';
import { longestInterval, typicalInterval } from './cronIntervals';
import { CronTimes } from './CronTimes';
import { IntervalTimes } from './IntervalTimes';
import { invalidValue } from './invalidValue';
import { TimeZone } from './TimeZone';
import { ZonedTimes } from './ZonedTimes';

/** Beyond the year 5000 nothing is asked for in earnest. */
const farthest = 1e14;

/**
 * @public
 */
export interface CronOptions {
  /** Who reads the expression. */
  dialect: CronDialect;
  /** The zone beside the expression, `spec.timeZone` of a CronJob; without one, and for other dialects, it is UTC. */
  timeZone?: string;
  /** Where the expression stands, for the error. */
  field?: string;
}

/** No run lies between `from` and `to`, both left out, and `to` is one, or Infinity if there is no other. */
interface Gap {
  from: number;
  to: number;
}

/**
 * When a cron expression runs, as its operator reads it.
 *
 * @remarks
 * Moments are milliseconds since the epoch. The last answers are remembered, and no search is without an end.
 *
 * @public
 */
export class CronSchedule {
  /**
   * Prefer {@link readCron}, which remembers what it has read and does not throw.
   *
   * @throws InputError if the operator would refuse the expression
   */
  static parse(expression: string, options: CronOptions): CronSchedule {
    const { dialect, field } = options;
    try {
      const parsed = parseCronExpression(expression, dialect);
      if (parsed.kind === 'interval') {
        return new CronSchedule(new IntervalTimes(parsed.seconds));
      }
      const timeZone =
        dialect === 'kubernetes' ? options.timeZone : parsed.timeZone;
      const wallClock = new CalendarTimes(parsed.fields);
      const times =
        timeZone === undefined
          ? wallClock
          : new ZonedTimes(wallClock, TimeZone.of(timeZone));
      return new CronSchedule(times, { fields: parsed.fields, wallClock });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw invalidValue(expression, { field, expected: error.message });
    }
  }

  readonly #times: CronTimes;
  readonly #calendar?: { fields: CronFields; wallClock: CronTimes };
  #asked: Gap = { from: NaN, to: NaN };
  #betweenRuns: Gap = { from: NaN, to: NaN };
  #typicalInterval?: number;
  #longestInterval?: number;

  private constructor(
    times: CronTimes,
    calendar?: { fields: CronFields; wallClock: CronTimes },
  ) {
    this.#times = times;
    this.#calendar = calendar;
  }

  /** Set where runs are counted from one another (`@every`) instead of being told by the clock. */
  get everySeconds(): number | undefined {
    return this.#times instanceof IntervalTimes
      ? this.#times.seconds
      : undefined;
  }

  /** The first run after a moment. Undefined: there is none within five years. */
  next(after: number): number | undefined {
    if (!isReasonable(after)) return undefined;
    for (const gap of [this.#betweenRuns, this.#asked]) {
      if (gap.from <= after && after < gap.to && !this.everySeconds) {
        return finite(gap.to);
      }
    }
    const to = this.#times.next(after);
    this.#asked = { from: after, to: to ?? Infinity };
    return to;
  }

  /**
   * The last run at or before a moment. Undefined: there was none within eight years.
   *
   * @param at - the moment
   * @param countedFrom - for `@every`, from when runs are counted; it is not a run itself. Without it they cannot be told.
   */
  previous(at: number, countedFrom?: number): number | undefined {
    if (!isReasonable(at)) return undefined;
    if (this.everySeconds) {
      return countedFrom === undefined
        ? undefined
        : previousCounted(at, countedFrom, this.everySeconds * 1000);
    }
    const known = this.#betweenRuns;
    if (known.from <= at && at < known.to) return known.from;
    const run = this.#times.previous(at);
    if (run !== undefined) {
      this.#betweenRuns = {
        from: run,
        to: this.#times.next(run) ?? Infinity,
      };
    }
    return run;
  }

  /** Runs after `from` and up to `to`, the earliest first and at most `limit` of them. */
  runsBetween(options: { from: number; to: number; limit: number }): number[] {
    const { from, to, limit } = options;
    const runs: number[] = [];
    let run = this.next(from);
    while (run !== undefined && run <= to && runs.length < limit) {
      runs.push(run);
      run = this.next(run);
    }
    return runs;
  }

  /** The usual time between two runs. Undefined: it never runs twice. */
  get typicalIntervalSeconds(): number | undefined {
    this.#typicalInterval ??=
      this.everySeconds ?? typicalInterval(this.#times) ?? Infinity;
    return finite(this.#typicalInterval);
  }

  /** The longest time between two runs, as over a weekend, changes of the clocks apart. Undefined: it never runs twice. */
  get longestIntervalSeconds(): number | undefined {
    if (this.#calendar) {
      const { fields, wallClock } = this.#calendar;
      this.#longestInterval ??= longestInterval(fields, wallClock) ?? Infinity;
      return finite(this.#longestInterval);
    }
    return this.everySeconds;
  }
}

function previousCounted(
  at: number,
  countedFrom: number,
  interval: number,
): number | undefined {
  const start = Math.floor(countedFrom / 1000) * 1000;
  const count = Math.floor((at - start) / interval);
  return count >= 1 ? start + count * interval : undefined;
}

function isReasonable(moment: number): boolean {
  return Math.abs(moment) < farthest;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
