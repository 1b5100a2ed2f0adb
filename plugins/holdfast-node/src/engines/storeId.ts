/**
 * Where base backups and WAL of one server lie.
 */
export interface StoreLocation {
  /** Absent: the provider's own endpoint. */
  endpointUrl?: string;
  destinationPath?: string;
  serverName: string;
}

/**
 * The identity of a place in an object store, equal for whoever writes there: endpoint, path and server name. An endpoint that only
 * means something within a Kubernetes cluster is told apart by the cluster.
 */
export function storeIdOf(
  kubernetesCluster: string,
  location: StoreLocation,
): string {
  const id = locationOf(location);
  return isClusterLocal(location.endpointUrl)
    ? `${kubernetesCluster}|${id}`
    : id;
}

/** The location as one text without accidental differences: trailing slashes, case of the host, default ports. */
export function locationOf(location: StoreLocation): string {
  const { endpointUrl, destinationPath = '', serverName } = location;
  return [
    normaliseEndpoint(endpointUrl),
    destinationPath.replace(/\/+$/, ''),
    serverName,
  ].join('|');
}

function normaliseEndpoint(endpointUrl: string | undefined): string {
  const url = parseUrl(endpointUrl);
  if (!url) return endpointUrl ?? '';
  return `${url.protocol}//${url.host}${url.pathname}`.replace(/\/+$/, '');
}

/** `minio`, `minio.storage`, `minio.storage.svc`, `minio.storage.svc.cluster.local`, `localhost`. */
function isClusterLocal(endpointUrl: string | undefined): boolean {
  const url = parseUrl(endpointUrl);
  if (!url) return false;
  const labels = url.hostname.split('.');
  return (
    labels.length === 1 ||
    labels.includes('svc') ||
    labels.at(-1) === 'local' ||
    // Nobody serves plain HTTP from a bare domain; a Service by name and namespace looks like one.
    (labels.length === 2 && url.protocol === 'http:')
  );
}

export function parseUrl(text: string | undefined): URL | undefined {
  return text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
}
