import { InputError } from '@backstage/errors';
import { CronDialect } from './cron';
import { CronSchedule } from './CronSchedule';

/**
 * What came of reading an expression: the schedule, or in words why its operator refuses it.
 *
 * @public
 */
export type CronReading =
  | { schedule: CronSchedule; problem?: undefined }
  | { schedule?: undefined; problem: string };

/** A fleet has far fewer different expressions than schedules. */
const mostRemembered = 1000;
const remembered = new Map<string, CronReading>();

/**
 * Reads an expression without throwing, and remembers what it has read: asking again costs next to nothing.
 *
 * @public
 */
export function readCron(
  expression: string,
  options: {
    /** Who reads the expression. */
    dialect: CronDialect;
    /** The zone beside the expression, `spec.timeZone` of a CronJob. */
    timeZone?: string;
  },
): CronReading {
  const { dialect, timeZone } = options;
  const key = `${dialect} ${timeZone ?? ''} ${expression}`;
  let reading = remembered.get(key);
  if (!reading) {
    reading = read(expression, { dialect, timeZone });
    if (remembered.size >= mostRemembered) {
      // A Map keeps the order of insertion: the first is the oldest.
      for (const oldest of remembered.keys()) {
        remembered.delete(oldest);
        break;
      }
    }
    remembered.set(key, reading);
  }
  return reading;
}

function read(
  expression: string,
  options: { dialect: CronDialect; timeZone?: string },
): CronReading {
  try {
    return { schedule: CronSchedule.parse(expression, options) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { problem: error.message };
  }
}
