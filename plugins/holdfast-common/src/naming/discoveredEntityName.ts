import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { databaseIdOf, ObjectReference } from '../model';

/** Of an entity's name: `KubernetesValidatorFunctions.isValidObjectName` in @backstage/catalog-model. */
const longestName = 63;
const hashDigits = 6;

/**
 * The name of the entity that stands for a discovered object: `name-namespace-cluster-` and six hex digits of the hash of its id, so
 * that objects of one name in other namespaces and clusters, or of other kinds, never meet. It never changes.
 *
 * @public
 */
export function discoveredEntityName(object: ObjectReference): string {
  const hash = bytesToHex(sha256(databaseIdOf(object))).slice(0, hashDigits);
  const readable = [object.name, object.namespace, object.cluster]
    .filter(part => part !== undefined)
    .join('-')
    .toLowerCase()
    // Names of clusters may be ARNs or have spaces in them.
    .replace(/[^a-z0-9._-]+/g, '-')
    .slice(0, longestName - hashDigits - 1)
    .replace(/^[._-]+|[._-]+$/g, '');
  return readable ? `${readable}-${hash}` : hash;
}
