import { resourceTypes, SimulatedCluster } from '@holdfast/demo';
import { KubernetesObject } from '@holdfast/plugin-holdfast-node';

/**
 * A simulated cluster with the objects of a recording, on loopback and over TLS. The token `reader` may read all of it.
 */
export async function startLabCluster(
  objects: readonly KubernetesObject[],
): Promise<SimulatedCluster> {
  const cluster = SimulatedCluster.create({ name: 'lab', tls: true });
  for (const object of objects) {
    const type = Object.values(resourceTypes).find(
      ({ kind, group }) =>
        kind === object.kind && object.apiVersion?.startsWith(group),
    );
    if (!type) throw new Error(`no type for a ${object.kind}`);
    cluster.objects.apply(type, object);
  }
  await cluster.start();
  return cluster;
}

/** A kubeconfig with the context `lab`, which is the current one, and `other`, whose cluster is missing. */
export function kubeconfigOf(cluster: SimulatedCluster, token = 'reader') {
  const certificate = Buffer.from(cluster.certificateAuthority ?? '');
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'lab',
    contexts: [
      { name: 'lab', context: { cluster: 'lab', user: 'me' } },
      { name: 'other', context: { cluster: 'nowhere', user: 'me' } },
    ],
    clusters: [
      {
        name: 'lab',
        cluster: {
          server: cluster.url,
          'certificate-authority-data': certificate.toString('base64'),
        },
      },
    ],
    users: [{ name: 'me', user: { token } }],
  };
}
