import { ANNOTATION_PREFIX } from '@holdfast/plugin-holdfast-common';
import { entriesOf, fields, listOf, scalar } from '../../engine';
import { affinityShape, constraintsShape } from '../redis/shapes';

const annotations = entriesOf(
  scalar,
  name =>
    name.startsWith(ANNOTATION_PREFIX) || name.endsWith('/skip-reconcile'),
);
const labels = entriesOf(
  scalar,
  name => name.startsWith(ANNOTATION_PREFIX) || name === 'app',
);
const metadata = fields({ deletionTimestamp: scalar, labels, annotations });

const redisConfig = fields({
  additionalRedisConfig: scalar,
  dynamicConfig: listOf(scalar),
});

const claimTemplate = fields({
  spec: fields({
    accessModes: listOf(scalar),
    storageClassName: scalar,
    volumeName: scalar,
    resources: fields({ requests: fields({ storage: scalar }) }),
  }),
});

const spec = {
  kubernetesConfig: fields({ image: scalar }),
  redisConfig,
  storage: fields({ volumeClaimTemplate: claimTemplate }),
  TLS: fields({}),
  affinity: affinityShape,
  topologySpreadConstraints: constraintsShape,
};

export const redisShape = fields({ metadata, spec: fields(spec) });

export const redisReplicationShape = fields({
  metadata,
  spec: fields({ ...spec, clusterSize: scalar }),
  status: fields({ masterNode: scalar }),
});

const roleShape = fields({ replicas: scalar, redisConfig });

export const redisClusterShape = fields({
  metadata,
  spec: fields({
    ...spec,
    clusterSize: scalar,
    persistenceEnabled: scalar,
    redisLeader: roleShape,
    redisFollower: roleShape,
  }),
  status: fields({
    state: scalar,
    reason: scalar,
    readyLeaderReplicas: scalar,
    readyFollowerReplicas: scalar,
  }),
});

export const redisSentinelShape = fields({
  spec: fields({
    clusterSize: scalar,
    redisSentinelConfig: fields({ redisReplicationName: scalar }),
  }),
});
