import { KubernetesObject } from '@holdfast/plugin-holdfast-node';
import { OperatorCluster } from './OperatorCluster';
import { runFirstPod } from './statefulSetController';

/** The StatefulSet, and what its one claim is called. */
export const plainPostgresql = {
  namespace: 'shop',
  name: 'orders',
  claim: 'data-orders-0',
} as const;

const { namespace, name, claim } = plainPostgresql;

const statefulSet: KubernetesObject = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name, namespace },
  spec: {
    serviceName: name,
    replicas: 1,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: {
        containers: [
          {
            name: 'postgresql',
            image: 'postgres:17.6',
            volumeMounts: [
              { name: 'data', mountPath: '/var/lib/postgresql/data' },
            ],
          },
        ],
      },
    },
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: '',
          volumeName: 'pv-orders',
          resources: { requests: { storage: '1Gi' } },
        },
      },
    ],
  },
};

/** A PostgreSQL that no operator looks after, on a CSI volume: its backups are what others take of the volume. */
export async function runPlainPostgresql(
  cluster: OperatorCluster,
): Promise<void> {
  await cluster.create(
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    volumeFor('pv-orders', namespace),
    statefulSet,
  );
  const made = await cluster.find({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    name,
    namespace,
  });
  await runFirstPod(cluster, made ?? statefulSet);
}

/** A volume for the claim of that name in a namespace. */
export function volumeFor(
  volume: string,
  claimNamespace: string,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: volume },
    spec: {
      capacity: { storage: '1Gi' },
      accessModes: ['ReadWriteOnce'],
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: '',
      csi: { driver: 'csi.example.org', volumeHandle: volume },
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: claimNamespace,
        name: claim,
      },
    },
    status: { phase: 'Bound' },
  };
}
