/** Something that had to be true, and what was seen. */
export interface Check {
  what: string;
  held: boolean;
  seen: string;
}

/** One step of the proof of one repository. */
export interface Step {
  repository: string;
  name: string;
  /** Wall clock of the whole step. */
  seconds: number;
  checks: Check[];
}

/** How a step says what it saw; a check that does not hold is counted and the step goes on. */
export type CheckThat = (what: string, held: boolean, seen: string) => void;

/** What was done and seen, in order, told as it happens. */
export class Journal {
  readonly steps: Step[] = [];
  readonly #say: (line: string) => void;

  static create(say: (line: string) => void): Journal {
    return new Journal(say);
  }

  private constructor(say: (line: string) => void) {
    this.#say = say;
  }

  /**
   * Does a step and notes how long it took. One that throws has failed, by a check of its own.
   *
   * @returns whether it came to its end, so that what builds upon it can be left out
   */
  async step(
    repository: string,
    name: string,
    act: (check: CheckThat) => Promise<void>,
  ): Promise<boolean> {
    const checks: Check[] = [];
    const began = performance.now();
    const elapsed = () => (performance.now() - began) / 1000;
    this.#say(`\n--- ${repository}: ${name}`);
    const check: CheckThat = (what, held, seen) => {
      checks.push({ what, held, seen });
      this.#say(
        `${held ? 'held  ' : 'FAILED'} ${elapsed()
          .toFixed(0)
          .padStart(4)} s  ${what}: ${seen}`,
      );
    };
    let ended = true;
    await act(check).catch((error: Error) => {
      ended = false;
      check('the step came to its end', false, error.message);
    });
    this.steps.push({ repository, name, seconds: elapsed(), checks });
    return ended;
  }

  /** Counts as every other step of the gate leaves them, see tools/results.mjs. */
  results(): {
    name: string;
    passed: number;
    failed: number;
    skipped: string[];
  }[] {
    return this.steps.map(({ repository, name, checks }) => ({
      name: `${repository}: ${name}`,
      passed: checks.filter(({ held }) => held).length,
      failed: checks.filter(({ held }) => !held).length,
      skipped: [],
    }));
  }
}
