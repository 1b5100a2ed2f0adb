import { WatchedResource } from '../../engine';
import { group } from './names';

export const redisFailovers: WatchedResource = {
  group,
  version: 'v1',
  plural: 'redisfailovers',
  kind: 'RedisFailover',
  namespaced: true,
};
