import { FactReader } from '../../engine';
import { nodeLocal } from './nodeLocal';

const reader = (kind: string, data: FactData) =>
  new FactReader('lab', { kind, name: 'x', data });
type FactData = ConstructorParameters<typeof FactReader>[1]['data'];

const onNode = (key: string) => ({
  required: { nodeSelectorTerms: [{ matchExpressions: [{ key }] }] },
});

// The sources are those of core/v1 PersistentVolumeSpec.
it.each<[FactData, boolean | undefined, string | undefined]>([
  [{ local: { path: '/mnt/a' } }, true, '.spec.local.path'],
  [{ hostPath: { path: '/data' } }, true, '.spec.hostPath.path'],
  [
    // rancher.io/local-path before it used hostPath, and TopoLVM.
    {
      csi: { driver: 'x' },
      nodeAffinity: onNode('topology.topolvm.io/node'),
    },
    true,
    '.spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].key',
  ],
  [
    {
      csi: { driver: 'ebs.csi.aws.com' },
      nodeAffinity: onNode('topology.ebs.csi.aws.com/zone'),
    },
    false,
    '.spec.csi.driver',
  ],
  [{ csi: { driver: 'topolvm.io' } }, true, '.spec.csi.driver'],
  [{ nfs: {} }, false, '.spec.nfs'],
  [{ capacity: { storage: '1Gi' } }, undefined, undefined],
])('a volume with %j is local: %s', (spec, value, field) => {
  const found = nodeLocal({ volume: reader('PersistentVolume', { spec }) });
  expect(found?.value).toBe(value);
  expect(found?.evidence.field).toBe(field);
});

it.each([
  ['rancher.io/local-path', true],
  ['kubernetes.io/no-provisioner', true],
  // It may be anything: only the volume can tell.
  ['ebs.csi.aws.com', undefined],
])('a class of %s, without its volume, is local: %s', (provisioner, value) => {
  const storageClass = reader('StorageClass.storage.k8s.io', { provisioner });
  expect(nodeLocal({ storageClass })?.value).toBe(value);
});

it('cannot be told without either', () => {
  expect(nodeLocal({})).toBeUndefined();
});
