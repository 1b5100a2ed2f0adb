import { WatchedResource } from '../../engine';
import { group } from './names';

function resourceOf(kind: string, plural: string): WatchedResource {
  return { group, version: 'v1beta2', plural, kind, namespaced: true };
}

export const redises = resourceOf('Redis', 'redis');
export const redisReplications = resourceOf(
  'RedisReplication',
  'redisreplications',
);
export const redisSentinels = resourceOf('RedisSentinel', 'redissentinels');
export const redisClusters = resourceOf('RedisCluster', 'redisclusters');
