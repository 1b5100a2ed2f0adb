import { CronTimes } from './CronTimes';

/** Runs a fixed time after one another. Where the counting begins is only known to the operator. */
export class IntervalTimes implements CronTimes {
  readonly seconds: number;

  constructor(seconds: number) {
    this.seconds = seconds;
  }

  next(after: number): number {
    return (Math.floor(after / 1000) + this.seconds) * 1000;
  }

  previous(): undefined {
    return undefined;
  }
}
