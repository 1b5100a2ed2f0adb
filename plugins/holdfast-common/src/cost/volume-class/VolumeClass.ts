/**
 * What is known of how a volume is provisioned: from its StorageClass, or from the PersistentVolume where that is all there is.
 *
 * @public
 */
export interface VolumeClass {
  /** Name of the StorageClass. */
  storageClass?: string;
  /** `provisioner` of the StorageClass: `ebs.csi.aws.com`. */
  provisioner?: string;
  /** `spec.csi.driver` of the PersistentVolume. */
  driver?: string;
  /** The annotation `pv.kubernetes.io/provisioned-by` of the PersistentVolume. */
  provisionedBy?: string;
  /** `parameters` of the StorageClass. Empty: it has none. Absent: they are not known, and its type cannot be concluded from a default. */
  parameters?: Record<string, string>;
  /** Name of the cluster, for prices that are configured for one. */
  cluster?: string;
  /** Where the volume lies: `us-east-1`. */
  region?: string;
}
