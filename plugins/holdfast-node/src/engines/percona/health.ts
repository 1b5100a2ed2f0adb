import {
  Evidence,
  Health,
  HealthState,
} from '@holdfast/plugin-holdfast-common';
import { PerconaFacts } from './PerconaFacts';

/**
 * `status.state` of a cluster (`StatefulAppState` in `perconaservermysql_types.go`, `AppState` in `pxc_types.go`). A state that is not here is
 * unknown.
 */
const states: ReadonlyMap<string, HealthState> = new Map([
  ['initializing', 'starting'],
  ['ready', 'healthy'],
  ['stopping', 'changing'],
  ['paused', 'hibernated'],
  ['error', 'failed'],
]);

/**
 * What the cluster is doing: the state that its operator gives it, and how many servers are ready. A cluster that has lost one is `initializing`.
 */
export function describeHealth(facts: PerconaFacts): Health {
  const { cluster, operator, desired } = facts;
  const state = cluster.string('status', 'state');
  const ready = cluster.number('status', operator.server, 'ready');
  const say = (
    health: HealthState,
    reason: string | undefined,
    ...evidence: Array<Evidence | undefined>
  ): Health => ({
    state: health,
    phase: state?.value,
    reason,
    evidence: evidence.filter(cited => cited !== undefined),
  });
  const deletion = cluster.string('metadata', 'deletionTimestamp');
  if (deletion) {
    return say('changing', 'The cluster is being deleted', deletion.evidence);
  }
  if (!state) {
    return say(
      'unknown',
      'The operator has said nothing about it yet',
      cluster.evidence(['status', 'state']),
    );
  }
  const known = states.get(state.value) ?? 'unknown';
  const up = ready?.value ?? 0;
  if ((known === 'healthy' || known === 'starting') && up < desired) {
    const isNew = known === 'starting' && up <= 0;
    return say(
      isNew ? 'starting' : 'degraded',
      `${Math.max(up, 0)} of ${desired} servers are ready`,
      state.evidence,
      ready?.evidence,
    );
  }
  return say(known, undefined, state.evidence);
}
