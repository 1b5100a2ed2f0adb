import { KubernetesObject } from '../kubernetes';

/** An object that is deleted together with another one. */
export function ownedBy(
  owner: KubernetesObject,
  object: KubernetesObject,
  options: { blockOwnerDeletion?: boolean } = {},
): KubernetesObject {
  const reference = {
    apiVersion: owner.apiVersion,
    ...options,
    controller: true,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid,
  };
  return {
    ...object,
    metadata: { ...object.metadata, ownerReferences: [reference] },
  };
}
