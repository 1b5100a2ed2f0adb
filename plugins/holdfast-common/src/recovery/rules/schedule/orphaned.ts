import { describeMoment } from '../../describe';
import { Rule } from '../../Rule';

/** Backups outlive the order that they were taken by, and look like one that still runs. */
export const scheduleOrphaned: Rule = {
  id: 'schedule/orphaned',
  title: 'Backups of a schedule that is gone',
  description:
    'The newest backups were taken by a schedule that no longer exists: none will follow, and those that are left will expire.',
  judges: 'facts',
  evaluate({ usable, orders }) {
    const newest = [...usable.points, ...usable.uncertain].find(
      ({ schedule }) => schedule,
    );
    const schedule = newest?.schedule;
    if (!newest || !schedule || schedule.exists !== false) return undefined;
    const isReplaced = orders.active.length > 0;
    return {
      rule: this.id,
      severity: isReplaced ? 'info' : 'warning',
      message: `${newest.object.name} of ${describeMoment(
        newest.consistentAt,
      )} was taken by the schedule ${schedule.name}, which no longer exists.${
        newest.expiresAt === undefined
          ? ''
          : ` It expires on ${describeMoment(newest.expiresAt)}.`
      } ${
        isReplaced
          ? 'Another schedule takes backups.'
          : 'No other schedule takes any.'
      }`,
      evidence: [schedule.evidence, newest.evidence],
      ...(!isReplaced && { ceiling: 'at-risk' }),
      remedy: isReplaced
        ? 'Nothing: the backups go when they expire.'
        : `Create the schedule ${schedule.name} again, or another one.`,
    };
  },
};
