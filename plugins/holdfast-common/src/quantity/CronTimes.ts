/** Moments at which something runs. Times are milliseconds since the epoch, and runs are on whole seconds. */
export interface CronTimes {
  /** The first run after a moment; undefined if there is none within five years. */
  next(after: number): number | undefined;
  /** The last run at or before a moment; undefined if there was none within eight years. */
  previous(at: number): number | undefined;
}
