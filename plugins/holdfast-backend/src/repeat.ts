import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { wait } from './sync/wait';

/**
 * Does something again and again until the signal. A failure is logged, and the next try comes all the same.
 */
export async function repeat<T>(options: {
  /** What it is, for the log: `Reading the catalog`. */
  title: string;
  /** How long to pause after what came of it; undefined after a failure. In ms. */
  pauseMs: (result: T | undefined) => number;
  logger: LoggerService;
  signal: AbortSignal;
  work: () => Promise<T>;
}): Promise<void> {
  const { title, pauseMs, logger, signal, work } = options;
  while (!signal.aborted) {
    let result: T | undefined;
    try {
      result = await work();
    } catch (error) {
      if (!signal.aborted) {
        logger.error(`${title} failed`, toError(error));
      }
    }
    await wait(pauseMs(result), signal);
  }
}
