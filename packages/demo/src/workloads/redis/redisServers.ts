import { ResourceType, resourceTypes } from '../../kubernetes';
import { RedisTraits } from './RedisTraits';

/** One server of a Redis, and how its operator names and labels it. */
export interface RedisServer {
  name: string;
  claim: string;
  /** As the pod calls the volume with its data. */
  volume: string;
  statefulSet: string;
  labels: Record<string, string>;
  /** Set on the pod alone, by what the server says. */
  roleLabel: [name: string, value: string];
  role: 'master' | 'slave';
  /** The name of the server that it follows. */
  follows?: string;
}

/** The template of the claims of a RedisFailover, as `example/redisfailover/persistent-storage.yaml` of spotahome/redis-operator names it. */
export function failoverTemplate(name: string): string {
  return `redisfailover-${name}-data`;
}

/** Names of the StatefulSets of a Redis, with how many pods each has. */
export function statefulSetsOf({
  kind,
  name,
  instances = 3,
  followers = instances,
}: RedisTraits): Array<{ name: string; replicas: number; role: string }> {
  switch (kind) {
    case 'Redis':
      return [{ name, replicas: 1, role: 'standalone' }];
    case 'RedisReplication':
      return [{ name, replicas: instances, role: 'replication' }];
    case 'RedisCluster':
      // Each role is a StatefulSet of its own (`CreateRedisClusterSetup` in `internal/k8sutils/redis-cluster.go` of redis-operator 0.26).
      return [
        { name: `${name}-leader`, replicas: instances, role: 'leader' },
        { name: `${name}-follower`, replicas: followers, role: 'follower' },
      ];
    default:
      return [{ name: `rfr-${name}`, replicas: instances, role: 'redis' }];
  }
}

/** The servers, the first primary first. Of a cluster the followers follow the leaders of their number. */
export function redisServersOf(traits: RedisTraits): RedisServer[] {
  return statefulSetsOf(traits).flatMap(set =>
    Array.from({ length: set.replicas }, (_, index): RedisServer => {
      const name = `${set.name}-${index}`;
      const isFollower =
        set.role === 'follower' || (set.role !== 'leader' && index > 0);
      const primary =
        set.role === 'follower'
          ? `${traits.name}-leader-${index}`
          : `${set.name}-0`;
      const role = isFollower ? 'slave' : 'master';
      return {
        name,
        statefulSet: set.name,
        role,
        ...(isFollower && { follows: primary }),
        ...(traits.kind === 'RedisFailover'
          ? ofFailover(traits, name, role)
          : ofOpstree(traits, { ...set, pod: name, redisRole: role })),
      };
    }),
  );
}

/** `getRedisLabels` in `internal/k8sutils/labels.go` of OT-CONTAINER-KIT/redis-operator 0.26; its claims are named after the StatefulSet. */
function ofOpstree(
  { kind }: RedisTraits,
  set: { name: string; role: string; pod: string; redisRole: string },
) {
  const setup = {
    Redis: 'standalone',
    RedisReplication: 'replication',
    RedisCluster: 'cluster',
    RedisFailover: '',
  }[kind];
  return {
    claim: `${set.name}-${set.pod}`,
    volume: set.name,
    labels: { app: set.name, redis_setup_type: setup, role: set.role },
    roleLabel: ['redis-role', set.redisRole] as [string, string],
  };
}

/** `generateSelectorLabels` and `getRedisVolumes` in `operator/redisfailover/service` of spotahome/redis-operator 1.2.4. */
function ofFailover({ name }: RedisTraits, pod: string, role: string) {
  const template = failoverTemplate(name);
  return {
    claim: `${template}-${pod}`,
    volume: template,
    labels: {
      'app.kubernetes.io/component': 'redis',
      'app.kubernetes.io/managed-by': 'redis-operator',
      'app.kubernetes.io/name': name,
      'app.kubernetes.io/part-of': 'redis-failover',
      'redisfailovers.databases.spotahome.com/name': name,
    },
    roleLabel: ['redisfailovers-role', role] as [string, string],
  };
}

export const redisTypes: Record<RedisTraits['kind'], ResourceType> = {
  Redis: resourceTypes.redis,
  RedisReplication: resourceTypes.redisReplications,
  RedisCluster: resourceTypes.redisClusters,
  RedisFailover: resourceTypes.redisFailovers,
};
