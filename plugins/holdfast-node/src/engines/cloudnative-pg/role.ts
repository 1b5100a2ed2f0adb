import { Database } from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../engine';
import { storeIdOf } from '../storeId';
import { followedArchive, objectStoreKey } from './archives';
import { ClusterFacts } from './ClusterFacts';

/**
 * A Cluster with a `replica` section follows another one when that says so, or else when it is not itself the primary named there
 * (`Cluster.IsReplica` in `api/v1/cluster_funcs.go`).
 */
export function describeRole({
  cluster,
  input,
}: ClusterFacts): Database['role'] {
  const path = ['spec', 'replica'];
  const replica = cluster.object('spec').replica;
  if (replica === undefined) return cluster.derive('primary', path);
  const enabled = cluster.boolean(...path, 'enabled');
  if (enabled) {
    return {
      ...enabled,
      value: enabled.value ? 'replica-cluster' : 'primary',
    };
  }
  const primary = cluster.string(...path, 'primary');
  const self = cluster.string(...path, 'self')?.value ?? input.root.name;
  return cluster.derive(
    self === primary?.value ? 'primary' : 'replica-cluster',
    [...path, 'primary'],
    primary?.value,
  );
}

/**
 * The archive that a replica cluster reads from. One that only streams cannot be told whose copy it is: a host name means something else in each
 * cluster.
 */
export function describeFollowed(facts: ClusterFacts): Database['follows'] {
  const { cluster, input } = facts;
  const { data, name, namespace } = input.root;
  if (describeRole(facts).value !== 'replica-cluster') return undefined;
  const archive = followedArchive(data, name);
  if (!archive) return undefined;
  const store =
    archive.objectStore === undefined
      ? undefined
      : input.find(objectStoreKey(namespace, archive.objectStore));
  if (archive.objectStore !== undefined && !store) return undefined;
  const [configuration, path]: [FactReader, (string | number)[]] = store
    ? [facts.read(store), ['spec', 'configuration']]
    : [cluster, [...archive.path]];
  const destination = configuration.string(...path, 'destinationPath');
  if (!destination) return undefined;
  const external = archive.path.slice(0, -1);
  const host = cluster.string(...external, 'connectionParameters', 'host');
  const source = cluster.string('spec', 'replica', 'source');
  return {
    value: {
      storeId: storeIdOf(input.cluster, {
        endpointUrl: configuration.string(...path, 'endpointURL')?.value,
        destinationPath: destination.value,
        serverName: archive.serverName,
      }),
      via: host ? 'streaming' : 'archive',
    },
    evidence: source?.evidence ?? destination.evidence,
  };
}
