import { JsonObject } from '@backstage/types';
import { KubernetesObject, MetricSample } from '../../../engine';

/** The time of all fixtures. */
export const now = new Date('2026-11-20T12:00:00Z');
export const namespace = 'shop';

/** A pod of a StatefulSet, ready on a node of its own. */
export function pod(options: {
  name: string;
  labels: Record<string, string>;
  node?: string;
  ready?: boolean;
  ip?: string;
}): KubernetesObject {
  const ordinal = Number(options.name.split('-').at(-1));
  const { name, labels, node = `node${ordinal + 1}`, ready = true } = options;
  const { ip = `10.244.${ordinal}.7` } = options;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      uid: `uid-of-pod-${name}`,
      labels: { ...labels, 'statefulset.kubernetes.io/pod-name': name },
    },
    spec: { nodeName: node },
    status: {
      phase: 'Running',
      podIP: ip,
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
    },
  };
}

/** A claim of 1 GiB, as the operators' examples ask for. */
export function claimOf(options: {
  name: string;
  labels: Record<string, string>;
}): KubernetesObject {
  const { name, labels } = options;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name,
      namespace,
      uid: `uid-of-claim-${name}`,
      creationTimestamp: '2026-06-01T10:00:00Z',
      labels,
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'standard',
      volumeName: `pv-${name}`,
      resources: { requests: { storage: '1Gi' } },
    },
    status: { phase: 'Bound', capacity: { storage: '1Gi' } },
  };
}

/** The volume behind such a claim, on a disk that can be attached elsewhere. */
export function volumeOf(claim: KubernetesObject): KubernetesObject {
  const { name, uid } = claim.metadata;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: `pv-${name}`, uid: `uid-of-volume-${name}` },
    spec: {
      capacity: { storage: '1Gi' },
      persistentVolumeReclaimPolicy: 'Delete',
      storageClassName: 'standard',
      claimRef: { namespace, name, uid },
      csi: { driver: 'ebs.csi.aws.com' },
    },
    status: { phase: 'Bound' },
  };
}

/** A snapshot of a claim and its content, as the CSI snapshotter writes them. */
export function snapshotOf(
  claim: string,
  creationTime: string,
): KubernetesObject[] {
  const apiVersion = 'snapshot.storage.k8s.io/v1';
  const name = `${claim}-${creationTime.slice(0, 10)}`;
  const content = `content-${name}`;
  return [
    {
      apiVersion,
      kind: 'VolumeSnapshot',
      metadata: {
        name,
        namespace,
        uid: `uid-of-snapshot-${name}`,
        creationTimestamp: creationTime,
      },
      spec: {
        source: { persistentVolumeClaimName: claim },
        volumeSnapshotClassName: 'csi',
      },
      status: {
        readyToUse: true,
        creationTime,
        restoreSize: '1Gi',
        boundVolumeSnapshotContentName: content,
      },
    },
    {
      apiVersion,
      kind: 'VolumeSnapshotContent',
      metadata: { name: content, uid: `uid-of-${content}` },
      spec: {
        deletionPolicy: 'Retain',
        driver: 'ebs.csi.aws.com',
        volumeSnapshotRef: { namespace, name },
      },
      status: { readyToUse: true },
    },
  ];
}

/** What an exporter says of a pod, half a minute ago. */
export function sample(
  name: string,
  ofPod: string,
  value: number,
  labels: Record<string, string> = {},
): MetricSample {
  return {
    name,
    labels: { namespace, pod: ofPod, ...labels },
    value,
    observedAt: '2026-11-20T11:59:30Z',
  };
}

/** The object with another spec. */
export function withSpec(
  object: KubernetesObject,
  change: (spec: JsonObject) => JsonObject,
): KubernetesObject {
  return { ...object, spec: change(object.spec ?? {}) };
}
