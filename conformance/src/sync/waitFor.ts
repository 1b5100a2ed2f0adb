import { setTimeout as delay } from 'node:timers/promises';

/** Tries until something does not throw any more, for so many seconds at most; then throws what it threw last. */
export async function waitFor<T>(
  attempt: () => T | Promise<T>,
  options?: { seconds?: number },
): Promise<T> {
  const deadline = Date.now() + (options?.seconds ?? 30) * 1000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
    }
    await delay(50);
  }
}
