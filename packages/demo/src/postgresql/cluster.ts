import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { clusterSpec } from './clusterSpec';
import { clusterStatus } from './clusterStatus';
import { timestamp } from './names';
import { SimulatedDatabase } from './SimulatedDatabase';

/** The Cluster as its operator writes it. */
export function clusterObject(database: SimulatedDatabase): KubernetesObject {
  const { traits, name, namespace } = database;
  const annotations = {
    ...traits.annotations,
    ...(traits.hibernated && { 'cnpg.io/hibernation': 'on' }),
    ...(database.fencedSince && { 'cnpg.io/fencedInstances': '["*"]' }),
    ...(traits.archiver === 'skipped' && {
      'cnpg.io/skipWalArchiving': 'enabled',
    }),
  };
  return {
    apiVersion: apiVersionOf(resourceTypes.clusters),
    kind: 'Cluster',
    metadata: {
      name,
      namespace,
      uid: database.uid,
      creationTimestamp: timestamp(database.createdAt),
      ...(traits.labels && { labels: traits.labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: clusterSpec(database),
    status: clusterStatus(database),
  };
}
