import {
  arrangementUnread,
  hasArrangement,
} from '../../backups/baseBackupState';
import { describeBackup, describeMoment } from '../../describe';
import { Finding } from '../../Finding';
import { Rule } from '../../Rule';

/** CloudNativePG's documentation calls one base backup a week enough for most. */
const longestWithoutSeconds = 7 * 86_400;

/** What nobody orders happens by chance. */
export const noSchedule: Rule = {
  id: 'schedule/none',
  title: 'No backup schedule',
  description:
    'Nothing takes base backups by itself, so that a restore replays more WAL every day.',
  judges: 'arrangement',
  evaluate(context) {
    const { database, orders, usable, clock } = context;
    if (orders.all.length || !hasArrangement(context)) return undefined;
    const unread =
      arrangementUnread(database) ||
      database.missing.some(({ area }) => area === 'schedules');
    if (unread) return undefined;
    const backup = describeBackup(database);
    const finding: Finding = {
      rule: this.id,
      severity: 'warning',
      message: `No schedule takes ${backup}s of this database.`,
      evidence: [database.archiving.configured.evidence],
      remedy: `Schedule ${backup}s, daily or weekly.`,
    };
    const { newestAt } = usable;
    if (newestAt === undefined) return finding;
    return clock.hasPassed(newestAt + longestWithoutSeconds * 1000)
      ? {
          ...finding,
          message: `${
            finding.message
          } The newest ${backup} is of ${describeMoment(
            newestAt,
          )}, more than 7 d ago.`,
          evidence: usable.evidence,
          ceiling: 'at-risk',
        }
      : finding;
  },
};
