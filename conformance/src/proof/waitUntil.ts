import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks until there is an answer. What cannot be answered just now, as while an API server or a primary is away, is asked again.
 *
 * @throws Error that says what did not come within the time, and what went wrong last
 */
export async function waitUntil<T>(options: {
  what: string;
  seconds: number;
  ask: () => Promise<T | undefined | false>;
  everyMilliseconds?: number;
}): Promise<T> {
  const { what, seconds, ask, everyMilliseconds = 500 } = options;
  const deadline = performance.now() + seconds * 1000;
  let last = '';
  while (performance.now() < deadline) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = ` (${error instanceof Error ? error.message : error})`;
    }
    await delay(everyMilliseconds);
  }
  throw new Error(`${what} did not come within ${seconds} s${last}`);
}
