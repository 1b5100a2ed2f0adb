import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { timestamp } from './names';
import { SimulatedDatabase } from './SimulatedDatabase';

const IMAGE = 'ghcr.io/cloudnative-pg/pgbouncer:1.25.1';

/** The Pooler before a database, where it has one. */
export function poolerObject(
  database: SimulatedDatabase,
): KubernetesObject | undefined {
  const { name, namespace, traits } = database;
  const type = traits.pooler;
  if (!type) return undefined;
  return {
    apiVersion: apiVersionOf(resourceTypes.poolers),
    kind: 'Pooler',
    metadata: {
      name: `${name}-pooler-${type}`,
      namespace,
      creationTimestamp: timestamp(database.createdAt),
    },
    spec: {
      cluster: { name },
      instances: 2,
      pgbouncer: {
        parameters: { max_client_conn: '1000' },
        paused: false,
        poolMode: 'transaction',
      },
      type,
    },
    status: { image: IMAGE, instances: 2, phase: 'active' },
  };
}

/** The status of a Pooler whose instances all run. */
export function poolerStatus({ spec }: KubernetesObject) {
  const { instances } = Object(spec);
  return {
    image: IMAGE,
    instances: typeof instances === 'number' ? instances : 1,
    phase: 'active',
  };
}
