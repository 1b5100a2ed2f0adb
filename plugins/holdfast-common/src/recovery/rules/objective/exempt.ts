import { Rule } from '../../Rule';

/** A cache or a scratch database need not come back. */
export const objectiveExempt: Rule = {
  id: 'objective/exempt',
  title: 'Exempt by objective',
  description:
    'The objective says that this database need not be recoverable, and why.',
  judges: 'arrangement',
  evaluate({ objective }) {
    const { exempt } = objective;
    if (!exempt) return undefined;
    const { reference, field } = exempt.origin;
    const origin = [reference, field].filter(Boolean).join(', ');
    return {
      rule: this.id,
      severity: 'info',
      message: `This database need not be recoverable: ${exempt.value.reason}${
        origin ? ` (${origin})` : ''
      }.`,
      evidence: [],
    };
  },
};
