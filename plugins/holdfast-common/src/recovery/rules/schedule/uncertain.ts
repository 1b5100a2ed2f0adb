import { Rule } from '../../Rule';

/** What may back the database up is no backup of it yet, and no ground to say that there is none. */
export const scheduleUncertain: Rule = {
  id: 'schedule/uncertain',
  title: 'A job that may back this database up',
  description:
    'A job looks as if it backed this database up, but its manifest does not show which server it reads, or where to it writes.',
  judges: 'arrangement',
  evaluate({ orders, usable }) {
    return orders.all.flatMap(({ schedule }) => {
      const { uncertain, object, expression } = schedule;
      if (!uncertain) return [];
      const decides = usable.points.length === 0;
      return {
        rule: this.id,
        severity: decides ? 'warning' : 'info',
        message: `${object.kind.split('.')[0]} ${
          object.name
        } may back this database up, and that cannot be told: ${
          uncertain.value
        }.`,
        evidence: [uncertain.evidence, expression.evidence],
        ...(decides && { ceiling: 'unknown' }),
        remedy:
          'Write the host name of the server and the place of the dump into the arguments or the environment of the job, in plain text: neither is a secret.',
      };
    });
  },
};
