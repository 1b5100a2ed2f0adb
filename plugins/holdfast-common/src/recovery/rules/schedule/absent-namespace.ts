import { Finding } from '../../Finding';
import { Rule } from '../../Rule';

/** A name that was changed, or mistyped, is backed up in vain. */
export const scheduleAbsentNamespace: Rule = {
  id: 'schedule/absent-namespace',
  title: 'Schedule names a namespace that does not exist',
  description:
    'A schedule that takes the database names further namespaces that do not exist: whoever relies on it for those is not backed up.',
  judges: 'facts',
  evaluate({ orders }) {
    return orders.all.flatMap(
      ({ schedule: { object, absentNamespaces } }): Finding[] =>
        absentNamespaces
          ? [
              {
                rule: this.id,
                severity: 'info',
                message: `The schedule ${object.name} names namespaces that do not exist: ${absentNamespaces.value}.`,
                evidence: [absentNamespaces.evidence],
                remedy: 'Take them out, or spell them as they are called.',
              },
            ]
          : [],
    );
  },
};
