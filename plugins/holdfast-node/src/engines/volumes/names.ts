/** Well-known labels and annotations (https://kubernetes.io/docs/reference/labels-annotations-taints/). */
export const zoneLabel = 'topology.kubernetes.io/zone';
export const regionLabel = 'topology.kubernetes.io/region';
export const defaultClass = 'storageclass.kubernetes.io/is-default-class';
