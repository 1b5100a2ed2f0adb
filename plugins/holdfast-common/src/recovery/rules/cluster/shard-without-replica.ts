import { Rule } from '../../Rule';
import { missedByInstanceLoss } from '../../survivors/missedByInstanceLoss';

/** Redis Cluster: with a primary and all of its replicas gone, the keys of their slots are not served (redis.io, "Redis cluster specification"). */
export const shardWithoutReplica: Rule = {
  id: 'cluster/shard-without-replica',
  title: 'A shard without a replica',
  description:
    'The keys are split into shards, and one of them has no replica that could take over on another node.',
  judges: 'arrangement',
  evaluate(context) {
    const { database, survivors } = context;
    const { shards, desiredInstances } = database;
    if (!shards) return undefined;
    const missing = desiredInstances
      ? 2 * shards.value - desiredInstances.value
      : 0;
    if (missing <= 0 && survivors.node.replica !== false) return undefined;
    const missed = missedByInstanceLoss(context);
    return {
      rule: this.id,
      severity: missed ? 'critical' : 'warning',
      message: `${
        missing > 0
          ? `There are ${shards.value} shards and replicas for ${Math.max(
              0,
              shards.value - missing,
            )} of them.`
          : 'The primary of a shard has no replica that is ready on another node.'
      } The keys of a shard without one are gone with its node until that comes back${
        missed ? `, which costs ${missed}.` : '.'
      }`,
      evidence: [
        shards.evidence,
        ...(missing > 0 && desiredInstances ? [desiredInstances.evidence] : []),
        ...survivors.node.evidence,
      ],
      ...(missed && { ceiling: 'at-risk' }),
      remedy:
        'Run at least one follower per leader, each on another node than its leader.',
    };
  },
};
