import { Rule } from '../../Rule';

/** Who states an objective should hear when nobody understood it. */
export const objectiveUnreadable: Rule = {
  id: 'objective/unreadable',
  title: 'Objective that cannot be read',
  description:
    'An objective is stated in a way that cannot be read; the next level decides instead.',
  judges: 'arrangement',
  evaluate({ objective }) {
    return objective.problems.map(({ origin, value, message }) => ({
      rule: this.id,
      severity: 'warning',
      message: `${origin.field ?? 'An objective'}${
        origin.reference ? ` of ${origin.reference}` : ''
      } is "${value}": ${message} The next level's value holds instead.`,
      evidence: [],
      remedy: 'Correct the value at its origin.',
    }));
  },
};
