/**
 * A sleep that can be ended from elsewhere. A call that comes while nobody sleeps ends the next sleep.
 */
export class Wakeup {
  #called = false;
  #end: (() => void) | undefined;

  wake(): void {
    this.#called = true;
    this.#end?.();
  }

  async sleep(options: { ms: number; signal: AbortSignal }): Promise<void> {
    const { ms, signal } = options;
    if (!this.#called && !signal.aborted) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, ms);
        this.#end = () => {
          clearTimeout(timer);
          resolve();
        };
        signal.addEventListener('abort', this.#end, { once: true });
      });
      if (this.#end) {
        signal.removeEventListener('abort', this.#end);
      }
    }
    this.#end = undefined;
    this.#called = false;
  }
}
