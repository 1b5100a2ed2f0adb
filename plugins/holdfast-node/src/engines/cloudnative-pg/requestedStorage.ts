import { Observed, parseBytes } from '@holdfast/plugin-holdfast-common';
import { FactReader, JsonPath } from '../../engine';

/**
 * What each instance is asked to hold of the data: its own volume and those of the tablespaces. Undefined when any of them cannot be read. A claim
 * template gives the size where `size` does not (`spec.storage` of the Cluster's CRD).
 */
export function requestedStorage(
  cluster: FactReader,
): Observed<number> | undefined {
  const data = sizeAt(cluster, ['spec', 'storage']);
  if (!data) return undefined;
  let { value } = data;
  for (const index of cluster.list('spec', 'tablespaces').keys()) {
    const tablespace = sizeAt(cluster, [
      'spec',
      'tablespaces',
      index,
      'storage',
    ]);
    if (!tablespace) return undefined;
    value += tablespace.value;
  }
  return { ...data, value };
}

function sizeAt(
  cluster: FactReader,
  path: JsonPath,
): Observed<number> | undefined {
  return (
    cluster.parse(parseBytes, ...path, 'size') ??
    cluster.parse(
      parseBytes,
      ...path,
      'pvcTemplate',
      'resources',
      'requests',
      'storage',
    )
  );
}
