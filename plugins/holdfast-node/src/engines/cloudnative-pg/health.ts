import {
  Evidence,
  Health,
  HealthState,
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
  return describeReadiness(facts, phase.evidence, say);
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
