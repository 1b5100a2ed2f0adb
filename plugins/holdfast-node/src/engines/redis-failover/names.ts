/** The operator's group, which the fork of Freshworks kept. */
export const group = 'databases.spotahome.com';

/** Labels of its pods and claims (`generateSelectorLabels` in `operator/redisfailover/service/client.go` of redis-operator 1.2.4). */
export const nameLabel = 'app.kubernetes.io/name';
export const componentLabel = 'app.kubernetes.io/component';
export const partOfLabel = 'app.kubernetes.io/part-of';
export const partOf = 'redis-failover';
export const component = 'redis';
/** Set on the pods by what Sentinel says (`service/constants.go`). */
export const roleLabel = 'redisfailovers-role';

/** Its StatefulSet is named after it (`GetRedisName` in `service/names.go`). */
export const statefulSetPrefix = 'rfr-';
