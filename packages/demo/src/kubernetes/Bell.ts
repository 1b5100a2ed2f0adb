/** Wakes one waiting reader. A ring while nobody waits is not lost: the next wait ends at once. */
export class Bell {
  #rung = false;
  #wake?: () => void;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Waits for a ring, at most for so many milliseconds. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>(resolve => {
        this.#wake = resolve;
        if (milliseconds < 2 ** 31) {
          const timer = setTimeout(resolve, milliseconds);
          this.#wake = () => {
            clearTimeout(timer);
            resolve();
          };
        }
      });
    }
    this.#wake = undefined;
    this.#rung = false;
  }
}
