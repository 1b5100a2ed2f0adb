import { Database } from '@holdfast/plugin-holdfast-common';
import { ClusterFacts } from './ClusterFacts';

/**
 * A Cluster with a `replica` section follows another one when that says so, or else when it is not itself the primary named there
 * (`Cluster.IsReplica` in `api/v1/cluster_funcs.go`).
 */
export function describeRole({
  cluster,
  input,
}: ClusterFacts): Database['role'] {
  const path = ['spec', 'replica'];
  const replica = cluster.object('spec').replica;
  if (replica === undefined) return cluster.derive('primary', path);
  const enabled = cluster.boolean(...path, 'enabled');
  if (enabled) {
    return {
      ...enabled,
      value: enabled.value ? 'replica-cluster' : 'primary',
    };
  }
  const primary = cluster.string(...path, 'primary');
  const self = cluster.string(...path, 'self')?.value ?? input.root.name;
  return cluster.derive(
    self === primary?.value ? 'primary' : 'replica-cluster',
    [...path, 'primary'],
    primary?.value,
  );
}
