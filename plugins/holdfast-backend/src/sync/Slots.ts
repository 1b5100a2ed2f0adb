/**
 * A number of slots for work that should not all be done at once. Whoever waits longest is next.
 */
export class Slots {
  #free: number;
  readonly #waiting: Array<{ begin: () => void }> = [];

  static create(options: { count: number }): Slots {
    return new Slots(options.count);
  }

  private constructor(count: number) {
    this.#free = count;
  }

  /**
   * Waits for a slot and returns what gives it back; calling that again does nothing.
   *
   * @throws the signal's reason when it is aborted first
   */
  async acquire(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#free > 0) {
      this.#free -= 1;
    } else {
      await this.#wait(signal);
    }
    let held = true;
    return () => {
      if (held) {
        held = false;
        this.#release();
      }
    };
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const turn = { begin: () => {} };
      const onAbort = () => {
        this.#waiting.splice(this.#waiting.indexOf(turn), 1);
        reject(signal.reason);
      };
      turn.begin = () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      this.#waiting.push(turn);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  #release(): void {
    const next = this.#waiting.shift();
    if (next) {
      next.begin();
    } else {
      this.#free += 1;
    }
  }
}
