/** The operator's own group. */
export const group = 'k8s.mariadb.com';

/** Labels that pods and claims of a MariaDB carry (`pkg/builder/labels/labels.go` of mariadb-operator). */
export const appLabel = 'app.kubernetes.io/name';
export const instanceLabel = 'app.kubernetes.io/instance';
export const appName = 'mariadb';
/** Set by the StatefulSet, and so not on pods of the operator's jobs, which carry the labels above as well. */
export const podNameLabel = 'statefulset.kubernetes.io/pod-name';

/** On the VolumeSnapshots of a PhysicalBackup (`pkg/metadata/metadata.go`). */
export const physicalBackupLabel = 'physicalbackup.k8s.mariadb.com/name';

/** The container that uploads a backup, in every job that takes one (`pkg/builder/batch_builder.go`). */
export const operatorContainer = 'mariadb-operator';

/** The claims with the data are named after this template and their pod (`StorageVolume` in `pkg/builder`). */
export const storageClaimPrefix = 'storage-';
