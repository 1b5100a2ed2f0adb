import {
  Evidence,
  Health,
  HealthState,
  Observed,
} from '@holdfast/plugin-holdfast-common';
import { ClusterFacts } from './ClusterFacts';
import { fencedInstances } from './fencing';
import { readyInstances } from './instances';
import {
  hibernationAnnotation,
  hibernationCondition,
  reconciliationLoopAnnotation,
} from './names';
import { clusterPhases } from './phases';
import { describeRole } from './role';

/**
 * What the database is doing. The phase alone does not tell: it stays "Cluster in healthy state" while instances are fenced or the
 * cluster is hibernated, and is not touched at all while reconciliation is switched off.
 */
export function describeHealth(facts: ClusterFacts): Health {
  const { cluster } = facts;
  const phase = cluster.string('status', 'phase');
  const phaseReason = cluster.string('status', 'phaseReason')?.value;
  const say = (
    state: HealthState,
    evidence: Array<Evidence | undefined>,
    reason: string | undefined = phaseReason,
  ): Health => ({
    state,
    phase: phase?.value,
    reason,
    evidence: evidence.filter(cited => cited !== undefined),
  });

  const deletion = cluster.string('metadata', 'deletionTimestamp');
  if (deletion) {
    return say('changing', [deletion.evidence], 'The Cluster is being deleted');
  }

  const hibernation = cluster.string(
    'metadata',
    'annotations',
    hibernationAnnotation,
  );
  if (hibernation?.value === 'on') {
    const condition = cluster.condition(hibernationCondition);
    const evidence = [hibernation.evidence, condition?.status.evidence];
    if (condition?.status.value === 'True') {
      return say('hibernated', evidence, condition.message?.value);
    }
    if (condition && condition.reason !== 'WaitingForHealthy') {
      return say('changing', evidence, condition.message?.value);
    }
  }

  const fenced = fencedInstances(cluster);
  const isFenced = (instance: string) =>
    fenced?.value.includes('*') || fenced?.value.includes(instance);
  if (fenced && isFenced(facts.currentPrimary ?? '*')) {
    return say(
      'fenced',
      [fenced.evidence],
      `PostgreSQL is stopped by a fence on ${fenced.value.join(', ')}`,
    );
  }

  const loop = cluster.string(
    'metadata',
    'annotations',
    reconciliationLoopAnnotation,
  );
  if (loop?.value === 'disabled') {
    return say(
      'waiting',
      [loop.evidence],
      'Reconciliation is switched off: the operator neither heals the database nor keeps its phase',
    );
  }

  const change = roleChange(facts);
  if (change) return say('changing', [change.evidence], change.value);

  if (!phase) {
    return say(
      'unknown',
      [cluster.evidence(['status', 'phase'])],
      'The operator has said nothing about it yet',
    );
  }
  const state = clusterPhases.get(phase.value) ?? 'unknown';
  if (state !== 'healthy') return say(state, [phase.evidence]);

  if (fenced) {
    return say(
      'degraded',
      [fenced.evidence],
      `Fenced: ${fenced.value.join(', ')}`,
    );
  }
  const readiness = describeReadiness(facts, phase.evidence, say);
  const demoted = demotion(facts);
  return demoted && readiness.state === 'healthy'
    ? say('healthy', [phase.evidence, demoted.evidence], demoted.value)
    : readiness;
}

/**
 * Whether the Cluster is on its way from replica to primary, or back.
 *
 * @remarks
 * `docs/src/replica_cluster.md`, "Promoting a Replica to a Primary Cluster": the token is the one that the demoted Cluster gave, and is noted in
 * `lastPromotionToken` once it was used. Until then nobody writes.
 */
function roleChange(facts: ClusterFacts): Observed<string> | undefined {
  const { cluster } = facts;
  const path = ['status', 'switchReplicaClusterStatus', 'inProgress'];
  const inProgress = cluster.boolean(...path);
  if (inProgress?.value) {
    return {
      ...inProgress,
      value: 'It changes between primary and replica cluster',
    };
  }
  const token = cluster.string('spec', 'replica', 'promotionToken');
  const used = cluster.string('status', 'lastPromotionToken');
  return token &&
    token.value !== used?.value &&
    describeRole(facts).value === 'primary'
    ? cluster.derive(
        'It is to be promoted, and waits for the last changes of the former primary',
        ['spec', 'replica', 'promotionToken'],
      )
    : undefined;
}

/** A token that lies there is what another Cluster is promoted with: until one was, the topology has no primary. */
function demotion(facts: ClusterFacts): Observed<string> | undefined {
  const { cluster } = facts;
  const path = ['status', 'demotionToken'];
  return cluster.string(...path) &&
    describeRole(facts).value === 'replica-cluster'
    ? cluster.derive(
        'Demoted: its demotion token is there for the Cluster that is to be the primary',
        path,
      )
    : undefined;
}

function describeReadiness(
  { cluster }: ClusterFacts,
  phase: Evidence,
  say: (
    state: HealthState,
    evidence: Array<Evidence | undefined>,
    reason?: string,
  ) => Health,
): Health {
  const desired = cluster.number('spec', 'instances')?.value ?? 1;
  const ready =
    readyInstances(cluster) ?? cluster.derive(0, ['status', 'readyInstances']);
  if (ready.value < desired) {
    return say(
      ready.value === 0 ? 'failed' : 'degraded',
      [phase, ready.evidence],
      `${ready.value} of ${desired} instances are ready`,
    );
  }
  for (const type of ['Ready', 'ConsistentSystemID']) {
    const condition = cluster.condition(type);
    if (condition?.status.value === 'False') {
      return say(
        'degraded',
        [phase, condition.status.evidence],
        condition.message?.value,
      );
    }
  }
  return say('healthy', [phase, ready.evidence]);
}
