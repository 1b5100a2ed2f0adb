import {
  ObjectStore,
  resourceName,
  resourceTypes,
  SimulatedCluster,
} from '../kubernetes';
import { guardOf } from './guards';
import { DeliveredObject, ObjectReport } from './ObjectReport';

/**
 * Deletes objects that left Git, but for those that a mark keeps.
 *
 * @param options - `occasion`: whether they left their folder (`prune`), or what delivers them is gone (`delete`) · `reason`: why all of them stay,
 *   where pruning is switched off
 * @returns what became of each that was still there, and those that stay
 */
export function pruneObjects(
  candidates: readonly DeliveredObject[],
  options: {
    cluster: SimulatedCluster;
    occasion: 'prune' | 'delete';
    reason?: string;
  },
): { reports: ObjectReport[]; kept: DeliveredObject[] } {
  const { occasion, reason } = options;
  const { objects } = options.cluster;
  const reports: ObjectReport[] = [];
  const kept: DeliveredObject[] = [];
  for (const candidate of candidates) {
    const { type, namespace, name } = candidate;
    const object = objects.get(type, candidate);
    if (!object) continue;
    const report = { kind: type.kind, namespace, name };
    const guard = reason ?? guardOf(object, occasion);
    if (guard !== undefined) {
      kept.push(candidate);
      reports.push({
        ...report,
        outcome: 'kept',
        message: `it left Git and stays: ${guard}`,
      });
      continue;
    }
    if (type === resourceTypes.namespaces) emptyNamespace(objects, name);
    objects.delete(type, candidate);
    reports.push({ ...report, outcome: 'pruned' });
  }
  return { reports, kept };
}

/** With a namespace goes all that lies in it. */
function emptyNamespace(objects: ObjectStore, namespace: string): void {
  for (const type of objects.types.filter(({ namespaced }) => namespaced)) {
    for (const { metadata } of objects.list(type, { namespace })) {
      const key = { namespace, name: metadata.name };
      objects.patch(type, key, { metadata: { finalizers: [] } });
      objects.delete(type, key);
    }
  }
}

/** Names an object within its cluster. */
export function keyOf({ type, namespace, name }: DeliveredObject): string {
  return `${resourceName(type)}/${namespace ?? ''}/${name}`;
}
