import { KubernetesObject } from '../../engine';
import { orders } from '../__testUtils__/orders';
import { describeOne } from '../__testUtils__/recording';

const claim: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: {
    name: 'orders-1-wal',
    namespace: 'default',
    uid: 'uid-of-claim',
    labels: {
      'cnpg.io/cluster': 'orders',
      'cnpg.io/instanceName': 'orders-1',
      'cnpg.io/pvcRole': 'PG_WAL',
    },
  },
  spec: {
    storageClassName: 'fast',
    volumeName: 'pvc-1',
    resources: { requests: { storage: '1Gi' } },
  },
  status: { phase: 'Bound', capacity: { storage: '2Gi' } },
};
const volume: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'pvc-1', uid: 'uid-of-volume' },
  spec: {
    csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-1' },
    persistentVolumeReclaimPolicy: 'Retain',
  },
};
const storageClass: KubernetesObject = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'fast', uid: 'uid-of-class' },
  provisioner: 'ebs.csi.aws.com',
  reclaimPolicy: 'Delete',
  allowVolumeExpansion: true,
};
const volumesOf = (
  objects: KubernetesObject[],
  options?: Parameters<typeof describeOne>[2],
) => describeOne('orders', [...orders, ...objects], options).volumes;

it('a claim is described with its volume and its class', () => {
  expect(volumesOf([claim, volume, storageClass])).toMatchObject([
    {
      claim: {
        kind: 'PersistentVolumeClaim',
        namespace: 'default',
        name: 'orders-1-wal',
      },
      instance: 'orders-1',
      role: 'wal',
      phase: { value: 'Bound' },
      requestedBytes: {
        value: 2 ** 30,
        evidence: { field: '.spec.resources.requests.storage', value: '1Gi' },
      },
      capacityBytes: { value: 2 ** 31 },
      storageClass: { value: 'fast' },
      provisioner: {
        value: 'ebs.csi.aws.com',
        evidence: { object: { kind: 'PersistentVolume', name: 'pvc-1' } },
      },
      nodeLocal: { value: false },
      // The volume's own policy counts, not that of the class it once came from.
      reclaimPolicy: { value: 'Retain' },
      expandable: { value: true },
    },
  ]);
});

it('what cannot be read is left out', () => {
  const [{ nodeLocal, provisioner, expandable }] = volumesOf([claim]);
  expect({ nodeLocal, provisioner, expandable }).toEqual({});
});

it('a class that does not say so cannot be expanded', () => {
  expect(
    volumesOf([claim, { ...storageClass, allowVolumeExpansion: undefined }]),
  ).toMatchObject([{ expandable: { value: false } }]);
});

it("usage and the size that it counts against are the kubelet's", () => {
  const samples = [
    { name: 'kubelet_volume_stats_used_bytes', value: 900 },
    { name: 'kubelet_volume_stats_capacity_bytes', value: 1_000 },
    { name: 'kubelet_volume_stats_used_bytes', value: 1, namespace: 'other' },
  ].map(({ name, value, namespace = 'default' }) => ({
    name,
    value,
    labels: { namespace, persistentvolumeclaim: 'orders-1-wal' },
    observedAt: '2026-11-20T17:08:38Z',
  }));
  expect(volumesOf([claim], { samples })).toMatchObject([
    {
      usedBytes: {
        value: 900,
        evidence: {
          object: { kind: 'PersistentVolumeClaim', name: 'orders-1-wal' },
          field: 'kubelet_volume_stats_used_bytes',
        },
      },
      capacityBytes: { value: 1_000 },
    },
  ]);
});
