import { isDeepStrictEqual } from 'node:util';
import { KubernetesObject } from './KubernetesObject';
import { isBuiltIn, ResourceType } from './ResourceType';

/** Custom resources, workloads and (since 1.33) pods count the changes of their spec. */
export function countsGenerations(type: ResourceType): boolean {
  return (
    !isBuiltIn(type) ||
    ['apps', 'batch'].includes(type.group) ||
    type.plural === 'pods'
  );
}

/** The generation of an object: one more whenever its spec moves, whatever happens to its metadata and status. */
export function nextGeneration(
  object: KubernetesObject,
  previous: KubernetesObject | undefined,
): number {
  const given = object.metadata.generation;
  const known = previous?.metadata.generation;
  if (given !== undefined && given !== known) {
    return given;
  }
  if (!previous || !known) {
    return 1;
  }
  const same = isDeepStrictEqual(
    // Fields that are set to undefined are absent once written.
    JSON.parse(JSON.stringify(desired(object))),
    desired(previous),
  );
  return same ? known : known + 1;
}

/** What the owner asked for: all of an object but its metadata and its status. */
function desired(object: KubernetesObject): Record<string, unknown> {
  const {
    apiVersion: _apiVersion,
    kind: _kind,
    metadata: _metadata,
    status: _status,
    ...rest
  } = object;
  return rest;
}
