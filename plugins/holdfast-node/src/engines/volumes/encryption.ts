import { Observed } from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../engine';

/**
 * Drivers of disks that their provider encrypts whatever the class says: Compute Engine ("Disk encryption", "Compute Engine encrypts data at
 * rest by default") and Azure ("Server-side encryption of Azure managed disks": automatically, at rest, by default).
 */
const alwaysEncrypting = new Set([
  'disk.csi.azure.com',
  'kubernetes.io/azure-disk',
  'kubernetes.io/gce-pd',
  'pd.csi.storage.gke.io',
]);

/**
 * Drivers with a parameter `encrypted` in their class: AWS EBS (`docs/parameters.md` of kubernetes-sigs/aws-ebs-csi-driver), Ceph
 * (`examples/rbd/storageclass.yaml` of ceph/ceph-csi; Rook puts the name of its namespace before the driver's) and Longhorn
 * (`encrypted: "true"` in "Volume Encryption").
 */
const encryptsOnRequest =
  /^(ebs\.csi\.aws\.com|kubernetes\.io\/aws-ebs|driver\.longhorn\.io|(.+\.)?(rbd|cephfs)\.csi\.ceph\.com)$/;

/**
 * Whether a volume is encrypted where it is stored, as its driver's way and the parameters of its class tell.
 *
 * @remarks
 * A class that is silent leaves it open: disks may be encrypted below, or by an account's default. So does a class of another driver than the
 * volume's own, since the volume was not made by it.
 */
export function encryptionOf(options: {
  volume?: FactReader;
  storageClass?: FactReader;
}): Observed<boolean> | undefined {
  const { volume, storageClass } = options;
  const ownDriver = volume?.string('spec', 'csi', 'driver');
  const provisioner = storageClass?.string('provisioner');
  const driver = ownDriver ?? provisioner;
  if (!driver) return undefined;
  if (alwaysEncrypting.has(driver.value)) return { ...driver, value: true };
  if (
    !storageClass ||
    driver.value !== provisioner?.value ||
    !encryptsOnRequest.test(driver.value)
  ) {
    return undefined;
  }
  return byParameter(storageClass);
}

function byParameter(storageClass: FactReader): Observed<boolean> | undefined {
  const [key] = storageClass.list('keyParameters');
  if (typeof key === 'string') {
    return storageClass.derive(true, ['parameters', key]);
  }
  const name = Object.keys(storageClass.object('parameters')).find(
    // The EBS driver takes them in any case.
    parameter => parameter.toLowerCase() === 'encrypted',
  );
  const asked =
    name === undefined ? undefined : storageClass.string('parameters', name);
  switch (asked?.value.toLowerCase()) {
    case 'true':
      return { ...asked, value: true };
    case 'false':
      return { ...asked, value: false };
    default:
      return undefined;
  }
}
