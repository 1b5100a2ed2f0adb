/** Well-known labels and annotations (https://kubernetes.io/docs/reference/labels-annotations-taints/). */
export const zoneLabel = 'topology.kubernetes.io/zone';
export const regionLabel = 'topology.kubernetes.io/region';
export const defaultClass = 'storageclass.kubernetes.io/is-default-class';

/** On what Velero makes (https://github.com/vmware-tanzu/velero, `pkg/apis/velero/v1/labels_annotations.go`). */
export const veleroBackupLabel = 'velero.io/backup-name';
