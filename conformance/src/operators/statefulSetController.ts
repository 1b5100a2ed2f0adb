import { KubernetesObject } from '@holdfast/plugin-holdfast-node';
import { OperatorCluster } from './OperatorCluster';

/** Makes the first pod of a StatefulSet and has it run. */
export async function runFirstPod(
  cluster: OperatorCluster,
  statefulSet: KubernetesObject,
): Promise<void> {
  await placeFirstPod(cluster, statefulSet);
  await startFirstPod(cluster, statefulSet);
}

/**
 * Makes the first pod of a StatefulSet, and its claims where there are none, as the StatefulSet controller does, and gives it a node, as the
 * scheduler would.
 *
 * @remarks
 * Claims carry the labels of their template and of the selector (`getPersistentVolumeClaims` in `pkg/controller/statefulset`).
 */
export async function placeFirstPod(
  cluster: OperatorCluster,
  { metadata: { name, namespace, uid }, spec }: KubernetesObject,
): Promise<void> {
  const { template, volumeClaimTemplates, selector } = Object(spec);
  const pod = `${name}-0`;
  const volumes = [...(template.spec.volumes ?? [])];
  for (const { metadata, spec: asked } of volumeClaimTemplates) {
    const claim = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      name: `${metadata.name}-${pod}`,
      namespace,
    };
    volumes.push({
      name: metadata.name,
      persistentVolumeClaim: { claimName: claim.name },
    });
    if (await cluster.find(claim)) continue;
    await cluster.create({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        name: claim.name,
        namespace,
        labels: { ...metadata.labels, ...selector.matchLabels },
        annotations: metadata.annotations,
      },
      spec: asked,
      status: { phase: 'Bound' },
    });
  }
  await cluster.create({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: pod,
      namespace,
      labels: {
        ...template.metadata.labels,
        'controller-revision-hash': `${name}-1`,
        'statefulset.kubernetes.io/pod-name': pod,
        'apps.kubernetes.io/pod-index': '0',
      },
      annotations: template.metadata.annotations,
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'StatefulSet',
          name,
          uid: uid ?? '',
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: { ...template.spec, nodeName: 'node-1', volumes },
    status: {
      phase: 'Pending',
      conditions: [{ type: 'PodScheduled', status: 'True' }],
    },
  });
}

/** Has the first pod run and be ready, as the kubelet would, and its StatefulSet say so. */
export async function startFirstPod(
  cluster: OperatorCluster,
  { metadata: { name, namespace, generation } }: KubernetesObject,
): Promise<void> {
  await cluster.writeStatus(
    { apiVersion: 'v1', kind: 'Pod', name: `${name}-0`, namespace },
    {
      phase: 'Running',
      conditions: [
        { type: 'PodScheduled', status: 'True' },
        { type: 'Ready', status: 'True' },
      ],
    },
  );
  await cluster.writeStatus(
    { apiVersion: 'apps/v1', kind: 'StatefulSet', name, namespace },
    {
      observedGeneration: generation,
      replicas: 1,
      readyReplicas: 1,
      availableReplicas: 1,
      currentReplicas: 1,
      updatedReplicas: 1,
      currentRevision: `${name}-1`,
      updateRevision: `${name}-1`,
    },
  );
}

/** The endpoints of a Service with one pod that is ready, as the endpoint slice controller writes them. */
export function endpointsOf(
  service: string,
  namespace: string,
  port: number,
): KubernetesObject {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: `${service}-1`,
      namespace,
      labels: { 'kubernetes.io/service-name': service },
    },
    addressType: 'IPv4',
    endpoints: [{ addresses: ['10.1.0.1'], conditions: { ready: true } }],
    ports: [{ name: 'mariadb', port }],
  };
}
