import {
  ANNOTATION_STORE_REGION,
  BackupStore,
  Observed,
} from '@holdfast/plugin-holdfast-common';
import { FactReader, JsonPath } from '../engine';
import { parseUrl } from './storeId';

/**
 * Where backups lie: what tells the place from others, how to look it up, and what it is lost with.
 */
export type StorePlace = Pick<
  BackupStore,
  | 'id'
  | 'location'
  | 'endpoint'
  | 'bucket'
  | 'credential'
  | 'region'
  | 'inCluster'
>;

/** The Secret that a path names, in the namespace of the object: two Secrets of one name in two namespaces open different stores. */
export function secretAt(
  object: FactReader,
  path: JsonPath,
): BackupStore['credential'] {
  const name = object.string(...path);
  const { namespace = '' } = object.reference;
  return name && { ...name, value: `Secret ${namespace}/${name.value}` };
}

/**
 * The region of a store: as an annotation of the object that describes it says, else as its endpoint does. What is configured beside the endpoint
 * counts for Amazon's alone, see {@link regionIn}.
 */
export function regionOf(
  object: FactReader,
  endpoint: Observed<string> | undefined,
  path?: JsonPath,
): BackupStore['region'] {
  return (
    object.string('metadata', 'annotations', ANNOTATION_STORE_REGION) ??
    regionIn(endpoint) ??
    (path && isAmazon(endpoint) ? object.string(...path) : undefined)
  );
}

/**
 * The bucket or container in a destination: `backups` of `s3://backups/orders`, `account/container` of a URL of Azure Blob Storage.
 */
export function bucketIn(
  destination: Observed<string> | undefined,
): Observed<string> | undefined {
  const url = parseUrl(destination?.value);
  if (!destination || !url) return undefined;
  const value = url.protocol.startsWith('http')
    ? [accountIn(url), ...url.pathname.split('/').filter(Boolean).slice(0, 1)]
        .filter(Boolean)
        .join('/')
    : url.host;
  return value ? { ...destination, value } : undefined;
}

function accountIn({ hostname }: URL): string {
  return hostname.split('.')[0];
}

/**
 * The region that an endpoint names. Only Amazon's do so in a way that holds (docs.aws.amazon.com, "Amazon Simple Storage Service endpoints and
 * quotas"): what is configured beside another endpoint may mean nothing, as `us-east-1` for a MinIO in the cellar.
 */
export function regionIn(
  endpoint: Observed<string> | undefined,
): Observed<string> | undefined {
  const match =
    /(?:^|\.)s3[.-](?:fips\.|dualstack\.|fips\.dualstack\.)?([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com(?:\.cn)?$/.exec(
      hostIn(endpoint) ?? '',
    );
  return endpoint && match ? { ...endpoint, value: match[1] } : undefined;
}

/** Whether an endpoint is one of Amazon S3, or none is given, which means the same to whoever is told a region beside it. */
export function isAmazon(endpoint: Observed<string> | undefined): boolean {
  const host = hostIn(endpoint);
  return host === undefined
    ? endpoint === undefined
    : /(^|\.)amazonaws\.com(\.cn)?$/.test(host);
}

/**
 * The same of a destination that no endpoint is given for: it is the provider's own, or the URL says where it is.
 */
export function isDestinationInCluster(
  destination: Observed<string>,
): Observed<boolean> | undefined {
  const url = parseUrl(destination.value);
  if (!url) return undefined;
  const providers =
    !url.protocol.startsWith('http') ||
    /\.core\.(windows\.net|chinacloudapi\.cn|usgovcloudapi\.net)$/.test(
      url.hostname,
    );
  return providers
    ? { ...destination, value: false }
    : isInCluster(destination);
}

/**
 * Whether an endpoint is a Service of the Kubernetes cluster itself: `minio`, `minio.storage.svc`, `minio.storage.svc.cluster.local`. Undefined
 * where a name may lead anywhere, as an address and the host of an Ingress do.
 */
export function isInCluster(
  endpoint: Observed<string>,
): Observed<boolean> | undefined {
  const host = hostIn(endpoint);
  if (host === undefined || host === 'localhost' || host.startsWith('[')) {
    return undefined;
  }
  const labels = host.split('.');
  if (labels.length === 1 || labels[2] === 'svc') {
    return { ...endpoint, value: true };
  }
  return isAmazon(endpoint) ? { ...endpoint, value: false } : undefined;
}

/** With or without a scheme: operators differ. */
function hostIn(endpoint: Observed<string> | undefined): string | undefined {
  if (!endpoint) return undefined;
  const text = endpoint.value.includes('://')
    ? endpoint.value
    : `https://${endpoint.value}`;
  return parseUrl(text)?.hostname;
}
