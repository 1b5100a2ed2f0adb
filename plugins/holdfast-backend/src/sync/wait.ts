import { setTimeout as timeout } from 'node:timers/promises';

/**
 * Waits for some ms, or until the signal is aborted. Does not throw.
 */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await timeout(ms, undefined, { signal });
  } catch {
    // Whoever waits looks at the signal.
  }
}
