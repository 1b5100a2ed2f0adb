import { Rule } from '../../Rule';
import { missedByInstanceLoss } from '../../survivors/missedByInstanceLoss';

/** A replica that is not ready takes over from nobody. */
export const noReadyReplica: Rule = {
  id: 'placement/no-ready-replica',
  title: 'No replica is ready to take over',
  description:
    'More than one instance is asked for, but none beside the primary is ready.',
  judges: 'facts',
  evaluate(context) {
    const { database, survivors } = context;
    const { desiredInstances, readyInstances, nodesUsed } = database;
    // Shards have a rule of their own.
    if (database.shards) return undefined;
    if (desiredInstances && desiredInstances.value <= 1) return undefined;
    if (survivors.node.replica !== false || nodesUsed?.value === 1) {
      return undefined;
    }
    const missed = missedByInstanceLoss(context);
    return {
      rule: this.id,
      severity: missed ? 'critical' : 'warning',
      message: `${
        desiredInstances && readyInstances
          ? `Of ${desiredInstances.value} instances ${readyInstances.value} are ready, and none`
          : 'No replica'
      } can take over on another node. ${
        missed
          ? `The loss of the primary's node costs ${missed}.`
          : 'Until one can, the database stands on one leg.'
      }`,
      evidence: [
        ...(readyInstances ? [readyInstances.evidence] : []),
        ...survivors.node.evidence,
      ],
      ...(missed && { ceiling: 'at-risk' }),
      remedy: 'Find out why the replicas are not ready.',
    };
  },
};
