import { formatDuration } from '../../../quantity';
import { describeMoment } from '../../describe';
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
      remedy:
        'Find out who deletes base backups; if backups began only lately, the window grows with every further one.',
    };
  },
};
