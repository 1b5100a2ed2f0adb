import { holdOf } from '../../deletion/holdOf';
import { describeDate } from '../../describe';
import { Rule } from '../../Rule';

/** Out of service on purpose, and for how long. */
export const healthHeld: Rule = {
  id: 'health/held',
  title: 'The database is held before it is deleted',
  description:
    'The database was put to sleep with a date until which it is kept. Until then nobody expects new backups of it; afterwards somebody has to decide.',
  judges: 'facts',
  evaluate({ database, clock }) {
    const hold = holdOf(database, clock);
    if (!hold) return undefined;
    const { evidence } = database.health;
    const date = describeDate(hold.until);
    return hold.ended
      ? {
          rule: this.id,
          severity: 'warning',
          message: `The hold ended on ${date}, and the database still sleeps on its volumes. No backup is taken, and its volumes go on costing.`,
          evidence,
          remedy:
            'Go on with its decommissioning, which deletes it, or wake it if it is needed.',
        }
      : {
          rule: this.id,
          severity: 'info',
          message: `The database is out of service and held until ${date}: it sleeps on its volumes, and nothing is written that would have to be backed up.`,
          evidence,
          remedy: 'Wake it before that day if it is still needed.',
        };
  },
};
