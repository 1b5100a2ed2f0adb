/** What has to be ended, the last begun first, and only once: when the work is done, or when somebody interrupts it. */
export class Endings {
  readonly #ends: Array<() => Promise<unknown>> = [];
  readonly #say: (line: string) => void;
  #running?: Promise<void>;

  static create(say: (line: string) => void): Endings {
    return new Endings(say);
  }

  private constructor(say: (line: string) => void) {
    this.#say = say;
  }

  add(end: () => Promise<unknown>): void {
    this.#ends.push(end);
  }

  /** One that fails is told, and does not keep the others from being ended. */
  run(): Promise<void> {
    this.#running ??= this.#run();
    return this.#running;
  }

  /** From now on an interruption ends what was begun, and then this process. */
  takeSignals(): void {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      // A backend that was started in this process would end it at once.
      process.removeAllListeners(signal);
      process.on(signal, () => {
        this.#say(`${signal}: ending what was begun`);
        void this.run().finally(() => process.exit(130));
      });
    }
  }

  async #run(): Promise<void> {
    for (const end of this.#ends.toReversed()) {
      await end().catch((error: Error) => this.#say(error.message));
    }
  }
}
