import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { timestamp } from './names';
import { SimulatedDatabase } from './SimulatedDatabase';

/** The Databases beside the application's, which its owner owns too. */
export function logicalDatabaseObjects(
  database: SimulatedDatabase,
): KubernetesObject[] {
  const { name: cluster, namespace, traits, createdAt } = database;
  return (traits.databases ?? []).map(name => ({
    apiVersion: apiVersionOf(resourceTypes.databases),
    kind: 'Database',
    metadata: {
      name: `${cluster}-${name}`,
      namespace,
      creationTimestamp: timestamp(createdAt),
    },
    spec: {
      cluster: { name: cluster },
      databaseReclaimPolicy: 'retain',
      ensure: 'present',
      name,
      owner: 'app',
    },
    status: logicalDatabaseStatus(),
  }));
}

/** What the operator says of a Database that is as it should be. */
export function logicalDatabaseStatus() {
  return { applied: true, observedGeneration: 1 };
}
