import { describeMoment } from '../../describe';
import { Rule } from '../../Rule';

/** Suspended for an hour, forgotten for months. */
export const scheduleSuspended: Rule = {
  id: 'schedule/suspended',
  title: 'Schedule suspended',
  description:
    'A backup schedule is suspended. Without another one, no base backup is taken by itself.',
  judges: 'arrangement',
  evaluate({ orders }) {
    const replaced = orders.active.length > 0;
    return orders.all
      .filter(({ state }) => state === 'suspended')
      .map(({ schedule }) => {
        const { object, suspended, lastScheduledAt } = schedule;
        const last = lastScheduledAt
          ? ` It last ran on ${describeMoment(lastScheduledAt.value)}.`
          : '';
        return {
          rule: this.id,
          severity: replaced ? 'info' : 'warning',
          message: `The schedule ${object.name} is suspended.${last} ${
            replaced
              ? 'Another one takes backups.'
              : 'No other one takes backups.'
          }`,
          evidence: lastScheduledAt
            ? [suspended.evidence, lastScheduledAt.evidence]
            : [suspended.evidence],
          ...(!replaced && { ceiling: 'at-risk' }),
          remedy: 'Resume the schedule, or delete it if another replaces it.',
        };
      });
  },
};
