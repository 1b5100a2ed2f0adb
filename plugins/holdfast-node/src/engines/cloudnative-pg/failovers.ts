import { Failover } from '@holdfast/plugin-holdfast-common';
import { numberAt } from '../../engine';
import { ClusterFacts } from './ClusterFacts';

/**
 * The last change of the primary, which is all that a Cluster remembers.
 *
 * @remarks
 * The operator notes in `targetPrimaryTimestamp` when it chose an instance, and the instance in `currentPrimaryTimestamp` when it was promoted
 * (`internal/management/controller/instance_controller.go` of CloudNativePG 1.30). With a `failoverDelay` the operator also notes since when the
 * former primary fails; without, the seconds until it was noticed are not in the time. A switchover that somebody asked for looks the same. The
 * first instance is always number 1 and is promoted as well, so that of a Cluster whose primary is number 1 only a second timeline tells of a change,
 * and of one that was restored, not even that.
 */
export function describeFailovers(facts: ClusterFacts): Failover[] {
  const { cluster, currentPrimary, input } = facts;
  const status = (name: string) => cluster.instant('status', name);
  const promotedAt = status('currentPrimaryTimestamp');
  const chosenAt = status('targetPrimaryTimestamp');
  const target = cluster.string('status', 'targetPrimary')?.value;
  if (!promotedAt || !chosenAt || currentPrimary !== target) return [];

  const timeline = numberAt(input.root.data, 'status', 'timelineID');
  const isRestored =
    Object.keys(cluster.object('spec', 'bootstrap', 'recovery')).length > 0 ||
    Object.keys(cluster.object('spec', 'bootstrap', 'pg_basebackup')).length >
      0;
  const isFirst = currentPrimary === `${input.root.name}-1`;
  const hasChanged = !isFirst || (!isRestored && (timeline ?? 1) > 1);
  // In a replica cluster nobody writes to the one that is chosen.
  const isReplica = cluster.boolean('spec', 'replica', 'enabled')?.value;
  if (!hasChanged || isReplica) return [];

  const failingSince = status('currentPrimaryFailingSinceTimestamp');
  const startedAt =
    failingSince && Date.parse(failingSince.value) < Date.parse(chosenAt.value)
      ? failingSince
      : chosenAt;
  if (Date.parse(startedAt.value) > Date.parse(promotedAt.value)) return [];
  return [
    {
      startedAt: startedAt.value,
      endedAt: promotedAt.value,
      // The timeline is noted a little later than the promotion, and may still be that of before.
      ...(currentPrimary !== undefined && { to: currentPrimary }),
      evidence: promotedAt.evidence,
    },
  ];
}
