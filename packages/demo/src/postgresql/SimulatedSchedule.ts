import { Cron } from 'croner';
import { ScheduleTraits } from '../fleet/DatabaseTraits';

/** The standing order for a database's backups, and where it stands. */
export class SimulatedSchedule {
  readonly name: string;
  readonly expression: string;
  readonly method: 'plugin' | 'barmanObjectStore' | 'volumeSnapshot';
  readonly suspended: boolean;
  readonly #cron: Cron;
  #lastRun?: Date;
  #nextRun: Date;

  constructor(options: {
    database: string;
    traits: ScheduleTraits;
    now: Date;
  }) {
    const { database, traits, now } = options;
    this.name = `${database}-backup`;
    this.expression = traits.expression;
    this.method = traits.method ?? 'plugin';
    this.suspended = traits.suspendedDaysAgo !== undefined;
    this.#cron = new Cron(traits.runsAs ?? traits.expression, {
      timezone: 'UTC',
      paused: true,
    });
    this.#nextRun = this.#after(now);
  }

  get lastRun(): Date | undefined {
    return this.#lastRun;
  }

  get nextRun(): Date {
    return this.#nextRun;
  }

  /** Runs before a moment, oldest first. */
  runsBefore(moment: Date, count: number): Date[] {
    return this.#cron.previousRuns(count, moment).reverse();
  }

  /** Notes that it ran. */
  ran(at: Date): void {
    this.#lastRun = at;
    this.#nextRun = this.#after(at);
  }

  #after(moment: Date): Date {
    const next = this.#cron.nextRun(moment);
    if (!next) throw new RangeError(`"${this.expression}" never runs`);
    return next;
  }
}
