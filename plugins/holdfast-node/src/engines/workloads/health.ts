import {
  Evidence,
  Health,
  HealthState,
} from '@holdfast/plugin-holdfast-common';
import { WorkloadFacts } from './WorkloadFacts';

/**
 * What the workload is doing, by the counts that its controller keeps: `readyReplicas` is left out while there are none.
 */
export function describeHealth(facts: WorkloadFacts): Health {
  const { workload, desired } = facts;
  const say = (
    state: HealthState,
    reason: string | undefined,
    ...evidence: Array<Evidence | undefined>
  ): Health => ({
    state,
    reason,
    evidence: evidence.filter(cited => cited !== undefined),
  });

  const deletion = workload.string('metadata', 'deletionTimestamp');
  if (deletion) {
    return say('changing', 'The workload is being deleted', deletion.evidence);
  }
  const replicas = workload.number('status', 'replicas');
  const ready = workload.number('status', 'readyReplicas');
  const updated = workload.number('status', 'updatedReplicas');
  const asked = workload.number('spec', 'replicas');
  if (asked && asked.value <= 0) {
    return say('hibernated', 'It is scaled to no pods', asked.evidence);
  }
  if (!replicas && !ready) {
    return say(
      'unknown',
      'Its controller has said nothing about it yet',
      workload.evidence(['status', 'replicas']),
    );
  }
  const up = ready?.value ?? 0;
  const cited =
    ready?.evidence ?? workload.evidence(['status', 'readyReplicas']);
  if (up < desired) {
    return say(
      up <= 0 ? 'failed' : 'degraded',
      `${Math.max(up, 0)} of ${desired} pods are ready`,
      cited,
      asked?.evidence,
    );
  }
  return updated && updated.value < desired
    ? say(
        'changing',
        `${updated.value} of ${desired} pods are as they are to be`,
        updated.evidence,
      )
    : say('healthy', undefined, cited);
}
