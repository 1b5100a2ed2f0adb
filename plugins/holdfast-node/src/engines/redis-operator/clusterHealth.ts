import {
  Health,
  HealthState,
  Instance,
} from '@holdfast/plugin-holdfast-common';
import { healthByPods } from '../redis/health';
import { RedisFacts } from '../redis/RedisFacts';

/**
 * What `status.state` means (`api/status/redis-cluster_status.go` and `rediscluster_types.go` of redis-operator 0.26). One that is not here is
 * unknown.
 */
const states: ReadonlyMap<string, HealthState> = new Map([
  ['Ready', 'healthy'],
  ['Initializing', 'starting'],
  ['Bootstrap', 'starting'],
  ['ScalingDown', 'changing'],
  ['Resharding', 'changing'],
  ['Rebalancing', 'changing'],
  ['Failed', 'failed'],
]);

/** The operator says Failed as soon as one pod is not ready, and that it initialises when a pod comes or goes. */
const milder = new Set(['StatefulSet not ready', 'Pod count changed']);

/**
 * What a cluster is doing by its operator, and no better than its pods show.
 */
export function clusterHealth(
  facts: RedisFacts,
  options: { instances: readonly Instance[]; desired: number },
): Health {
  const { redis } = facts;
  const byPods = healthByPods(facts, options);
  const state = redis.string('status', 'state');
  const reason = redis.string('status', 'reason')?.value;
  if (byPods.state === 'changing' || byPods.state === 'waiting') return byPods;
  if (!state) {
    return {
      state: 'unknown',
      reason: 'The operator has said nothing about it yet',
      evidence: [redis.evidence(['status', 'state'])],
    };
  }
  const known = states.get(state.value) ?? 'unknown';
  const said: Health = {
    state: known,
    phase: state.value,
    reason: known === 'healthy' ? undefined : reason,
    evidence: [state.evidence],
  };
  if (milder.has(reason ?? '') && byPods.state !== 'failed') {
    return { ...said, state: 'degraded' };
  }
  return known === 'healthy' &&
    (byPods.state === 'degraded' || byPods.state === 'failed')
    ? { ...byPods, phase: state.value }
    : said;
}
