import {
  fields,
  KubernetesObject,
  listOf,
  Projection,
  qualifiedKind,
  scalar,
  WatchedResource,
} from '../../engine';
import { affinityShape, constraintsShape } from '../redis/shapes';
import { namespaceKeys } from '../servers/namespaceKeys';
import { ownMetadata } from '../servers/ownMetadata';
import { redisFailovers } from './resources';

const redisFailoverShape = fields({
  metadata: ownMetadata,
  spec: fields({
    engine: scalar,
    databaseEngine: scalar,
    bootstrapNode: fields({ host: scalar }),
    redis: fields({
      image: scalar,
      replicas: scalar,
      customConfig: listOf(scalar),
      command: listOf(scalar),
      affinity: affinityShape,
      topologySpreadConstraints: constraintsShape,
      storage: fields({
        emptyDir: fields({}),
        persistentVolumeClaim: fields({
          spec: fields({
            resources: fields({ requests: fields({ storage: scalar }) }),
          }),
        }),
      }),
    }),
  }),
});

/** Keeps what is judged of a RedisFailover, laid out as in the object. */
export function project(
  resource: WatchedResource,
  object: KubernetesObject,
): Projection | undefined {
  if (qualifiedKind(resource) !== qualifiedKind(redisFailovers)) {
    return undefined;
  }
  const data = redisFailoverShape(object);
  return (
    data && {
      subjects: [],
      needs: namespaceKeys(object.metadata.namespace),
      data,
    }
  );
}
