import {
  Evidence,
  Health,
  HealthState,
  Instance,
} from '@holdfast/plugin-holdfast-common';
import { pods } from '../volumes/resources';
import { RedisFacts } from './RedisFacts';

/** Evidence beyond these says nothing more. */
const mostCited = 5;

/**
 * What a database is doing of which its operator says nothing: how many of its instances are ready, and whether one takes writes.
 */
export function healthByPods(
  facts: RedisFacts,
  options: { instances: readonly Instance[]; desired: number },
): Health {
  const { instances, desired } = options;
  const { redis } = facts;
  const say = (
    state: HealthState,
    reason: string | undefined,
    evidence: readonly (Evidence | undefined)[],
  ): Health => ({
    state,
    reason,
    evidence: evidence.filter(cited => cited !== undefined).slice(0, mostCited),
  });

  const deletion = redis.string('metadata', 'deletionTimestamp');
  if (deletion) {
    return say('changing', 'The database is being deleted', [
      deletion.evidence,
    ]);
  }
  const skipped = Object.entries(redis.object('metadata', 'annotations')).find(
    ([name, value]) => name.endsWith('/skip-reconcile') && value === 'true',
  );
  if (skipped) {
    return say(
      'waiting',
      'Reconciliation is switched off: the operator neither heals the database nor fails over',
      [redis.evidence(['metadata', 'annotations', skipped[0]], 'true')],
    );
  }
  if (facts.unread(pods)) {
    return say('unknown', 'The operator says nothing, and pods were not read', [
      redis.evidence(['status']),
    ]);
  }
  const ready = instances.filter(instance => instance.ready?.value === true);
  const others = instances.filter(instance => instance.ready?.value !== true);
  const cited = [...others, ...ready].map(instance => instance.ready?.evidence);
  if (ready.length < desired || ready.length === 0) {
    return say(
      ready.length > 0 ? 'degraded' : 'failed',
      `${ready.length} of ${desired} instances are ready`,
      cited,
    );
  }
  if (!instances.some(({ role }) => role === 'primary')) {
    return say('degraded', 'No instance is known to take writes', cited);
  }
  return say('healthy', undefined, cited);
}
