import { LogicalReplication } from '@holdfast/plugin-holdfast-common';
import { ClusterFacts } from './ClusterFacts';
import { publications, subscriptions } from './resources';

/**
 * What the database sends to others, and gets from them, table by table (docs/src/logical_replication.md).
 */
export function describeLogicalReplication(
  facts: ClusterFacts,
): LogicalReplication[] | undefined {
  const described = [
    ...facts.readers(publications).map(object => ({ object, sends: true })),
    ...facts.readers(subscriptions).map(object => ({ object, sends: false })),
  ].map(
    ({ object, sends }): LogicalReplication => ({
      object: object.reference,
      direction: sends ? 'publishes' : 'subscribes',
      database: object.string('spec', 'dbname')?.value,
      from: object.string('spec', 'externalClusterName')?.value,
      applied: object.boolean('status', 'applied'),
      problem: object.string('status', 'message'),
    }),
  );
  return described.length > 0 ? described : undefined;
}
