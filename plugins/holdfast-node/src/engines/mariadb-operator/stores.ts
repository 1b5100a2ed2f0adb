import { BackupMethod, BackupStore } from '@holdfast/plugin-holdfast-common';
import { FactReader, JsonPath } from '../../engine';
import { storeIdOf } from '../storeId';
import {
  isDestinationInCluster,
  isInCluster,
  regionOf,
  secretAt,
  StorePlace,
} from '../storePlace';

/**
 * The place that `spec.storage` of an object describes; undefined where nothing is kept, as in an `emptyDir`.
 */
export function describeStore(
  order: FactReader,
  method: BackupMethod,
): BackupStore | undefined {
  const place =
    s3Place(order) ??
    azurePlace(order) ??
    snapshotPlace(order) ??
    volumePlace(order);
  return (
    place && {
      ...place,
      method,
      definedBy: order.reference,
      exists: true,
      inUse: true,
      otherWriters: [],
    }
  );
}

/** An endpoint has no scheme; `tls.enabled` gives it one. */
function s3Place(order: FactReader): StorePlace | undefined {
  const path = ['spec', 'storage', 's3'];
  const bucket = order.string(...path, 'bucket');
  if (!bucket) return undefined;
  const endpoint = order.string(...path, 'endpoint');
  const scheme =
    order.boolean(...path, 'tls', 'enabled')?.value === true ? 'https' : 'http';
  const prefix = order
    .string(...path, 'prefix')
    ?.value.replace(/^\/+|\/+$/g, '');
  const location = ['s3:/', bucket.value, prefix].filter(Boolean).join('/');
  return {
    id: storeIdOf(order.reference.cluster, {
      ...(endpoint && { endpointUrl: `${scheme}://${endpoint.value}` }),
      destinationPath: location,
      serverName: '',
    }),
    location: order.derive(location, [...path, 'bucket'], bucket.value),
    endpoint,
    bucket,
    credential: secretAt(order, [...path, 'accessKeyIdSecretKeyRef', 'name']),
    region: regionOf(order, endpoint, [...path, 'region']),
    inCluster: endpoint && isInCluster(endpoint),
  };
}

function azurePlace(order: FactReader): StorePlace | undefined {
  const path = ['spec', 'storage', 'azureBlob'];
  const container = order.string(...path, 'containerName');
  if (!container) return undefined;
  const endpoint = order.string(...path, 'serviceURL');
  const location = [
    endpoint?.value.replace(/\/+$/, ''),
    container.value,
    order.string(...path, 'prefix')?.value.replace(/^\/+|\/+$/g, ''),
  ]
    .filter(Boolean)
    .join('/');
  return {
    id: storeIdOf(order.reference.cluster, {
      endpointUrl: endpoint?.value,
      destinationPath: location,
      serverName: '',
    }),
    location: order.derive(
      location,
      [...path, 'containerName'],
      container.value,
    ),
    endpoint,
    bucket: {
      ...container,
      value: [endpoint?.value, container.value].filter(Boolean).join('/'),
    },
    credential: secretAt(order, [...path, 'storageAccountKey', 'name']),
    region: regionOf(order, endpoint),
    inCluster: endpoint && isDestinationInCluster(endpoint),
  };
}

function snapshotPlace(order: FactReader): StorePlace | undefined {
  const path = ['spec', 'storage', 'volumeSnapshot'];
  if (order.object('spec', 'storage').volumeSnapshot === undefined) {
    return undefined;
  }
  const snapshotClass = order.string(...path, 'volumeSnapshotClassName');
  return {
    id: localId(order, 'snapshots'),
    ...(snapshotClass && {
      location: {
        ...snapshotClass,
        value: `snapshots of class ${snapshotClass.value}`,
      },
    }),
  };
}

/** Volumes of the Kubernetes cluster itself, and what is mounted from elsewhere. */
function volumePlace(order: FactReader): StorePlace | undefined {
  const storage = ['spec', 'storage'];
  if (order.object(...storage).persistentVolumeClaim !== undefined) {
    const path = [...storage, 'persistentVolumeClaim'];
    const { name } = order.reference;
    return {
      id: localId(order, 'claim'),
      location: order.derive(`the claim of ${name}`, path),
      inCluster: order.derive(true, path),
    };
  }
  const volume = [...storage, 'volume'];
  const at = (...path: JsonPath) => order.string(...volume, ...path);
  const claim = at('persistentVolumeClaim', 'claimName');
  if (claim) {
    return {
      id: localId(order, 'claim', claim.value),
      location: { ...claim, value: `the claim ${claim.value}` },
      inCluster: { ...claim, value: true },
    };
  }
  const server = at('nfs', 'server');
  if (server) {
    const location = `nfs://${server.value}${at('nfs', 'path')?.value ?? ''}`;
    return { id: location, location: { ...server, value: location } };
  }
  const hostPath = at('hostPath', 'path');
  if (hostPath) {
    return {
      id: localId(order, 'hostPath', hostPath.value),
      location: { ...hostPath, value: `${hostPath.value} on the node` },
      inCluster: { ...hostPath, value: true },
    };
  }
  const driver = at('csi', 'driver');
  return (
    driver && {
      id: localId(order, 'csi'),
      location: { ...driver, value: `a volume of ${driver.value}` },
    }
  );
}

function localId(
  { reference: { cluster, namespace = '', kind, name } }: FactReader,
  what: string,
  which = `${kind}/${name}`,
): string {
  return `${cluster}|${what}/${namespace}/${which}`;
}
