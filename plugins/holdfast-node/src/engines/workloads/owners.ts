import { isJsonObject, KubernetesObject, stringAt } from '../../engine';

/** Groups of the operators whose databases other engines describe: what belongs to them is not described twice. */
const describedGroups = new Set([
  'postgresql.cnpg.io',
  'k8s.mariadb.com',
  'redis.redis.opstreelabs.in',
  'databases.spotahome.com',
  'ps.percona.com',
  'pxc.percona.com',
]);

/**
 * What the same operators write into `app.kubernetes.io/managed-by`, for dumps that have lost their owner references
 * (`MatchLabels` in `pkg/naming` of both Percona operators; `defaultLabels` in `operator/redisfailover/handler.go` of the one for RedisFailover).
 */
const describedOperators = new Set([
  'percona-server-mysql-operator',
  'percona-xtradb-cluster-operator',
  'redis-operator',
]);

/** The operator of OT-CONTAINER-KIT puts it on all that it makes (`getRedisLabels` in `internal/k8sutils/labels.go`). */
const opstreeLabel = 'redis_setup_type';

/**
 * Whether an object is part of a database that another engine describes.
 */
export function isPartOfAnother({ metadata }: KubernetesObject): boolean {
  const owners: unknown = metadata.ownerReferences;
  if (Array.isArray(owners) && owners.length > 0) {
    return owners.some(owner => {
      const apiVersion = isJsonObject(owner)
        ? stringAt(owner, 'apiVersion') ?? ''
        : '';
      return describedGroups.has(apiVersion.split('/')[0]);
    });
  }
  const labels: unknown = metadata.labels;
  if (!isJsonObject(labels)) return false;
  const managedBy = stringAt(labels, 'app.kubernetes.io/managed-by');
  return (
    (managedBy !== undefined && describedOperators.has(managedBy)) ||
    stringAt(labels, opstreeLabel) !== undefined
  );
}
