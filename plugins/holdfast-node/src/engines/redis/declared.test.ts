import { resolveObjective } from '@holdfast/plugin-holdfast-common';
import { judgeDeclared, KubernetesObject } from '../../engine';
import {
  persistent,
  redisFailover,
} from '../redis-failover/__testUtils__/objects';
import {
  redis,
  redisCluster,
  redisReplication,
  redisSentinel,
} from '../redis-operator/__testUtils__/objects';
import { engines } from './__testUtils__/describe';
import { now, withSpec } from './__testUtils__/objects';

/** As it would lie in a repository: with no status, and nothing that an API server adds. */
function manifest({
  apiVersion,
  kind,
  metadata: { name, namespace },
  spec,
}: KubernetesObject): KubernetesObject {
  return { apiVersion, kind, metadata: { name, namespace }, spec };
}

function predict(objects: readonly KubernetesObject[], complete = true) {
  const [judged, ...more] = judgeDeclared({
    engines,
    cluster: 'declared',
    objects: objects.map(manifest),
    complete,
    objectiveOf: () => resolveObjective({}),
    now,
  });
  expect(more).toEqual([]);
  return judged;
}

const inMemory = withSpec(redis, ({ storage: _, ...spec }) => spec);
const opaque = withSpec(redis, spec => ({
  ...spec,
  redisConfig: { additionalRedisConfig: 'redis-external-config' },
}));

describe('manifests of Redis', () => {
  it.each<[string, KubernetesObject[]]>([
    ['Redis', [redis]],
    ['Redis without storage', [inMemory]],
    ['Redis with a ConfigMap', [opaque]],
    ['RedisReplication', [redisReplication, redisSentinel]],
    ['RedisCluster', [redisCluster]],
    ['RedisFailover', [redisFailover()]],
    ['RedisFailover with claims', [redisFailover(persistent)]],
  ])('are not protected by what they declare: %s', (_, objects) => {
    const { predicted, findings } = predict(objects);
    expect(predicted.verdict).toBe('unprotected');
    expect(
      findings.map(({ message, remedy }) => `${message} ${remedy}`).join(' '),
    ).not.toMatch(/archiver|base backup|WAL|PostgreSQL/);
    // What backs volumes up may lie elsewhere, unless it is said that nothing does; what goes with the pod no backup holds.
    expect(predict(objects, false).predicted.verdict).toMatch(
      /^(unknown|unprotected)$/,
    );
  });

  it('tell which shards would have no replica', () => {
    const rules = (followers: number) =>
      predict([
        withSpec(redisCluster, spec => ({
          ...spec,
          redisFollower: { replicas: followers },
        })),
      ]).findings.map(({ rule }) => rule);
    expect(rules(0)).toContain('cluster/shard-without-replica');
    expect(rules(2)).toContain('cluster/shard-without-replica');
    expect(rules(3)).not.toContain('cluster/shard-without-replica');
  });
});
