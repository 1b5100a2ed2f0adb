import { Database, Observed } from '../../../model';
import { formatDuration } from '../../../quantity';
import { UsableBackups } from '../../backups/usableBackups';
import { describeBackup, describeMoment } from '../../describe';
import { latestOf, momentOf } from '../../moment';
import { Rule } from '../../Rule';

const daySeconds = 86_400;

/**
 * How far back one can really go, as opposed to how far the retention says.
 *
 * The end of the window is the latest moment that facts show, not the present: else the window would grow, and the verdict with it, by
 * nothing happening.
 */
export const windowShort: Rule = {
  id: 'retention/window-short',
  title: 'Recovery window shorter than the objective',
  description:
    'The oldest usable base backup is younger than the objective wants recovery points kept, though the database is old enough.',
  judges: 'facts',
  evaluate({ database, objective, usable, archiving, orders, clock }) {
    const { oldestAt, newestAt } = usable;
    if (oldestAt === undefined || newestAt === undefined) return undefined;
    const retention = objective.retentionSeconds.value;
    // The first backup comes after the database, and the oldest leaves with the next one: one interval either way.
    const tolerance = Math.min(
      Math.max(orders.longestGapSeconds ?? 0, daySeconds),
      retention / 2,
    );
    const createdAt = momentOf(database.createdAt);
    const old =
      createdAt === undefined ||
      clock.hasPassed(createdAt + (retention + tolerance) * 1000);
    if (!old) return undefined;
    const end = latestOf(newestAt, archiving.lastArchivedAt) ?? newestAt;
    const missing = retention - tolerance - (end - oldestAt) / 1000;
    if (missing <= 0) return undefined;
    const unseen = historyCutAt(database, usable);
    if (unseen) {
      return {
        rule: this.id,
        severity: 'info',
        message: `Only the newest ${
          unseen.value
        } backups show, back to ${describeMoment(
          oldestAt,
        )}. Whether the store goes back for the ${formatDuration(
          retention,
        )} of the objective cannot be seen; its retention alone says so.`,
        evidence: [unseen.evidence],
        remedy: remedyOf(usable.points),
      };
    }
    return {
      rule: this.id,
      severity: 'warning',
      message: `The recovery window spans ${formatDuration(
        (end - oldestAt) / 1000,
      )}, from ${describeMoment(oldestAt)} to ${describeMoment(
        end,
      )}; the objective is ${formatDuration(retention)}.`,
      // The oldest may be the newest, too.
      evidence: [
        ...new Set([
          usable.points[usable.points.length - 1].evidence,
          ...usable.evidence,
        ]),
      ],
      ceiling: 'at-risk',
      remedy: `Find out who deletes ${describeBackup(
        database,
      )}s; if they began only lately, the window grows with every further one.`,
    };
  },
};

/** A CronJob shows as many dumps as it keeps jobs (batch/v1 CronJobSpec). */
function remedyOf(points: UsableBackups['points']): string {
  return points[points.length - 1].method === 'dump-job'
    ? 'Look into the store, or have its CronJob keep more jobs (successfulJobsHistoryLimit).'
    : 'Look into the store, or let its operator show more of them.';
}

/** The limit up to which the store with the oldest backup shows its backups, where it has reached it. */
function historyCutAt(
  { stores }: Database,
  { points }: UsableBackups,
): Observed<number> | undefined {
  const oldest = points[points.length - 1];
  const limit = stores.find(({ id }) => id === oldest.storeId)?.historyLimit;
  const shown = points.filter(({ storeId }) => storeId === oldest.storeId);
  return limit && shown.length >= limit.value ? limit : undefined;
}
