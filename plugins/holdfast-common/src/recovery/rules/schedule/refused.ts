import { Rule } from '../../Rule';

/** A schedule that its operator cannot follow runs never. */
export const scheduleRefused: Rule = {
  id: 'schedule/refused',
  title: 'Schedule that cannot be followed',
  description:
    'The expression of a schedule cannot be read, or its operator reports an error for it, so that it does not run.',
  judges: 'arrangement',
  evaluate({ orders }) {
    return orders.all
      .filter(({ state }) => state === 'refused')
      .map(({ schedule, problem }) => ({
        rule: this.id,
        severity: 'warning',
        message: `The schedule ${schedule.object.name} does not run: ${problem}`,
        evidence: [
          schedule.expression.evidence,
          ...(schedule.error ? [schedule.error.evidence] : []),
        ],
        ceiling: 'at-risk',
        remedy: `Write the schedule as its operator reads it${
          schedule.dialect === 'cloudnative-pg'
            ? '; for CloudNativePG six fields with seconds first, 0 0 2 * * * for 02:00 every day'
            : ': five fields, 0 2 * * * for 02:00 every day'
        }.`,
      }));
  },
};
