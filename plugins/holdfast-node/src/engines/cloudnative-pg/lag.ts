import { Observed } from '@holdfast/plugin-holdfast-common';
import { ClusterFacts } from './ClusterFacts';
import {
  replayDelay,
  replayDifference,
  replicationLag,
  walReceiverUp,
} from './metrics';

/**
 * How many seconds a replica's replay is behind its primary, as far as that can be believed.
 *
 * @remarks
 * A replica's own metric compares what it received with what it replayed, and where these differ takes the age of the last transaction: of a
 * replica that is cut off it says 0, and of one that was restarted while nobody writes, minutes (`pg_replication` in
 * `config/manager/default-monitoring.yaml`; recordings `failing-over-4` and `waiting-for-user`). The primary knows what is left to
 * replay, but counts bytes, and how long the last ones took, which is 0 too when it was not measured (`pg_stat_replication` there).
 */
export function replicaLag(
  facts: ClusterFacts,
  replica: string,
): Observed<number> | undefined {
  const ofReplica = ({ application_name: name }: Record<string, string>) =>
    name === replica;
  const left = facts.sample(facts.currentPrimary, replayDifference, ofReplica);
  if (left?.value === 0) return left;
  if (!left) return ownLag(facts, replica);

  const candidates = [
    facts.sample(replica, replicationLag),
    facts.sample(facts.currentPrimary, replayDelay, ofReplica),
  ];
  return candidates.find(lag => lag !== undefined && lag.value > 0);
}

/**
 * How many seconds an instance is behind by its own account. A 0 only counts while it receives.
 */
export function ownLag(
  facts: ClusterFacts,
  instance: string,
): Observed<number> | undefined {
  const own = facts.sample(instance, replicationLag);
  if (!own || own.value > 0) return own;
  return facts.sample(instance, walReceiverUp)?.value === 1 ? own : undefined;
}
