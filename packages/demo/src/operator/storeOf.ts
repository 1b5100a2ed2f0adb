import { KubernetesObject } from '../kubernetes';
import { SimulatedStore } from '../postgresql/SimulatedStore';
import { fieldAt, textAt } from './fields';

/** Services inside of a cluster. */
const inCluster = /\.svc(\.cluster\.local)?$/;

/**
 * The simulated store that a declaration means. A known endpoint or bucket is that store; a bucket of a cloud provider, or a store inside of the
 * cluster, is the cluster's own; an endpoint that nobody knows is a store that cannot be reached.
 *
 * @param declared - an ObjectStore, or a Cluster with in-tree Barman
 */
export function storeOf(
  declared: KubernetesObject | undefined,
  options: { stores: readonly SimulatedStore[]; own: SimulatedStore },
): SimulatedStore {
  const { stores, own } = options;
  const configuration =
    fieldAt(declared?.spec, 'configuration') ??
    fieldAt(declared?.spec, 'backup', 'barmanObjectStore');
  const endpoint = textAt(configuration, 'endpointURL');
  const path = textAt(configuration, 'destinationPath');
  const known = stores.find(
    ({ endpointURL, bucket }) =>
      endpointURL === endpoint || path?.startsWith(`s3://${bucket}/`),
  );
  if (known) return known;
  if (endpoint === undefined || inCluster.test(hostOf(endpoint))) return own;
  return SimulatedStore.unreachable(endpoint);
}

function hostOf(endpoint: string): string {
  try {
    return new URL(endpoint).hostname;
  } catch {
    return endpoint;
  }
}
