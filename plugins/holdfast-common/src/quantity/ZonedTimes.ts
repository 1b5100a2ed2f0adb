import { CronTimes } from './CronTimes';
import { TimeZone } from './TimeZone';

/** More changes of the offset than a zone has in five years. */
const mostChanges = 50;

/**
 * Runs by the wall clock of a time zone, as robfig/cron 3 has them: a time that summer time skips has no run that day, a time that
 * it repeats has two. (On the day of a change by half an hour, or at midnight, robfig/cron itself may miss runs; this does not.)
 */
export class ZonedTimes implements CronTimes {
  readonly #wallClock: CronTimes;
  readonly #zone: TimeZone;

  /** @param wallClock - the runs as if local time were UTC */
  constructor(wallClock: CronTimes, zone: TimeZone) {
    this.#wallClock = wallClock;
    this.#zone = zone;
  }

  next(after: number): number | undefined {
    let from = after;
    let offset = this.#zone.offsetAt(from);
    let searchFrom = from + offset;
    for (let changes = 0; changes < mostChanges; changes++) {
      const wall = this.#wallClock.next(searchFrom);
      if (wall === undefined) return undefined;
      const run = wall - offset;
      const change = this.#zone.firstChange(from, run);
      if (change === undefined) return run;
      // The run lies beyond the change: look again with the clock that holds from there, whose first moment counts.
      from = change;
      offset = this.#zone.offsetAt(from);
      searchFrom = from + offset - 1;
    }
    return undefined;
  }

  previous(at: number): number | undefined {
    let to = at;
    for (let changes = 0; changes < mostChanges; changes++) {
      const offset = this.#zone.offsetAt(to);
      const wall = this.#wallClock.previous(to + offset);
      if (wall === undefined) return undefined;
      const run = wall - offset;
      const change = this.#zone.lastChange(run, to);
      if (change === undefined) return run;
      to = change - 1;
    }
    return undefined;
  }
}
