const FIRST_CEILING_MS = 1_000;
const LAST_CEILING_MS = 60_000;

/**
 * How long to wait after failures in a row: any time up to a ceiling that doubles from 1 s to 60 s, so that many who failed together
 * do not come back together.
 *
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export class Backoff {
  readonly #random: () => number;
  #failures = 0;

  static create(options?: { random?: () => number }): Backoff {
    return new Backoff(options?.random ?? Math.random);
  }

  private constructor(random: () => number) {
    this.#random = random;
  }

  /** Notes a failure and returns how long to wait, in ms. */
  next(): number {
    const ceiling = Math.min(
      LAST_CEILING_MS,
      FIRST_CEILING_MS * 2 ** Math.min(this.#failures, 16),
    );
    this.#failures += 1;
    return this.#random() * ceiling;
  }

  /** Notes a success. */
  reset(): void {
    this.#failures = 0;
  }
}
