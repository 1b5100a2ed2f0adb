import { KubernetesObject } from '../../../engine';

/** `examples/kubernetes/snapshotclass-v1.yaml` of kubernetes-csi/external-snapshotter. */
export const snapshotClass: KubernetesObject = {
  apiVersion: 'snapshot.storage.k8s.io/v1',
  kind: 'VolumeSnapshotClass',
  metadata: {
    name: 'csi-hostpath-snapclass-v1',
    uid: 'uid-of-snapshot-class',
  },
  ...{ driver: 'hostpath.csi.k8s.io', deletionPolicy: 'Delete' },
};

/**
 * `examples/kubernetes/snapshot-v1.yaml` of kubernetes-csi/external-snapshotter, of a claim of one's own, with the status that its controller writes
 * (`VolumeSnapshotStatus` in `client/apis/volumesnapshot/v1/types.go`).
 */
export function snapshotOf(
  claim: string,
  options: {
    name?: string;
    cutAt?: string;
    group?: string;
    labels?: Record<string, string>;
    status?: KubernetesObject['status'];
  } = {},
): KubernetesObject {
  const { cutAt = '2026-11-20T18:00:02Z', group, labels } = options;
  const { name = `${claim}-${cutAt.slice(11, 13)}` } = options;
  return {
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshot',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-of-${name}`,
      creationTimestamp: cutAt,
      ...(labels && { labels }),
    },
    spec: {
      volumeSnapshotClassName: 'csi-hostpath-snapclass-v1',
      source: { persistentVolumeClaimName: claim },
    },
    status: options.status ?? {
      boundVolumeSnapshotContentName: `snapcontent-${name}`,
      creationTime: cutAt,
      readyToUse: true,
      restoreSize: '1Gi',
      ...(group !== undefined && { volumeGroupSnapshotName: group }),
    },
  };
}

/** The content of a snapshot, as "Volume Snapshot Contents" of the Kubernetes documentation has one, with its time in nanoseconds. */
export function contentOf(
  snapshot: KubernetesObject,
  deletionPolicy: 'Delete' | 'Retain' = 'Delete',
): KubernetesObject {
  const { name, namespace = '', uid = '' } = snapshot.metadata;
  return {
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshotContent',
    metadata: { name: `snapcontent-${name}`, uid: `uid-of-content-of-${name}` },
    spec: {
      deletionPolicy,
      driver: 'hostpath.csi.k8s.io',
      source: { volumeHandle: 'ee0cfb94-f8d4-11e9-b2d8-0242ac110002' },
      sourceVolumeMode: 'Filesystem',
      volumeSnapshotClassName: 'csi-hostpath-snapclass-v1',
      volumeSnapshotRef: { name, namespace, uid },
    },
    status: {
      creationTime: 1795197602000000000,
      readyToUse: true,
      restoreSize: 1073741824,
      snapshotHandle: '7bdd0de3-aaeb-11e8-9aae-0242ac110002',
    },
  };
}

/** As "Volume Attributes Classes" of the Kubernetes documentation has it. */
export const volumeAttributesClass: KubernetesObject = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'VolumeAttributesClass',
  metadata: { name: 'silver', uid: 'uid-of-silver' },
  ...{
    driverName: 'pd.csi.storage.gke.io',
    parameters: {
      'provisioned-iops': '3000',
      'provisioned-throughput': '50',
    },
  },
};
