import { Evidence, Observed, Restore } from '@holdfast/plugin-holdfast-common';
import { Fact, FactReader, toInstant } from '../../engine';
import { purposeOf } from '../servers/purposeOf';
import { recoveryArchive } from './archives';
import { ClusterFacts } from './ClusterFacts';
import { unrecoverablePhase } from './phases';
import { clusters } from './resources';
import { parseTargetTime } from './targetTime';

/**
 * The Clusters that were bootstrapped from this one's archive.
 */
export function describeRestores(facts: ClusterFacts): Restore[] {
  return facts
    .related(clusters)
    .filter(({ key }) => key !== facts.input.root.key)
    .map(fact => describeRestore(facts.read(fact), fact))
    .filter(restore => restore !== undefined);
}

function describeRestore(
  target: FactReader,
  { createdAt }: Fact,
): Restore | undefined {
  const startedAt = toInstant(createdAt);
  if (startedAt === undefined) return undefined;
  const ready = readySince(target);
  const phase = target.string('status', 'phase');
  const source = target.string('spec', 'bootstrap', 'recovery', 'source');
  const targetTime = target.string(
    'spec',
    'bootstrap',
    'recovery',
    'recoveryTarget',
    'targetTime',
  );
  const evidence: Evidence | undefined =
    ready?.evidence ?? phase?.evidence ?? source?.evidence;
  if (!evidence) return undefined;
  return {
    target: target.reference,
    purpose: purposeOf(target)?.value ?? 'restore',
    recoveryTarget: targetTime && parseTargetTime(targetTime.value),
    startedAt,
    readyAt: ready?.value,
    state: stateOf(ready !== undefined, phase?.value),
    evidence,
  };
}

function stateOf(isReady: boolean, phase?: string): Restore['state'] {
  if (isReady) return 'succeeded';
  return phase === unrecoverablePhase ? 'failed' : 'running';
}

/**
 * When the restored database first took writes.
 *
 * @remarks
 * The job that restores also replays the WAL, so the first instance that starts is done (`RestoreSnapshot` and `Restore` in
 * `pkg/management/postgres/restore.go`). A failover moves the time of the current primary and a restart that of the condition, so the earlier
 * of both is the nearest to the truth; `Initialized` turns True as soon as there is a volume and tells nothing.
 */
function readySince(target: FactReader): Observed<string> | undefined {
  const primary = target.instant('status', 'currentPrimaryTimestamp');
  const ready = target.condition('Ready');
  const condition: Observed<string> | undefined =
    ready?.status.value === 'True' && ready.since !== undefined
      ? { ...ready.status, value: ready.since }
      : undefined;
  if (!primary || !condition) return primary ?? condition;
  return Date.parse(primary.value) <= Date.parse(condition.value)
    ? primary
    : condition;
}

/** What a Cluster was bootstrapped from, in a few words. */
export function restoredFrom(
  facts: ClusterFacts,
): Observed<string> | undefined {
  const { cluster, input } = facts;
  const path = ['spec', 'bootstrap', 'recovery'];
  const archive = recoveryArchive(input.root.data, input.root.name);
  const source = cluster.string(...path, 'source');
  if (source) {
    return { ...source, value: archive?.serverName ?? source.value };
  }
  return (
    cluster.string(...path, 'backup', 'name') ??
    cluster.string(...path, 'volumeSnapshots', 'storage', 'name')
  );
}
