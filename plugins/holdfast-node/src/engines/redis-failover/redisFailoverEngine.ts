import { Engine, qualifiedKind } from '../../engine';
import { assemble } from './assemble';
import { claim } from './claim';
import { project } from './project';
import { redisFailovers } from './resources';

/**
 * Reads Redis and Valkey behind Sentinel as the redis-operator of Spotahome and its fork by Freshworks run them.
 *
 * @public
 */
export const redisFailoverEngine: Engine = {
  id: 'redis-failover',
  projectionVersion: 1,
  resources: [redisFailovers],
  project,
  claim,
  databaseKinds: [qualifiedKind(redisFailovers)],
  // Of Valkey as well: one that cannot be described is called by what most of them are.
  engineName: 'redis',
  assemble,
  reliesOnOthers: true,
};
