import { Observed } from '@holdfast/plugin-holdfast-common';
import { AssemblyInput } from './Engine';
import { FactReader } from './FactReader';

/** Well-known label (https://kubernetes.io/docs/reference/labels-annotations-taints/#topologykubernetesioregion). */
const regionLabel = 'topology.kubernetes.io/region';

/**
 * The region that a database runs in, where all nodes of its pods say the same.
 */
export function regionOf(
  input: Pick<AssemblyInput, 'cluster' | 'related'>,
): Observed<string> | undefined {
  let region: Observed<string> | undefined;
  for (const node of input.related.get('Node') ?? []) {
    const found = new FactReader(input.cluster, node).string(
      'metadata',
      'labels',
      regionLabel,
    );
    if (!found || (region && found.value !== region.value)) return undefined;
    region = found;
  }
  return region;
}
