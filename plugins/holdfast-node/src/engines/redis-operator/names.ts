/** The operator's group. */
export const group = 'redis.redis.opstreelabs.in';

/** Labels of its pods and claims (`getRedisLabels` in `internal/k8sutils/labels.go` of redis-operator 0.26). */
export const appLabel = 'app';
export const setupLabel = 'redis_setup_type';
/** Set on the pods by what the servers say (`internal/controller/common/constants.go`). */
export const roleLabel = 'redis-role';

/** Of a RedisCluster each role is a StatefulSet of its own (`CreateRedisClusterSetup` in `internal/k8sutils/redis-cluster.go`). */
export const clusterRoles = ['leader', 'follower'] as const;

/** The claim with a cluster's own list of nodes, beside that with its data (`generateStatefulSetsDef` in `statefulset.go`). */
export const nodeConfPrefix = 'node-conf-';
