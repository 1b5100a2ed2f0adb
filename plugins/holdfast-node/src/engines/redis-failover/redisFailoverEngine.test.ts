import { describeEngineContract } from '../../testUtils';
import { node } from '../__testUtils__/objects';
import { volumesEngine } from '../volumes';
import {
  claims,
  persistent,
  redisFailover,
  redisPods,
  sentinelPod,
} from './__testUtils__/objects';
import { redisFailoverEngine } from './redisFailoverEngine';

describeEngineContract(redisFailoverEngine, {
  samples: [
    redisFailover({
      ...persistent,
      customConfig: ['appendonly yes', 'maxmemory-policy allkeys-lru'],
    }),
    ...redisPods,
    sentinelPod,
    ...claims,
    node,
  ],
  alongside: [volumesEngine],
  // It has no status.
  phase: [],
});
