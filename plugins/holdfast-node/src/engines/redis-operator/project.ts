import { JsonObject } from '@backstage/types';
import {
  factKeyOf,
  KubernetesObject,
  Projection,
  qualifiedKind,
  Shape,
  stringAt,
  WatchedResource,
} from '../../engine';
import { namespaceKeys } from '../servers/namespaceKeys';
import {
  redisClusters,
  redises,
  redisReplications,
  redisSentinels,
} from './resources';
import {
  redisClusterShape,
  redisReplicationShape,
  redisSentinelShape,
  redisShape,
} from './shapes';

const shapes = new Map<string, Shape<JsonObject>>([
  [qualifiedKind(redises), redisShape],
  [qualifiedKind(redisReplications), redisReplicationShape],
  [qualifiedKind(redisClusters), redisClusterShape],
  [qualifiedKind(redisSentinels), redisSentinelShape],
]);

/**
 * Keeps what is judged of the operator's objects, laid out as in the object. A RedisSentinel is about the RedisReplication that it watches.
 */
export function project(
  resource: WatchedResource,
  object: KubernetesObject,
): Projection | undefined {
  const kind = qualifiedKind(resource);
  const data = shapes.get(kind)?.(object);
  if (!data) return undefined;
  const { namespace } = object.metadata;
  if (kind !== qualifiedKind(redisSentinels)) {
    return { subjects: [], needs: namespaceKeys(namespace), data };
  }
  const name = stringAt(
    data,
    'spec',
    'redisSentinelConfig',
    'redisReplicationName',
  );
  return {
    subjects:
      name === undefined
        ? []
        : [
            factKeyOf({
              kind: qualifiedKind(redisReplications),
              namespace,
              name,
            }),
          ],
    needs: [],
    data,
  };
}
