import { isDeepStrictEqual } from 'node:util';
import { Cron } from 'croner';
import { ScheduleTraits } from './DatabaseTraits';
import { BackupMethod } from './SimulatedBackup';

/** The standing order for a database's backups, and where it stands. */
export class SimulatedSchedule {
  readonly name: string;
  readonly expression: string;
  readonly method: BackupMethod;
  readonly suspended: boolean;
  /** Its operator never took notice of it. */
  readonly unnoticed: boolean;
  readonly createdAt: Date;
  /** What its Backups belong to and are deleted with. */
  readonly backupOwner: 'none' | 'self' | 'cluster';
  readonly #traits: ScheduleTraits;
  readonly #cron: Cron;
  #lastRun?: Date;
  #nextRun: Date;

  constructor(options: {
    database: string;
    traits: ScheduleTraits;
    createdAt: Date;
    now: Date;
  }) {
    const { database, traits, createdAt, now } = options;
    this.#traits = traits;
    this.name = traits.name ?? `${database}-backup`;
    this.expression = traits.expression;
    this.method = traits.method ?? 'plugin';
    this.suspended = traits.suspendedDaysAgo !== undefined;
    this.unnoticed = traits.unnoticed ?? false;
    this.backupOwner = traits.backupOwner ?? 'self';
    this.createdAt = createdAt;
    this.#cron = new Cron(traits.runsAs ?? traits.expression, {
      timezone: 'UTC',
      paused: true,
    });
    this.#nextRun = traits.immediate ? createdAt : this.#after(now);
  }

  /** Whether it stands as these traits say. */
  isOf(traits: ScheduleTraits): boolean {
    return isDeepStrictEqual(traits, this.#traits);
  }

  /** Whether its next run is the one that does not wait for the clock. */
  get isImmediate(): boolean {
    return this.#traits.immediate === true && this.#lastRun === undefined;
  }

  /** Whether it asks for one backup as soon as it is made. */
  get asksAtOnce(): boolean {
    return this.#traits.immediate === true;
  }

  /** Whether its operator follows it. */
  get active(): boolean {
    return !this.suspended && !this.unnoticed;
  }

  get lastRun(): Date | undefined {
    return this.#lastRun;
  }

  get nextRun(): Date {
    return this.#nextRun;
  }

  /**
   * Runs before a moment, oldest first: back to the first one before another moment, but none from before it was made.
   *
   * @param most - how many at most, the newest ones
   */
  runsBetween(from: Date, until: Date, most: number): Date[] {
    const runs: Date[] = [];
    let before = until;
    while (runs.length < most && before > from) {
      // One by one: looking for runs takes long, so none is looked for that is not needed.
      const [run] = this.#cron.previousRuns(1, before);
      if (!run || run < this.createdAt) break;
      runs.push(run);
      before = run;
    }
    return runs.reverse();
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
