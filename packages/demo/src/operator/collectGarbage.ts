import {
  KubernetesObject,
  ObjectStore,
  ResourceType,
  resourceTypes,
} from '../kubernetes';
import { listAt, textAt } from './fields';

const ownedTypes: readonly ResourceType[] = [
  resourceTypes.pods,
  resourceTypes.persistentVolumeClaims,
  resourceTypes.backups,
];

/**
 * Deletes what belonged to objects that are gone, as the controllers of Kubernetes do: by owner references, and of a claim its volume, whose
 * reclaim policy is `Delete`. Volume snapshots belong to nobody and stay.
 *
 * @param owners - the uids of what is gone
 */
export function collectGarbage(
  objects: ObjectStore,
  owners: ReadonlySet<string>,
): void {
  if (owners.size === 0) return;
  const claims = new Set<string>();
  for (const type of ownedTypes) {
    for (const object of objects.list(type)) {
      if (!isOwned(object, owners)) continue;
      if (type === resourceTypes.persistentVolumeClaims) {
        claims.add(object.metadata.uid ?? '');
      }
      release(objects, type, object);
    }
  }
  if (claims.size === 0) return;
  for (const volume of objects.list(resourceTypes.persistentVolumes)) {
    if (claims.has(textAt(volume.spec, 'claimRef', 'uid') ?? '')) {
      release(objects, resourceTypes.persistentVolumes, volume);
    }
  }
}

function isOwned(
  { metadata }: KubernetesObject,
  owners: ReadonlySet<string>,
): boolean {
  return listAt(metadata, 'ownerReferences').some(reference =>
    owners.has(textAt(reference, 'uid') ?? ''),
  );
}

/** Nothing uses it any more, so nothing holds it. */
function release(
  objects: ObjectStore,
  type: ResourceType,
  { metadata }: KubernetesObject,
): void {
  const { namespace, name } = metadata;
  objects.patch(type, { namespace, name }, { metadata: { finalizers: [] } });
  objects.delete(type, { namespace, name });
}
