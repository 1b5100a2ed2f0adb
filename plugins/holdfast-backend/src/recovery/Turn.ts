import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long work may keep everything else from running, in ms. */
const TURN_MS = 20;

/**
 * Lets others run when a piece of work takes long.
 */
export class Turn {
  #began = performance.now();

  async yieldWhenLong(): Promise<void> {
    if (performance.now() - this.#began > TURN_MS) {
      await nextTurn();
      this.#began = performance.now();
    }
  }
}
