import { losesNoCommit } from '../../attainedRpo';
import { Rule } from '../../Rule';
import { formatDuration } from '../../../quantity';
import { Observed } from '../../../model';

/** What the nearest replica has not replayed is what a failover may cost. */
export const replicationLag: Rule = {
  id: 'replication/lag',
  title: 'Replicas lag behind',
  description:
    'The replica that is nearest to the primary is behind it by more than the objective lets be lost with an instance.',
  judges: 'facts',
  evaluate({ database, objective }) {
    const { value: limit } = objective.rpoSeconds.instance;
    const { synchronous } = database;
    if (limit <= 0 || (synchronous && losesNoCommit(synchronous.value))) {
      return undefined;
    }
    let nearest: Observed<number> | undefined;
    const home = database.instances.find(
      ({ role }) => role === 'primary',
    )?.node;
    for (const { role, ready, node, lagSeconds } of database.instances) {
      if (role === 'primary' || ready?.value === false) continue;
      // Beside its primary it is lost with it.
      if (home && node?.value === home.value) continue;
      if (lagSeconds && lagSeconds.value < (nearest?.value ?? Infinity)) {
        nearest = lagSeconds;
      }
    }
    if (!nearest || nearest.value <= limit) return undefined;
    return {
      rule: this.id,
      severity: 'critical',
      message: `The nearest replica is ${formatDuration(
        nearest.value,
      )} behind the primary; with the loss of an instance the objective lets ${formatDuration(
        limit,
      )} be lost.`,
      evidence: [nearest.evidence],
      ceiling: 'at-risk',
      remedy:
        'Look for long queries on the replicas, a slow volume or a slow network.',
    };
  },
};
