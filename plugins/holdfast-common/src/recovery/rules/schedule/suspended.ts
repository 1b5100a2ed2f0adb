import { currentHoldOf } from '../../deletion/holdOf';
import { describeMoment } from '../../describe';
import { Rule } from '../../Rule';

/** Suspended for an hour, forgotten for months. */
export const scheduleSuspended: Rule = {
  id: 'schedule/suspended',
  title: 'Schedule suspended',
  description:
    'A backup schedule is suspended. Without another one, no base backup is taken by itself.',
  judges: 'arrangement',
  evaluate({ database, orders, clock }) {
    const replaced = orders.active.length > 0;
    // Nothing can be backed up that sleeps, and nothing changes that would have to be.
    const held = currentHoldOf(database, clock) !== undefined;
    const harmless = replaced || held;
    const consequence = consequenceOf({ replaced, held });
    return orders.all
      .filter(({ state }) => state === 'suspended')
      .map(({ schedule }) => {
        const { object, suspended, lastScheduledAt } = schedule;
        const last = lastScheduledAt
          ? ` It last ran on ${describeMoment(lastScheduledAt.value)}.`
          : '';
        return {
          rule: this.id,
          severity: harmless ? 'info' : 'warning',
          message: `The schedule ${object.name} is suspended.${last} ${consequence}`,
          evidence: lastScheduledAt
            ? [suspended.evidence, lastScheduledAt.evidence]
            : [suspended.evidence],
          ...(!harmless && { ceiling: 'at-risk' }),
          remedy: held
            ? 'Leave it until the database is deleted, or resume it with the database.'
            : 'Resume the schedule, or delete it if another replaces it.',
        };
      });
  },
};

function consequenceOf(options: { replaced: boolean; held: boolean }): string {
  if (options.replaced) return 'Another one takes backups.';
  return options.held
    ? 'The database is held and takes no writes.'
    : 'No other one takes backups.';
}
