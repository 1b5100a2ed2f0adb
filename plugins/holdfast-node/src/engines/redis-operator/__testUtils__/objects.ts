import { KubernetesObject } from '../../../engine';
import {
  claimOf,
  namespace,
  pod,
  volumeOf,
} from '../../redis/__testUtils__/objects';

const apiVersion = 'redis.redis.opstreelabs.in/v1beta2';

const storage = {
  volumeClaimTemplate: {
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
    },
  },
};

/** `example/v1beta2/redis-standalone.yaml` of OT-CONTAINER-KIT/redis-operator. */
export const redis: KubernetesObject = {
  apiVersion,
  kind: 'Redis',
  metadata: {
    name: 'redis-standalone',
    namespace,
    uid: 'uid-of-redis-standalone',
    creationTimestamp: '2026-06-01T10:00:00Z',
  },
  spec: {
    podSecurityContext: { runAsUser: 1000, fsGroup: 1000 },
    kubernetesConfig: {
      image: 'quay.io/opstree/redis:v7.0.12',
      imagePullPolicy: 'IfNotPresent',
    },
    redisExporter: {
      enabled: true,
      image: 'quay.io/opstree/redis-exporter:v1.44.0',
    },
    storage,
  },
  status: {},
};

/** `redis-replication.yaml` there, with the status that the operator writes. */
export const redisReplication: KubernetesObject = {
  apiVersion,
  kind: 'RedisReplication',
  metadata: {
    name: 'redis-replication',
    namespace,
    uid: 'uid-of-redis-replication',
    creationTimestamp: '2026-06-01T10:00:00Z',
  },
  spec: {
    clusterSize: 3,
    kubernetesConfig: {
      image: 'quay.io/opstree/redis:v7.0.5',
      redisSecret: { name: 'redis-secret', key: 'password' },
    },
    storage,
  },
  status: {
    masterNode: 'redis-replication-0',
    connectionInfo: {
      host: 'redis-replication-master.shop.svc.cluster.local',
      port: 6379,
    },
  },
};

/** `redis-sentinel.yaml` there. */
export const redisSentinel: KubernetesObject = {
  apiVersion,
  kind: 'RedisSentinel',
  metadata: {
    name: 'redis-sentinel',
    namespace,
    uid: 'uid-of-redis-sentinel',
  },
  spec: {
    clusterSize: 3,
    redisSentinelConfig: { redisReplicationName: 'redis-replication' },
    kubernetesConfig: { image: 'quay.io/opstree/redis-sentinel:v7.0.7' },
  },
};

/** `redis-cluster.yaml` there. */
export const redisCluster: KubernetesObject = {
  apiVersion,
  kind: 'RedisCluster',
  metadata: {
    name: 'redis-cluster',
    namespace,
    uid: 'uid-of-redis-cluster',
    creationTimestamp: '2026-06-01T10:00:00Z',
  },
  spec: {
    clusterSize: 3,
    clusterVersion: 'v7',
    persistenceEnabled: true,
    kubernetesConfig: { image: 'quay.io/opstree/redis:v7.0.5' },
    storage: {
      ...storage,
      nodeConfVolumeClaimTemplate: storage.volumeClaimTemplate,
    },
  },
  status: {
    state: 'Ready',
    reason: 'RedisCluster is ready',
    readyLeaderReplicas: 3,
    readyFollowerReplicas: 3,
  },
};

/** What `getRedisLabels` gives the StatefulSet, its pods and its claims. */
export function labels(
  app: string,
  setup: 'standalone' | 'replication' | 'cluster',
  role: string = setup,
): Record<string, string> {
  return { app, redis_setup_type: setup, role };
}

export const standalonePod = pod({
  name: 'redis-standalone-0',
  labels: labels('redis-standalone', 'standalone'),
});
export const standaloneClaim = claimOf({
  name: 'redis-standalone-redis-standalone-0',
  labels: labels('redis-standalone', 'standalone'),
});

/** A single Redis with its pod and its volume. */
export const standalone = [
  redis,
  standalonePod,
  standaloneClaim,
  volumeOf(standaloneClaim),
];

/** The pods of the replication; the first is its primary. */
export const replicationPods = [0, 1, 2].map(ordinal =>
  pod({
    name: `redis-replication-${ordinal}`,
    labels: {
      ...labels('redis-replication', 'replication'),
      'redis-role': ordinal === 0 ? 'master' : 'slave',
    },
  }),
);
export const replicationClaims = [0, 1, 2].map(ordinal =>
  claimOf({
    name: `redis-replication-redis-replication-${ordinal}`,
    labels: labels('redis-replication', 'replication'),
  }),
);
export const replication = [
  redisReplication,
  ...replicationPods,
  ...replicationClaims,
  ...replicationClaims.map(volumeOf),
];

/** The pods of the cluster: a leader and its follower are never on one node. */
export const clusterPods = (['leader', 'follower'] as const).flatMap(
  (role, set) =>
    [0, 1, 2].map(ordinal =>
      pod({
        name: `redis-cluster-${role}-${ordinal}`,
        labels: {
          ...labels(`redis-cluster-${role}`, 'cluster', role),
          'redis-role': role === 'leader' ? 'master' : 'slave',
        },
        node: `node${((ordinal + set) % 3) + 1}`,
        ip: `10.244.${set}.${ordinal}`,
      }),
    ),
);
export const clusterClaims = clusterPods.map(({ metadata }) =>
  claimOf({
    name: `${metadata.name.replace(/-\d+$/, '')}-${metadata.name}`,
    labels: metadata.labels ?? {},
  }),
);
