import { Observed } from '@holdfast/plugin-holdfast-common';
import { qualifiedKind } from '../../engine';
import { healthByPods } from '../redis/health';
import { describeInstances } from '../redis/instances';
import { RedisFacts } from '../redis/RedisFacts';
import { namesOfPods } from '../servers/namesOfPods';
import { clusterHealth } from './clusterHealth';
import { clusterRoles } from './names';
import { redisClusters, redises } from './resources';
import { Topology } from './Topology';

/** Describes the instances of a database by its kind. */
export function describeTopology(facts: RedisFacts): Topology {
  switch (facts.input.root.kind) {
    case qualifiedKind(redisClusters):
      return clusterTopology(facts);
    case qualifiedKind(redises):
      return plainTopology(facts, facts.redis.derive(1, ['spec']));
    default:
      return plainTopology(
        facts,
        count(facts, ['spec', 'clusterSize']) ??
          facts.redis.derive(0, ['spec', 'clusterSize']),
      );
  }
}

function count(
  facts: RedisFacts,
  path: readonly string[],
): Observed<number> | undefined {
  const read = facts.redis.number(...path);
  return read && read.value >= 0 ? read : undefined;
}

function plainTopology(facts: RedisFacts, desired: Observed<number>): Topology {
  const { name } = facts.redis.reference;
  const isAlone = facts.input.root.kind === qualifiedKind(redises);
  const instances = describeInstances(facts, {
    asked: namesOfPods(name, desired.value),
    askedBy: desired,
    // The operator writes down the pod that it found to be the primary; a single one has no other role.
    primary: isAlone
      ? `${name}-0`
      : facts.redis.string('status', 'masterNode')?.value,
  });
  return {
    statefulSets: [name],
    desired,
    instances,
    health: healthByPods(facts, { instances, desired: desired.value }),
    needsSwitch: false,
  };
}

/** `clusterSize` is the number of leaders, and of followers, where their own `replicas` say nothing else (`GetReplicaCounts`). */
function clusterTopology(facts: RedisFacts): Topology {
  const { redis } = facts;
  const { name } = redis.reference;
  const size =
    count(facts, ['spec', 'clusterSize']) ??
    redis.derive(0, ['spec', 'clusterSize']);
  const [leaders, followers] = ['redisLeader', 'redisFollower'].map(
    role => count(facts, ['spec', role, 'replicas']) ?? size,
  );
  const desired = { ...size, value: leaders.value + followers.value };
  const statefulSets = clusterRoles.map(role => `${name}-${role}`);
  const instances = describeInstances(facts, {
    asked: [leaders, followers].flatMap(({ value }, index) =>
      namesOfPods(statefulSets[index], value),
    ),
    askedBy: desired,
    sharded: true,
  });
  return {
    statefulSets,
    desired,
    shards: leaders,
    instances,
    health: clusterHealth(facts, { instances, desired: desired.value }),
    needsSwitch: true,
  };
}
