import { describeEngineContract } from '../../testUtils';
import { node } from '../__testUtils__/objects';
import { volumesEngine } from '../volumes';
import {
  clusterClaims,
  clusterPods,
  redis,
  redisCluster,
  redisReplication,
  redisSentinel,
  replicationClaims,
  replicationPods,
  standaloneClaim,
  standalonePod,
} from './__testUtils__/objects';
import { redisOperatorEngine } from './redisOperatorEngine';

describeEngineContract(redisOperatorEngine, {
  samples: [
    redis,
    standalonePod,
    standaloneClaim,
    redisReplication,
    ...replicationPods.slice(0, 2),
    replicationClaims[0],
    redisSentinel,
    redisCluster,
    clusterPods[0],
    clusterPods[3],
    clusterClaims[0],
    node,
  ],
  alongside: [volumesEngine],
  phase: {
    'RedisCluster.redis.redis.opstreelabs.in': ['status', 'state'],
  },
});
