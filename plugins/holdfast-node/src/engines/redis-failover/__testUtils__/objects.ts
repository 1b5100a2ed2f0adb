import { JsonObject } from '@backstage/types';
import { KubernetesObject } from '../../../engine';
import {
  claimOf,
  namespace,
  pod,
  volumeOf,
} from '../../redis/__testUtils__/objects';

/**
 * A RedisFailover of three, as `example/redisfailover/basic.yaml` of spotahome/redis-operator 1.2.4 asks for it.
 */
export function redisFailover(
  redis: JsonObject = {},
  spec: JsonObject = {},
): KubernetesObject {
  return {
    apiVersion: 'databases.spotahome.com/v1',
    kind: 'RedisFailover',
    metadata: {
      name: 'redisfailover',
      namespace,
      uid: 'uid-of-redisfailover',
      creationTimestamp: '2026-06-01T10:00:00Z',
    },
    spec: {
      sentinel: { replicas: 3 },
      redis: { replicas: 3, ...redis },
      ...spec,
    },
  };
}

/** The claim of `persistent-storage.yaml` there. */
export const persistent: JsonObject = {
  storage: {
    persistentVolumeClaim: {
      metadata: { name: 'redisfailover-persistent-data' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
      },
    },
  },
};

/** What `generateSelectorLabels` asks of pods, and so the StatefulSet controller gives to claims. */
export const selector = {
  'app.kubernetes.io/name': 'redisfailover',
  'app.kubernetes.io/component': 'redis',
  'app.kubernetes.io/part-of': 'redis-failover',
};

/** Its pods; the first is the primary. */
export const redisPods = [0, 1, 2].map(ordinal =>
  pod({
    name: `rfr-redisfailover-${ordinal}`,
    labels: {
      ...selector,
      'app.kubernetes.io/managed-by': 'redis-operator',
      'redisfailovers-role': ordinal === 0 ? 'master' : 'slave',
    },
  }),
);

export const sentinelPod = pod({
  name: 'rfs-redisfailover-0',
  labels: { ...selector, 'app.kubernetes.io/component': 'sentinel' },
});

export const claims = [0, 1, 2].map(ordinal =>
  claimOf({
    name: `redisfailover-persistent-data-rfr-redisfailover-${ordinal}`,
    labels: selector,
  }),
);

/** All of its claims with their volumes. */
export const volumes = [...claims, ...claims.map(volumeOf)];
