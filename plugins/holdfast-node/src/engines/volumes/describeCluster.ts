import {
  booleanAt,
  Fact,
  objectAt,
  qualifiedKind,
  stringAt,
} from '../../engine';
import { defaultClass, regionLabel } from './names';
import { namespaces, nodes, storageClasses } from './resources';

/**
 * A StorageClass, as far as somebody who chooses one and somebody who prices it ask for it.
 *
 * @public
 */
export interface DescribedStorageClass {
  name: string;
  /** For claims that name none. */
  isDefault: boolean;
  provisioner?: string;
  /** Without those that name Secrets. */
  parameters: Record<string, string>;
  reclaimPolicy?: string;
  expandable: boolean;
}

/**
 * What a cluster offers to a database that does not exist yet.
 *
 * @public
 */
export interface DescribedCluster {
  /** By name. */
  namespaces: string[];
  /** By name, the default first. */
  storageClasses: DescribedStorageClass[];
  /** `aws`, `azure` or `gcp`, where all nodes say the same. */
  provider?: string;
  /** Where all nodes say the same. */
  region?: string;
}

/**
 * The kinds, with group, whose facts {@link describeCluster} reads.
 *
 * @public
 */
export const clusterKinds: readonly string[] = [
  namespaces,
  nodes,
  storageClasses,
].map(qualifiedKind);

/** Schemes of a node's provider ID, by the cloud controller managers of these providers. */
const providers = new Map([
  ['aws', 'aws'],
  ['azure', 'azure'],
  ['gce', 'gcp'],
]);

/**
 * Describes a cluster from the facts about its namespaces, nodes and storage classes.
 *
 * @public
 */
export function describeCluster(
  facts: Iterable<Pick<Fact, 'kind' | 'name' | 'data'>>,
): DescribedCluster {
  const described: DescribedCluster = { namespaces: [], storageClasses: [] };
  const regions = new Set<string | undefined>();
  const schemes = new Set<string | undefined>();
  for (const { kind, name, data } of facts) {
    if (kind === qualifiedKind(namespaces)) {
      described.namespaces.push(name);
    } else if (kind === qualifiedKind(storageClasses)) {
      described.storageClasses.push(describeStorageClass(name, data));
    } else if (kind === qualifiedKind(nodes)) {
      regions.add(stringAt(data, 'metadata', 'labels', regionLabel));
      schemes.add(stringAt(data, 'spec', 'providerID'));
    }
  }
  described.namespaces.sort();
  described.storageClasses.sort(
    (one, other) =>
      Number(other.isDefault) - Number(one.isDefault) ||
      (one.name < other.name ? -1 : 1),
  );
  const region = onlyOne(regions);
  const provider = providers.get(onlyOne(schemes) ?? '');
  return {
    ...described,
    ...(provider && { provider }),
    ...(region && { region }),
  };
}

function describeStorageClass(
  name: string,
  data: Fact['data'],
): DescribedStorageClass {
  const provisioner = stringAt(data, 'provisioner');
  const reclaimPolicy = stringAt(data, 'reclaimPolicy');
  return {
    name,
    isDefault:
      stringAt(data, 'metadata', 'annotations', defaultClass) === 'true',
    ...(provisioner !== undefined && { provisioner }),
    parameters: Object.fromEntries(
      Object.entries(objectAt(data, 'parameters')).map(([key, value]) => [
        key,
        String(value),
      ]),
    ),
    ...(reclaimPolicy !== undefined && { reclaimPolicy }),
    expandable: booleanAt(data, 'allowVolumeExpansion') ?? false,
  };
}

function onlyOne(values: ReadonlySet<string | undefined>): string | undefined {
  return values.size === 1 ? [...values][0] : undefined;
}
