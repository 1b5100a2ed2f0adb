import { describeRedis, judge, limits } from '../redis/__testUtils__/describe';
import { sample, volumeOf, withSpec } from '../redis/__testUtils__/objects';
import {
  clusterClaims,
  clusterPods,
  redisCluster,
} from './__testUtils__/objects';

const rules = (...args: Parameters<typeof judge>) =>
  judge(...args).findings.map(({ rule }) => rule);

describe('a RedisCluster', () => {
  const cluster = [
    redisCluster,
    ...clusterPods,
    ...clusterClaims,
    ...clusterClaims.map(volumeOf),
  ];
  /** Each follower follows the leader of its number. */
  const links = [0, 1, 2].flatMap(ordinal => [
    sample('redis_master_link_up', `redis-cluster-follower-${ordinal}`, 1, {
      master_host: `10.244.0.${ordinal}`,
      master_port: '6379',
    }),
    sample(
      'redis_connected_slave_lag_seconds',
      `redis-cluster-leader-${ordinal}`,
      ordinal + 1,
      { slave_ip: `10.244.1.${ordinal}`, slave_port: '6379' },
    ),
  ]);

  it('is split into shards, each with a replica of its own', () => {
    const database = describeRedis(cluster, { samples: links });
    expect(database.shards?.value).toBe(3);
    expect(database.desiredInstances?.value).toBe(6);
    expect(
      database.instances.map(({ name, role, shard }) => [name, role, shard]),
    ).toContainEqual([
      'redis-cluster-follower-1',
      'replica',
      'redis-cluster-leader-1',
    ]);
    expect(database.podSelector).toBe(
      'app in (redis-cluster-leader,redis-cluster-follower),redis_setup_type=cluster',
    );
    // The shard that is farthest behind counts.
    expect(judge(cluster, { samples: links }).rpo.instance.seconds).toBe(3);
  });

  it('cannot tell which shard loses what without metrics', () => {
    const { rpo } = judge(cluster);
    expect(rpo.instance.seconds).toBeUndefined();
  });

  it('has no data but in memory unless persistence is on', () => {
    const off = withSpec(redisCluster, spec => ({
      ...spec,
      persistenceEnabled: false,
    }));
    expect(limits(judge([off, ...clusterPods]))).toContain(
      'persistence/ephemeral',
    );
  });

  it('misses a replica where there are fewer followers than leaders', () => {
    const few = withSpec(redisCluster, spec => ({
      ...spec,
      redisFollower: { replicas: 1 },
    }));
    expect(rules([few, ...clusterPods.slice(0, 4)])).toContain(
      'cluster/shard-without-replica',
    );
    expect(rules(cluster, { samples: links })).not.toContain(
      'cluster/shard-without-replica',
    );
  });

  // Reasons and states of internal/controller/rediscluster/rediscluster_controller.go.
  it.each([
    ['Failed', 'StatefulSet not ready', 'degraded'],
    ['Failed', 'RedisCluster has too many unhealthy nodes', 'failed'],
    ['Initializing', 'RedisCluster is initializing leaders', 'starting'],
    ['Initializing', 'Pod count changed', 'degraded'],
    ['Bootstrap', 'RedisCluster is bootstrapping', 'starting'],
    ['Resharding', 'RedisCluster is resharding', 'changing'],
    ['Melting', '', 'unknown'],
    ['Ready', 'RedisCluster is ready', 'healthy'],
  ])('that is %s (%s) is %s', (state, reason, expected) => {
    const said = {
      ...redisCluster,
      status: { ...redisCluster.status, state, reason },
    };
    expect(describeRedis([said, ...cluster.slice(1)]).health.state).toBe(
      expected,
    );
  });

  it('is no healthier than its pods', () => {
    const objects = cluster.filter(object => object !== clusterPods[4]);
    expect(describeRedis(objects).health.state).toBe('degraded');
  });
});
