import { describeStore } from '../../describe';
import { Rule } from '../../Rule';

/** CloudNativePG: the default method of a ScheduledBackup is `barmanObjectStore`, also where the plugin archives. */
export const scheduleMethodMismatch: Rule = {
  id: 'schedule/method-mismatch',
  title: 'Schedule by another method than the archiver',
  description:
    'A schedule takes backups by a method that the database is not set up for; they fail, or lie where no WAL continues them.',
  judges: 'arrangement',
  evaluate({ orders, usable }) {
    return orders.all
      .filter(({ state }) => state === 'mismatched')
      .map(({ schedule }) => ({
        rule: this.id,
        severity: 'warning',
        message: `The schedule ${schedule.object.name} takes backups by ${
          schedule.method
        }, but the database is set up for ${
          usable.store?.method ?? 'another method'
        } (${describeStore(usable.store)}).`,
        evidence: [schedule.expression.evidence],
        ceiling: 'at-risk',
        remedy: `Set the method of ${schedule.object.name} to that of the archiver; with the Barman Cloud plugin it has to be named as such.`,
      }));
  },
};
