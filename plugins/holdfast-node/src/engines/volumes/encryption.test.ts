import { JsonObject } from '@backstage/types';
import { FactReader, KubernetesObject, qualifiedKind } from '../../engine';
import { encryptionOf } from './encryption';
import { project } from './project';
import { persistentVolumes, storageClasses } from './resources';

function readerOf(
  resource: typeof storageClasses,
  rest: Partial<KubernetesObject>,
): FactReader {
  const metadata = { name: 'x' };
  const { data = {} } = project(resource, { metadata, ...rest }) ?? {};
  return new FactReader('lab', {
    kind: qualifiedKind(resource),
    ...metadata,
    data,
  });
}

const classOf = (provisioner: string, parameters: JsonObject = {}) =>
  readerOf(storageClasses, { provisioner, parameters });
const volumeOf = (driver: string) =>
  readerOf(persistentVolumes, { spec: { csi: { driver } } });

// Parameters: docs/parameters.md of kubernetes-sigs/aws-ebs-csi-driver (in any case; a key is "to use when encrypting the volume");
// examples/rbd/storageclass.yaml of ceph/ceph-csi; "Volume Encryption" of Longhorn. Compute Engine and Azure encrypt all managed disks: "Disk
// encryption" and "Server-side encryption of Azure managed disks" in their documentation.
it.each<[string, JsonObject, boolean | undefined]>([
  ['ebs.csi.aws.com', { encrypted: 'true' }, true],
  ['ebs.csi.aws.com', { Encrypted: 'TRUE' }, true],
  ['ebs.csi.aws.com', { encrypted: 'false' }, false],
  ['ebs.csi.aws.com', { kmsKeyId: 'arn:aws:kms:eu-west-1:1:key/2' }, true],
  ['ebs.csi.aws.com', { type: 'gp3' }, undefined],
  ['ebs.csi.aws.com', { encrypted: 'perhaps' }, undefined],
  ['rook-ceph.rbd.csi.ceph.com', { encrypted: 'true' }, true],
  ['rbd.csi.ceph.com', {}, undefined],
  ['driver.longhorn.io', { encrypted: 'true' }, true],
  ['pd.csi.storage.gke.io', {}, true],
  ['pd.csi.storage.gke.io', { 'disk-encryption-kms-key': 'k' }, true],
  ['disk.csi.azure.com', {}, true],
  // Whether it has such a parameter at all is not known.
  ['csi.example.com', { encrypted: 'true' }, undefined],
  ['rancher.io/local-path', {}, undefined],
])('a class of %s with %j encrypts: %s', (provisioner, parameters, value) => {
  const storageClass = classOf(provisioner, parameters);
  expect(encryptionOf({ storageClass })?.value).toBe(value);
});

it('a class of another driver did not make the volume', () => {
  const storageClass = classOf('ebs.csi.aws.com', { encrypted: 'true' });
  expect(
    encryptionOf({ volume: volumeOf('csi.example.com'), storageClass }),
  ).toBeUndefined();
  expect(
    encryptionOf({ volume: volumeOf('ebs.csi.aws.com'), storageClass }),
  ).toMatchObject({
    value: true,
    evidence: { field: '.parameters.encrypted', value: 'true' },
  });
});

it('names the parameter of the key, and keeps the key out of the facts', () => {
  const metadata = { name: 'x' };
  const projection = project(storageClasses, {
    metadata,
    provisioner: 'ebs.csi.aws.com',
    parameters: { kmsKeyId: 'arn:aws:kms:eu-west-1:1:key/2' },
  });
  expect(JSON.stringify(projection)).not.toContain('arn:');
  expect(
    encryptionOf({
      storageClass: classOf('ebs.csi.aws.com', { kmsKeyId: 'arn' }),
    })?.evidence,
  ).toMatchObject({ field: '.parameters.kmsKeyId' });
});

it('cannot be told without either', () => {
  expect(encryptionOf({})).toBeUndefined();
});
