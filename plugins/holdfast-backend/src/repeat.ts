import { setTimeout as sleep } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/**
 * Does something again and again until the signal, sooner again after a failure.
 */
export async function repeat(options: {
  /** What it is, for the log: `Reading the catalog`. */
  title: string;
  everyMs: number;
  afterFailureMs: number;
  logger: LoggerService;
  signal: AbortSignal;
  work: (signal: AbortSignal) => Promise<void>;
}): Promise<void> {
  const { title, everyMs, afterFailureMs, logger, signal, work } = options;
  while (!signal.aborted) {
    let pauseMs = everyMs;
    try {
      await work(signal);
    } catch (error) {
      if (!signal.aborted) {
        logger.error(`${title} failed`, toError(error));
      }
      pauseMs = afterFailureMs;
    }
    // Rejected when the signal comes, which the loop sees by itself.
    await sleep(pauseMs, undefined, { signal }).catch(() => {});
  }
}
