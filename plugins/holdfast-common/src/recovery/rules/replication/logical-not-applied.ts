import { Finding } from '../../Finding';
import { Rule } from '../../Rule';

/** CloudNativePG, docs/src/logical_replication.md: `applied` of a Publication or a Subscription says whether the operator could make it. */
export const logicalNotApplied: Rule = {
  id: 'replication/logical-not-applied',
  title: 'Logical replication that is not set up',
  description:
    'A publication or subscription is declared, and the operator could not make it in the server: what relies on it gets no changes.',
  judges: 'facts',
  evaluate({ database }) {
    const { logicalReplication = [] } = database;
    return logicalReplication.flatMap(
      ({ object, direction, applied, problem }): Finding[] =>
        applied?.value === false
          ? [
              {
                rule: this.id,
                severity: 'warning',
                message: `${object.kind.split('.')[0]} ${
                  object.name
                } is not set up${
                  problem ? `: ${problem.value}` : ''
                }. The database ${
                  direction === 'publishes' ? 'sends' : 'gets'
                } none of its changes.`,
                evidence: [applied.evidence],
                remedy: 'Mend what the operator complains about.',
              },
            ]
          : [],
    );
  },
};
