import { Rule } from '../../Rule';
import { missedByInstanceLoss } from '../../survivors/missedByInstanceLoss';

/** Replicas beside their primary die with it. */
export const oneNode: Rule = {
  id: 'placement/one-node',
  title: 'All instances on one node',
  description:
    'All instances run on the same node, so that its loss takes the primary and its replicas at once.',
  judges: 'facts',
  evaluate(context) {
    const { database, survivors } = context;
    const { nodesUsed, desiredInstances } = database;
    if (nodesUsed?.value !== 1 || survivors.node.replica === true) {
      return undefined;
    }
    if (desiredInstances && desiredInstances.value <= 1) return undefined;
    const missed = missedByInstanceLoss(context);
    return {
      rule: this.id,
      severity: missed ? 'critical' : 'warning',
      message: `All instances run on one node. ${
        missed
          ? `Its loss costs ${missed}.`
          : 'Its loss takes all of them at once.'
      }`,
      evidence: [nodesUsed.evidence],
      ...(missed && { ceiling: 'at-risk' }),
      remedy:
        'Require pod anti-affinity by host name, and see to it that there are as many nodes as instances.',
    };
  },
};
