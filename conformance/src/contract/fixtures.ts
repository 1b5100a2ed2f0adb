import { KubernetesObject, ObjectKey, resourceTypes } from '@holdfast/demo';
import { randomBytes } from 'node:crypto';
import { ApiClient } from '../ApiClient';

/** The least that the CRD of CloudNativePG accepts as a Cluster. */
export function exampleCluster(
  key: ObjectKey,
  more: { labels?: Record<string, string>; finalizers?: string[] } = {},
): KubernetesObject {
  return {
    metadata: { ...key, ...more },
    spec: { instances: 1, storage: { size: '1Gi' } },
  };
}

/** A new namespace, so that tests do not see each other's objects. */
export async function createNamespace(admin: ApiClient): Promise<string> {
  const name = `contract-${randomBytes(5).toString('hex')}`;
  await admin.create(resourceTypes.namespaces, { metadata: { name } });
  return name;
}

export async function createClusters(
  admin: ApiClient,
  namespace: string,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    await admin.create(
      resourceTypes.clusters,
      exampleCluster({ namespace, name }),
    );
  }
}

export function namesOf(list: { items?: KubernetesObject[] }): string[] {
  return (list.items ?? []).map(({ metadata }) => metadata.name);
}
