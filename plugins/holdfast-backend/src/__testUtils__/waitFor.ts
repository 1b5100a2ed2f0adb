import { setTimeout as timeout } from 'node:timers/promises';

/**
 * Tries until something does not throw any more, for 10 s at most.
 */
export async function waitFor<T>(attempt: () => T | Promise<T>): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
    }
    await timeout(10);
  }
}
