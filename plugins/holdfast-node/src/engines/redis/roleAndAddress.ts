import { JsonObject } from '@backstage/types';
import { isJsonObject, KubernetesObject, stringAt } from '../../engine';

/** What is kept of a pod of a Redis: the role that its operator found it in, and the address by which its replicas name their primary. */
export function roleAndAddress(
  pod: KubernetesObject,
  role: string | undefined,
): JsonObject {
  const ip = isJsonObject(pod.status)
    ? stringAt(pod.status, 'podIP')
    : undefined;
  return {
    ...(role !== undefined && { role }),
    ...(ip !== undefined && { ip }),
  };
}
