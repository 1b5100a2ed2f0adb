import { Engine, qualifiedKind } from '../../engine';
import { assemble } from './assemble';
import { claim } from './claim';
import { project } from './project';
import {
  redisClusters,
  redises,
  redisReplications,
  redisSentinels,
} from './resources';

/**
 * Reads Redis as the redis-operator of OT-CONTAINER-KIT runs it: alone, with replicas, and split into shards.
 *
 * @public
 */
export const redisOperatorEngine: Engine = {
  id: 'redis-operator',
  projectionVersion: 1,
  resources: [redises, redisReplications, redisSentinels, redisClusters],
  project,
  claim,
  databaseKinds: [redises, redisReplications, redisClusters].map(qualifiedKind),
  engineName: 'redis',
  assemble,
  reliesOnOthers: true,
};
