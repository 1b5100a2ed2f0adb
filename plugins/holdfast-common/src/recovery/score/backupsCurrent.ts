import { baseBackupState } from '../backups/baseBackupState';
import { describeMoment } from '../describe';
import { areaOf, gradeByFindings } from './gradeByFindings';
import { ScoreControl } from './Score';

const areas: ReadonlySet<string> = new Set([
  'archiving',
  'base-backup',
  'coverage',
  'persistence',
  'schedule',
  'store',
]);

/** How many copies there are and where is worth points of its own. */
const elsewhere: ReadonlySet<string> = new Set([
  'store/one-tier',
  'store/same-cluster',
  'store/same-region',
]);

/** Backup Audit Manager's controls "protected by a plan" and "last recovery point created". */
export const backupsCurrent: ScoreControl = {
  id: 'backups/current',
  title: 'Backups are taken by a schedule, and the last one is in time',
  possible: 8,
  grade(context) {
    const { findings, orders, usable } = context;
    const found = gradeByFindings(
      findings,
      finding => areas.has(areaOf(finding)) && !elsewhere.has(finding.rule),
    );
    if (found) return found;
    if (usable.newestAt === undefined) {
      return baseBackupState(context) === 'uncertain'
        ? {
            state: 'unknown',
            message: 'Whether there is a usable backup is not told.',
          }
        : {
            state: 'not-met',
            message: 'There is no usable backup.',
            earn: 'Schedule backups of this database.',
          };
    }
    if (!orders.active.length) {
      return {
        state: 'not-met',
        message: `No schedule takes backups; the last one is of ${describeMoment(
          usable.newestAt,
        )}.`,
        earn: 'Schedule backups, daily or weekly.',
        rules: ['schedule/none'],
      };
    }
    return {
      state: 'met',
      message: `The last usable backup is of ${describeMoment(
        usable.newestAt,
      )}, and a schedule takes the next.`,
    };
  },
};
