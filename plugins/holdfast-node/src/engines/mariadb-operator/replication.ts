import {
  Database,
  InstanceSpread,
  Observed,
} from '@holdfast/plugin-holdfast-common';
import { MariaDbFacts } from './MariaDbFacts';

/**
 * Whether the MariaDB follows another one: the member of a multi-cluster that is not the one that is primary now, which is named after it
 * (`IsMultiClusterPrimary` in `api/v1alpha1/mariadb_multi_cluster_types.go`).
 */
export function describeRole(facts: MariaDbFacts): Database['role'] {
  const { mariadb } = facts;
  if (!facts.isEnabled('multiCluster')) {
    return mariadb.derive('primary', ['spec', 'multiCluster', 'enabled']);
  }
  const primary =
    mariadb.string('status', 'currentMultiClusterPrimary') ??
    mariadb.string('spec', 'multiCluster', 'primary');
  return primary
    ? {
        ...primary,
        value:
          primary.value === mariadb.reference.name
            ? 'primary'
            : 'replica-cluster',
      }
    : mariadb.derive('primary', ['spec', 'multiCluster', 'primary']);
}

/**
 * How commits wait for other instances.
 *
 * @remarks
 * Galera: a commit is on every instance of the primary component, which is more than half of all, or there is none and nothing is committed.
 * Semi-synchronous replication waits for one replica and goes on without it after `semiSyncAckTimeout`.
 */
export function describeSynchronous(
  facts: MariaDbFacts,
): Database['synchronous'] {
  const { mariadb, desired } = facts;
  if (facts.isEnabled('galera') && desired >= 3) {
    return mariadb.derive(
      { number: Math.floor(desired / 2), durability: 'required' as const },
      ['spec', 'galera', 'enabled'],
      true,
    );
  }
  const path = ['spec', 'replication', 'semiSyncEnabled'];
  const semiSync = mariadb.boolean(...path)?.value;
  return facts.isEnabled('replication') && desired >= 2 && semiSync !== false
    ? mariadb.derive(
        { number: 1, durability: 'preferred' as const },
        path,
        semiSync,
      )
    : undefined;
}

/** The operator keeps instances on different nodes when it is asked to, and then without exception (`AffinityConfig.SetDefaults`). */
export function describeSpread({
  mariadb,
}: MariaDbFacts): Observed<InstanceSpread> | undefined {
  const enabled = mariadb.boolean('spec', 'affinity', 'antiAffinityEnabled');
  return enabled?.value
    ? { value: { over: 'node', required: true }, evidence: enabled.evidence }
    : undefined;
}
