import { isError } from '@backstage/errors';
import { InputProblem } from '../api/inputProblemsOf';
import { formatDuration, parseDuration } from '../quantity';
import { problemWith } from '../provisioning/postgresql/problemsWith';

const daySeconds = 86_400;
/** Long enough that somebody comes back from leave, and that a weekly job has missed the database once. */
const leastHoldDays = 7;
/** A hold is no archive: volumes cost, and nobody patches what sleeps. */
const mostHoldDays = 365;
const mostKeepDays = 3650;
const longestReason = 200;

/**
 * What is asked for when a database is to be taken out of service, as it was typed.
 *
 * @public
 */
export interface DecommissionInputs {
  reason: string;
  /** The name of the database once more. */
  confirm: string;
  /** Default: true. */
  finalBackup?: boolean;
  /** Days or weeks, `30d`, `4w`. Default: 30d. */
  hold?: string;
  /** Days or weeks for which the backups are to be kept after the hold. Default: 90d. */
  keepBackups?: string;
}

/**
 * The same with its defaults, in numbers.
 *
 * @public
 */
export interface DecommissionWish {
  reason: string;
  finalBackup: boolean;
  holdDays: number;
  keepDays: number;
}

/**
 * Reads what was asked for, and says field by field what is wrong with it.
 *
 * @param context - the database, and for how long it has to be restorable by its objective: that still holds for what was written in its last days
 * @public
 */
export function validateDecommission(
  inputs: DecommissionInputs,
  context: { name: string; retentionSeconds?: number },
): { wish: DecommissionWish; problems: InputProblem[] } {
  const { reason, confirm, finalBackup = true } = inputs;
  const { name, retentionSeconds = 0 } = context;
  const problems: InputProblem[] = [];
  const words = reason.trim();
  if (
    !words ||
    words.length > longestReason ||
    /[\p{Cc}\p{Zl}\p{Zp}"\\{}<>`$]/u.test(words)
  ) {
    problems.push(
      problemWith(
        'reason',
        reason,
        `is no reason: write one line of at most ${longestReason} characters, without " \\ { } < > \` and $`,
      ),
    );
  }
  if (confirm !== name) {
    problems.push(
      problemWith(
        'confirm',
        confirm,
        `is not the name of the database: write ${name} to confirm`,
      ),
    );
  }
  const days = (
    field: 'hold' | 'keepBackups',
    options: { byDefault: string; least: number; most: number; why: string },
  ): number => {
    const { byDefault, least, most, why } = options;
    const text = inputs[field] ?? byDefault;
    const seconds = /^[1-9][0-9]*[dw]$/.test(text)
      ? secondsOf(text)
      : undefined;
    if (seconds === undefined) {
      problems.push(
        problemWith(
          field,
          text,
          `is not a time of days or weeks: write for example ${byDefault}`,
        ),
      );
      return least;
    }
    const count = seconds / daySeconds;
    if (count < least || count > most) {
      const limit = count < least ? least : most;
      problems.push(
        problemWith(
          field,
          text,
          `is ${count < least ? 'shorter' : 'longer'} than ${formatDuration(
            limit * daySeconds,
          )}${count < least ? `, ${why}` : ''}: write at ${
            count < least ? 'least' : 'most'
          } ${limit}d`,
        ),
      );
    }
    return count;
  };
  const wish = {
    reason: words,
    finalBackup,
    holdDays: days('hold', {
      byDefault: '30d',
      least: leastHoldDays,
      most: mostHoldDays,
      why: 'in which nobody would notice that the database is missed',
    }),
    keepDays: days('keepBackups', {
      byDefault: '90d',
      least: Math.max(1, Math.ceil(retentionSeconds / daySeconds)),
      most: mostKeepDays,
      why: 'for which its objective wants it to be restorable',
    }),
  };
  return { wish, problems };
}

function secondsOf(text: string): number | undefined {
  try {
    return parseDuration(text);
  } catch (error) {
    if (isError(error)) return undefined;
    throw error;
  }
}
