import { formatDuration } from '../../../quantity';
import { losesNoCommit } from '../../rpo/attainedRpo';
import { Rule } from '../../Rule';
import { nearestLag } from '../../survivors/nearestLag';

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
    const { instances } = database;
    const replicas = instances.filter(
      ({ role, ready, node, shard, lagSeconds }) => {
        if (role === 'primary' || ready?.value === false) return false;
        const home = instances.find(
          other => other.role === 'primary' && other.shard === shard,
        )?.node;
        // Beside its primary it is lost with it.
        return lagSeconds && !(home && node?.value === home.value);
      },
    );
    const nearest = nearestLag(replicas);
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
      remedy: `Look for ${
        database.persistence
          ? 'slow commands on the replicas, a busy CPU'
          : 'long queries on the replicas, a slow volume'
      } or a slow network.`,
    };
  },
};
