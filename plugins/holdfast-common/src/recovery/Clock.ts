import { Instant } from '../model';

/** The last moment that JavaScript can write as a date. */
const lastMoment = 8.64e15;

/**
 * The time of an assessment. Rules ask it instead of comparing times themselves, so that it can tell when the next answer would differ.
 *
 * @public
 */
export class Clock {
  readonly #now: number;
  #next = Infinity;

  constructor(now: number) {
    this.#now = now;
  }

  /** Milliseconds since the epoch. Do not compare with it: use {@link Clock.hasPassed}, else the change goes unnoticed. */
  get now(): number {
    return this.#now;
  }

  /**
   * Whether a moment (milliseconds since the epoch) lies in the past; if not, it is when to look again. What is no moment (`NaN`)
   * counts as past, since everything here gets worse with age.
   */
  hasPassed(moment: number): boolean {
    if (moment > this.#now) {
      if (moment < this.#next) this.#next = moment;
      return false;
    }
    return true;
  }

  /** The earliest moment at which an answer given so far would be another one. */
  get reassessAt(): Instant | undefined {
    return this.#next <= lastMoment
      ? new Date(this.#next).toISOString()
      : undefined;
  }
}
