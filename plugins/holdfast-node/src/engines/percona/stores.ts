import { BackupMethod, BackupStore } from '@holdfast/plugin-holdfast-common';
import { FactReader, JsonPath } from '../../engine';
import { storeIdOf } from '../storeId';
import {
  bucketIn,
  isInCluster,
  regionOf,
  secretAt,
  StorePlace,
} from '../storePlace';
import { PerconaFacts } from './PerconaFacts';

/** The storages that the cluster's own object describes. */
export function describeStores(facts: PerconaFacts): BackupStore[] {
  const { cluster } = facts;
  const path = ['spec', 'backup', 'storages'];
  return Object.keys(cluster.object(...path)).flatMap(name => {
    const store = storageNamed(facts, name);
    return store ? [store] : [];
  });
}

/** The storage of that name; undefined where there is none, or where it names no place. */
export function storageNamed(
  { cluster }: PerconaFacts,
  name: string | undefined,
): BackupStore | undefined {
  if (name === undefined) return undefined;
  return storeAt(cluster, ['spec', 'backup', 'storages', name], {
    method: 'xtrabackup',
    volumes: name,
  });
}

/** A store as some part of an object describes it. */
export function storeAt(
  reader: FactReader,
  path: JsonPath,
  options: {
    method: BackupMethod;
    /** The storage that keeps each of its backups in a claim of its own, where it does. */
    volumes?: string;
  },
): BackupStore | undefined {
  const place =
    placeAt(reader, path) ?? claimsAt(reader, path, options.volumes);
  return (
    place && {
      ...place,
      method: options.method,
      definedBy: reader.reference,
      exists: true,
      inUse: true,
      otherWriters: [],
    }
  );
}

/**
 * A bucket or container. Both operators put a backup right into it, below the prefix that is given; the name of a bucket may have the prefix in it
 * already (`BucketAndPrefix` in `pxc_types.go`).
 */
export function placeAt(
  reader: FactReader,
  path: JsonPath,
): StorePlace | undefined {
  for (const [kind, scheme, field] of [
    ['s3', 's3://', 'bucket'],
    ['gcs', 'gs://', 'bucket'],
    ['azure', 'azure://', 'container'],
  ] as const) {
    const bucket = reader.string(...path, kind, field);
    if (!bucket) continue;
    const prefix = reader.string(...path, kind, 'prefix')?.value ?? '';
    const named = [bucket.value.replace(/^[a-z0-9]+:\/\//, ''), prefix]
      .map(part => part.replace(/^\/+|\/+$/g, ''))
      .filter(Boolean)
      .join('/');
    const location = { ...bucket, value: `${scheme}${named}` };
    const endpoint = reader.string(...path, kind, 'endpointUrl');
    return {
      id: storeIdOf(reader.reference.cluster, {
        ...(endpoint && { endpointUrl: endpoint.value }),
        destinationPath: location.value,
        serverName: '',
      }),
      location,
      endpoint,
      bucket: bucketIn(location),
      credential: secretAt(reader, [...path, kind, 'credentialsSecret']),
      region: regionOf(
        reader,
        endpoint,
        kind === 's3' ? [...path, kind, 'region'] : undefined,
      ),
      inCluster: endpoint && isInCluster(endpoint),
    };
  }
  return undefined;
}

/** `type: filesystem`: each backup has a claim of its own, in the namespace of the cluster. */
function claimsAt(
  reader: FactReader,
  path: JsonPath,
  storage: string | undefined,
): StorePlace | undefined {
  const type = reader.string(...path, 'type');
  if (type?.value !== 'filesystem' || storage === undefined) return undefined;
  const { cluster, namespace = '', name } = reader.reference;
  return {
    id: `${cluster}|claims/${namespace}/${name}/${storage}`,
    location: { ...type, value: 'a claim for each backup' },
    inCluster: { ...type, value: true },
  };
}
