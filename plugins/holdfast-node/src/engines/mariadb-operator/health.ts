import {
  Evidence,
  Health,
  HealthState,
} from '@holdfast/plugin-holdfast-common';
import { MariaDbFacts } from './MariaDbFacts';

/**
 * What the reasons of the condition `Ready` mean (`pkg/condition` and `api/v1alpha1/condition_types.go` of mariadb-operator). A reason that is not
 * here is unknown.
 */
const reasons: ReadonlyMap<string, HealthState> = new Map([
  ['StatefulSetReady', 'healthy'],
  ['PendingUpdate', 'changing'],
  ['Updating', 'changing'],
  ['SwitchPrimary', 'changing'],
  ['ResizingStorage', 'changing'],
  ['WaitStorageResize', 'changing'],
  ['ScalingOut', 'changing'],
  ['ReplicaRecovering', 'changing'],
  ['Initializing', 'starting'],
  ['RestoreBackup', 'starting'],
  ['ReplayBinlogs', 'starting'],
  ['StatefulSetNotReady', 'degraded'],
  ['GaleraNotReady', 'degraded'],
  ['ScaleOutError', 'degraded'],
  ['ReplicaRecoverError', 'degraded'],
  ['InitError', 'failed'],
  ['ReplayBinlogsError', 'failed'],
  ['Suspended', 'waiting'],
]);

/**
 * What the database is doing: the condition `Ready` and its reason, and how many instances of those asked for are ready.
 */
export function describeHealth(facts: MariaDbFacts): Health {
  const { mariadb, desired } = facts;
  const ready = mariadb.condition('Ready');
  const say = (
    state: HealthState,
    reason: string | undefined,
    ...evidence: Array<Evidence | undefined>
  ): Health => ({
    state,
    phase: ready?.reason,
    reason,
    evidence: evidence.filter(cited => cited !== undefined),
  });

  const deletion = mariadb.string('metadata', 'deletionTimestamp');
  if (deletion) {
    return say('changing', 'The MariaDB is being deleted', deletion.evidence);
  }
  const suspended = mariadb.boolean('spec', 'suspend');
  if (suspended?.value) {
    return say(
      'waiting',
      'Reconciliation is suspended: the operator neither heals the database nor keeps its state',
      suspended.evidence,
    );
  }
  if (!ready) {
    return say(
      'unknown',
      'The operator has said nothing about it yet',
      mariadb.evidence(['status', 'conditions']),
    );
  }
  const { status, reason, message } = ready;
  const known = reasons.get(reason ?? '') ?? 'unknown';
  const failing = mariadb.instant('status', 'currentPrimaryFailingSince');
  const replicas = mariadb.number('status', 'replicas');
  const up = replicas?.value ?? 0;
  const cited = [status.evidence, replicas?.evidence];

  if (known === 'healthy' && failing) {
    return say(
      'degraded',
      `The primary has been failing since ${failing.value}`,
      failing.evidence,
    );
  }
  if (known === 'healthy' && status.value !== 'True') {
    return say('unknown', message?.value, status.evidence);
  }
  if ((known === 'healthy' || known === 'degraded') && up < desired) {
    return say(
      up <= 0 ? 'failed' : 'degraded',
      `${Math.max(up, 0)} of ${desired} instances are ready`,
      ...cited,
    );
  }
  return say(
    known,
    known === 'healthy' ? undefined : message?.value,
    status.evidence,
  );
}
