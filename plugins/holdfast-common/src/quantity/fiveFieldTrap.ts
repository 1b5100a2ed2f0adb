import { CronSchedule } from './CronSchedule';
import { readCron } from './readCron';

/**
 * An expression of five fields that CloudNativePG takes for something else than cron does elsewhere.
 *
 * @public
 */
export interface FiveFieldTrap {
  /** When it runs: the first field is seconds, and the day of the week is left out. */
  actual: CronSchedule;
  /** When it would run in a crontab, which is most likely what was meant. */
  intended: CronSchedule;
  /** The expression that runs as intended. */
  suggestion: string;
}

/**
 * Finds out whether CloudNativePG reads an expression otherwise than it looks: with five fields, `0 2 * * *` is not 02:00 every day but
 * minute 2 of every hour. Undefined for what has no second reading: six fields, descriptors, and what no crontab would take.
 *
 * @public
 */
export function findFiveFieldTrap(
  expression: string,
): FiveFieldTrap | undefined {
  const fields = expression.split(/\s+/).filter(Boolean);
  if (fields.length !== 5) return undefined;
  const actual = readCron(expression, { dialect: 'cloudnative-pg' }).schedule;
  const suggestion = `0 ${fields.join(' ')}`;
  const intended = readCron(suggestion, { dialect: 'cloudnative-pg' }).schedule;
  return actual && intended && { actual, intended, suggestion };
}
