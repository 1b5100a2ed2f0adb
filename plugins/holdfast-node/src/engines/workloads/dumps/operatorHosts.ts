import { FactKey } from '../../../engine';
import { families, Family, hostKey, unnamedHostKey } from '../keys';

/** The Services that an operator makes for one of its databases, by the name of the database. */
interface OperatorHosts {
  family: Family;
  services: readonly ((name: string) => string)[];
}

const suffixed = (...suffixes: string[]): OperatorHosts['services'] =>
  suffixes.map(suffix => (name: string) => `${name}${suffix}`);

/**
 * By which host names the databases of operators are reached, by kind. From their sources: CloudNativePG `api/v1/cluster_funcs.go`
 * (`GetServiceReadWriteName` and its like), mariadb-operator `api/v1alpha1/mariadb_keys.go`, Percona Server for MySQL `pkg/mysql`, `pkg/haproxy`
 * and `pkg/router`, Percona XtraDB Cluster `pkg/pxc/service.go`, OT-CONTAINER-KIT `internal/k8sutils/redis-standalone.go` and its neighbours,
 * RedisFailover `operator/redisfailover/service/names.go`.
 */
const operatorHosts: ReadonlyMap<string, OperatorHosts> = new Map([
  [
    'Cluster.postgresql.cnpg.io',
    { family: 'postgresql', services: suffixed('-rw', '-ro', '-r') },
  ],
  [
    'MariaDB.k8s.mariadb.com',
    {
      family: 'mysql',
      services: suffixed('', '-primary', '-secondary', '-internal'),
    },
  ],
  [
    'PerconaServerMySQL.ps.percona.com',
    {
      family: 'mysql',
      services: suffixed(
        '-mysql',
        '-mysql-primary',
        '-mysql-unready',
        '-mysql-proxy',
        '-haproxy',
        '-router',
      ),
    },
  ],
  [
    'PerconaXtraDBCluster.pxc.percona.com',
    {
      family: 'mysql',
      services: suffixed(
        '-pxc',
        '-pxc-unready',
        '-haproxy',
        '-haproxy-replicas',
        '-proxysql',
      ),
    },
  ],
  [
    'Redis.redis.redis.opstreelabs.in',
    { family: 'redis', services: suffixed('', '-headless', '-additional') },
  ],
  [
    'RedisReplication.redis.redis.opstreelabs.in',
    {
      family: 'redis',
      services: suffixed('', '-headless', '-additional', '-master', '-replica'),
    },
  ],
  [
    'RedisCluster.redis.redis.opstreelabs.in',
    {
      family: 'redis',
      services: ['-leader', '-follower', '-master'].flatMap(role =>
        suffixed(role, `${role}-headless`, `${role}-additional`),
      ),
    },
  ],
  [
    'RedisFailover.databases.spotahome.com',
    {
      family: 'redis',
      services: ['rfr-', 'rfrm-', 'rfrs-', 'rfs-'].map(
        prefix => (name: string) => `${prefix}${name}`,
      ),
    },
  ],
]);

/** The host names that lead to a database of an operator, by its kind and name alone. */
export function hostsOfOperator(root: {
  kind: string;
  namespace?: string;
  name: string;
}): FactKey[] {
  const { services = [] } = operatorHosts.get(root.kind) ?? {};
  return services.map(service => hostKey(root.namespace, service(root.name)));
}

/** What dumps some server in the namespace of a database, and does not say which. */
export function unnamedHosts(root: {
  kind: string;
  namespace?: string;
}): FactKey[] {
  const family = operatorHosts.get(root.kind)?.family;
  return (family ? [family] : families).map(one =>
    unnamedHostKey(root.namespace, one),
  );
}
