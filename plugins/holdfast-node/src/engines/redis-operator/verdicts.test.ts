import { KubernetesObject } from '../../engine';
import { describeRedis, judge, limits } from '../redis/__testUtils__/describe';
import {
  sample,
  snapshotOf,
  volumeOf,
  withSpec,
} from '../redis/__testUtils__/objects';
import {
  clusterClaims,
  clusterPods,
  redis,
  redisCluster,
  redisReplication,
  redisSentinel,
  replication,
  standalone,
  standaloneClaim,
  standalonePod,
} from './__testUtils__/objects';

const claim = standaloneClaim.metadata.name;
const days = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const nightly = (name: string): KubernetesObject[] =>
  days.flatMap(day =>
    snapshotOf(name, new Date(Date.UTC(2026, 10, 20 - day, 2)).toISOString()),
  );
const rules = (...args: Parameters<typeof judge>) =>
  judge(...args).findings.map(({ rule }) => rule);

function told(...dynamicConfig: string[]): KubernetesObject {
  return withSpec(redis, spec => ({ ...spec, redisConfig: { dynamicConfig } }));
}

describe('a Redis with a claim', () => {
  it('writes what the agent of its operator configures', () => {
    const { persistence, engine, version, requestedBytes } =
      describeRedis(standalone);
    expect(engine).toBe('redis');
    expect(version).toBe('7.0.12');
    expect(requestedBytes?.value).toBe(2 ** 30);
    // GenerateConfig in internal/agent/bootstrap/redis/config.go.
    expect(persistence).toMatchObject({
      storage: { value: 'claim' },
      snapshots: { longestIntervalSeconds: { value: 900 } },
      log: { enabled: { value: true }, flush: { value: 'everysec' } },
      evicts: { value: false },
    });
  });

  it('loses a second with its node, and everything with its volume', () => {
    const assessment = judge(standalone);
    expect(assessment.verdict).toBe('unprotected');
    expect(assessment.rpo.instance).toMatchObject({ atMostSeconds: 1 });
    expect(assessment.rpo.data.seconds).toBeUndefined();
    const words = assessment.findings
      .map(({ message, remedy }) => `${message} ${remedy}`)
      .join(' ');
    expect(words).toContain('volume');
    expect(words).not.toMatch(/archiver|base backup|WAL|PostgreSQL/);
  });

  it('is restored from the snapshots of its volume', () => {
    const assessment = judge([...standalone, ...nightly(claim)]);
    expect(assessment.verdict).toBe('protected');
    // The newest is of 02:00, and holds what was on the disk a second before.
    expect(assessment.rpo.data.latestRestorable).toBe(
      '2026-11-20T01:59:59.000Z',
    );
    expect(assessment.window?.continuous).toBe(false);
    const words = assessment.findings
      .map(({ message, remedy }) => `${message} ${remedy}`)
      .join(' ');
    expect(words).not.toMatch(/archiver|base backup|WAL|PostgreSQL/);
  });

  it('may write less than that by its own configuration', () => {
    const rdb = [
      told('appendonly no'),
      ...standalone.slice(1),
      ...nightly(claim),
    ];
    const { rpo } = judge(rdb);
    expect(rpo.instance.atMostSeconds).toBe(900);
    expect(rpo.data.latestRestorable).toBe('2026-11-20T01:45:00.000Z');
    expect(
      limits(judge(rdb, { annotations: { 'rpo.instance': '1m' } })),
    ).toContain('persistence/log-off');
    const lax = [
      told('appendfsync no'),
      ...standalone.slice(1),
      ...nightly(claim),
    ];
    expect(limits(judge(lax))).toContain('persistence/flush-lax');
  });

  it('has nothing on its volume when it writes nothing', () => {
    const nothing = [
      told('save ""', 'appendonly no'),
      ...standalone.slice(1),
      ...nightly(claim),
    ];
    expect(describeRedis(nothing).persistence?.storage.value).toBe('none');
    expect(judge(nothing).verdict).toBe('unprotected');
    expect(limits(judge(nothing))).toContain('persistence/none');
  });

  it('may write anything by a ConfigMap that nobody reads', () => {
    // example/v1beta2/additional_config/standalone.yaml
    const opaque = withSpec(redis, spec => ({
      ...spec,
      redisConfig: { additionalRedisConfig: 'redis-external-config' },
    }));
    const objects = [opaque, ...standalone.slice(1), ...nightly(claim)];
    expect(judge(objects).verdict).toBe('unknown');
    expect(limits(judge(objects))).toContain('persistence/unknown');
    // Where the operator sets it itself afterwards, it is known again.
    const said = withSpec(redis, spec => ({
      ...spec,
      redisConfig: {
        additionalRedisConfig: 'redis-external-config',
        dynamicConfig: ['appendonly yes', 'appendfsync everysec'],
      },
    }));
    expect(
      judge([said, ...standalone.slice(1), ...nightly(claim)]).verdict,
    ).toBe('protected');
  });

  it('is believed what its exporter measures', () => {
    const { name } = standalonePod.metadata;
    const objects = [...standalone, ...nightly(claim)];
    const failing = judge(objects, {
      samples: [
        sample('redis_aof_enabled', name, 0),
        sample('redis_rdb_last_bgsave_status', name, 0),
        sample(
          'redis_rdb_last_save_timestamp_seconds',
          name,
          Date.UTC(2026, 10, 19, 12) / 1000,
        ),
      ],
    });
    expect(failing.verdict).toBe('at-risk');
    expect(limits(failing)).toContain('persistence/save-failing');
    // The last save was a day before, and the volume holds no more than that.
    expect(failing.rpo.instance).toMatchObject({
      basis: 'measured',
      seconds: 86_400,
    });
    expect(failing.rpo.data.latestRestorable).toBe('2026-11-19T12:00:00.000Z');

    const idle = judge(objects, {
      samples: [
        sample('redis_aof_enabled', name, 0),
        sample('redis_rdb_last_bgsave_status', name, 1),
        sample('redis_rdb_changes_since_last_save', name, 0),
        sample(
          'redis_rdb_last_save_timestamp_seconds',
          name,
          Date.UTC(2026, 10, 10) / 1000,
        ),
      ],
    });
    expect(idle.rpo.instance).toMatchObject({ basis: 'measured', seconds: 0 });

    const log = judge(objects, {
      samples: [
        sample('redis_aof_enabled', name, 1),
        sample('redis_aof_last_write_status', name, 0),
      ],
    });
    expect(limits(log)).toContain('persistence/save-failing');
  });

  it('tells its size and that it is a cache by its exporter', () => {
    const { name } = standalonePod.metadata;
    const database = describeRedis(standalone, {
      samples: [
        sample('redis_instance_info', name, 1, {
          role: 'master',
          maxmemory_policy: 'allkeys-lru',
        }),
        sample('redis_memory_used_bytes', name, 5e7),
      ],
    });
    expect(database.sizeBytes?.value).toBe(5e7);
    expect(database.persistence?.evicts?.value).toBe(true);
  });

  it('encrypts what it sends where it is told to', () => {
    // example/v1beta2/tls_enabled/redis-standalone.yaml
    const secured = withSpec(redis, spec => ({
      ...spec,
      TLS: { secret: { secretName: 'redis-tls-cert' } },
    }));
    expect(describeRedis([secured]).encryptedInTransit?.value).toBe(true);
    expect(describeRedis([redis]).encryptedInTransit?.value).toBe(false);
  });
});

describe('a Redis without storage', () => {
  it('has nothing that outlives its pod', () => {
    const bare = withSpec(redis, ({ storage: _, ...spec }) => spec);
    const assessment = judge([bare, standalonePod]);
    expect(assessment.verdict).toBe('unprotected');
    expect(limits(assessment)).toContain('persistence/ephemeral');
    expect(assessment.rpo.instance.seconds).toBeUndefined();
  });
});

describe('a RedisReplication', () => {
  const lagging = [1, 2].map(ordinal =>
    sample(
      'redis_connected_slave_lag_seconds',
      'redis-replication-0',
      ordinal,
      {
        slave_ip: `10.244.${ordinal}.7`,
        slave_port: '6379',
        slave_state: 'online',
      },
    ),
  );

  it('has the primary that its operator names', () => {
    const { instances, health, nodesUsed } = describeRedis(replication, {
      samples: lagging,
    });
    expect(
      instances.map(({ name, role, lagSeconds }) => [
        name,
        role,
        lagSeconds?.value,
      ]),
    ).toEqual([
      ['redis-replication-0', 'primary', undefined],
      ['redis-replication-1', 'replica', 1],
      ['redis-replication-2', 'replica', 2],
    ]);
    expect(health.state).toBe('healthy');
    expect(nodesUsed?.value).toBe(3);
  });

  it('loses what its nearest replica lacks', () => {
    const { rpo } = judge(replication, { samples: lagging });
    expect(rpo.instance).toMatchObject({ basis: 'measured', seconds: 1 });
  });

  it('does not count a replica that has lost its primary', () => {
    const cut = [1, 2].map(ordinal =>
      sample('redis_master_link_up', `redis-replication-${ordinal}`, 0, {
        master_host: '10.244.0.7',
        master_port: '6379',
      }),
    );
    const database = describeRedis(replication, { samples: cut });
    expect(database.health.state).toBe('degraded');
    expect(rules(replication, { samples: cut })).toContain(
      'placement/no-ready-replica',
    );
  });

  it('is not described twice for the Sentinels that watch it', () => {
    expect(describeRedis([...replication, redisSentinel]).reference.kind).toBe(
      'RedisReplication.redis.redis.opstreelabs.in',
    );
  });

  it('waits for a person while its operator is told to keep off', () => {
    const skipped = {
      ...redisReplication,
      metadata: {
        ...redisReplication.metadata,
        annotations: {
          'redisreplication.opstreelabs.in/skip-reconcile': 'true',
        },
      },
    };
    expect(describeRedis([skipped, ...replication.slice(1)]).health.state).toBe(
      'waiting',
    );
  });
});

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
