import {
  Observed,
  SynchronousReplication,
} from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../engine';

/**
 * How commits wait for replicas.
 *
 * @remarks
 * `dataDurability` is `required` by default (`api/v1/cluster_defaults.go`). The older `maxSyncReplicas` never holds a commit back for
 * want of replicas: the operator lowers the number to those that are there (`pkg/postgres/replication/legacy.go`).
 */
export function describeSynchronous(
  cluster: FactReader,
): Observed<SynchronousReplication> | undefined {
  const path = ['spec', 'postgresql', 'synchronous'];
  const number = cluster.number(...path, 'number');
  if (number) {
    const durability =
      cluster.string(...path, 'dataDurability')?.value === 'preferred'
        ? 'preferred'
        : 'required';
    return {
      value: { number: number.value, durability },
      evidence: cluster.evidence(path, `${number.value}, ${durability}`),
    };
  }
  const max = cluster.number('spec', 'maxSyncReplicas');
  return max && max.value > 0
    ? {
        value: { number: max.value, durability: 'preferred' },
        evidence: max.evidence,
      }
    : undefined;
}
