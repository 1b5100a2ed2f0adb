import { describeRedis, judge, limits } from '../redis/__testUtils__/describe';
import { sample, snapshotOf } from '../redis/__testUtils__/objects';
import {
  claims,
  persistent,
  redisFailover,
  redisPods,
  sentinelPod,
  volumes,
} from './__testUtils__/objects';

const snapshots = claims.flatMap(({ metadata: { name } }) =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap(day =>
    snapshotOf(name, new Date(Date.UTC(2026, 10, 20 - day, 2)).toISOString()),
  ),
);
const lag = sample(
  'redis_connected_slave_lag_seconds',
  'rfr-redisfailover-0',
  1,
  { slave_ip: '10.244.1.7', slave_port: '6379', slave_state: 'online' },
);

describe('a RedisFailover as its examples have it', () => {
  it('has nothing that outlives its pods', () => {
    const objects = [redisFailover(), ...redisPods, sentinelPod];
    const database = describeRedis(objects);
    expect(database.instances).toHaveLength(3);
    expect(database.health.state).toBe('healthy');
    expect(database.persistence?.storage).toMatchObject({
      value: 'ephemeral',
      evidence: { field: '.spec.redis.storage' },
    });
    const assessment = judge(objects);
    expect(assessment.verdict).toBe('unprotected');
    expect(limits(assessment)).toContain('persistence/ephemeral');
  });

  it('is exempt where somebody says that it is a cache', () => {
    expect(
      judge([redisFailover(), ...redisPods], {
        annotations: { rpo: 'none', exempt: 'a cache of the catalogue' },
      }).verdict,
    ).toBe('exempt');
  });

  it('has three instances where nothing is said', () => {
    // example/redisfailover/minimum.yaml
    const { desiredInstances, version, spread } = describeRedis([
      redisFailover({ replicas: 0 }),
    ]);
    expect(desiredInstances?.value).toBe(3);
    expect(version).toBe('6.2.6');
    expect(spread?.value).toEqual({ over: 'node', required: false });
  });
});

describe('a RedisFailover with claims', () => {
  const objects = [redisFailover(persistent), ...redisPods, ...volumes];

  it('takes snapshots, and keeps no log unless it is told to', () => {
    // redisConfigTemplate: save 900 1, save 300 10.
    expect(describeRedis(objects).persistence).toMatchObject({
      storage: { value: 'claim' },
      snapshots: { longestIntervalSeconds: { value: 900 } },
      log: { enabled: { value: false } },
    });
    const told = redisFailover({
      ...persistent,
      customConfig: [
        'appendonly yes',
        'appendfsync always',
        'maxmemory-policy allkeys-lru',
        'save 60 1',
      ],
    });
    expect(
      describeRedis([told, ...objects.slice(1)]).persistence,
    ).toMatchObject({
      snapshots: { longestIntervalSeconds: { value: 60 } },
      log: { enabled: { value: true }, flush: { value: 'always' } },
      evicts: { value: true },
    });
  });

  it('is protected by snapshots of its volumes, to what its own held', () => {
    const assessment = judge([...objects, ...snapshots], { samples: [lag] });
    expect(assessment.verdict).toBe('protected');
    expect(assessment.rpo.data.latestRestorable).toBe(
      '2026-11-20T01:45:00.000Z',
    );
    expect(assessment.rpo.instance).toMatchObject({
      basis: 'measured',
      seconds: 1,
    });
  });

  it('is unprotected without', () => {
    const assessment = judge(objects, { samples: [lag] });
    expect(assessment.verdict).toBe('unprotected');
    expect(assessment.rpo.instance.seconds).toBe(1);
  });

  it('is unknown where a command of its own may say anything', () => {
    // example/redisfailover/pmem.yaml, and custom-command.yaml, which goes on with the operator's file.
    const pmem = redisFailover({
      ...persistent,
      command: ['redis-server', '/redis/redis.conf', '--pmdir', '/data'],
    });
    const custom = redisFailover({
      ...persistent,
      command: ['redis-server', '/redis/redis.conf', '--protected-mode', 'no'],
    });
    const rest = [...objects.slice(1), ...snapshots];
    expect(limits(judge([pmem, ...rest]))).toContain('persistence/unknown');
    expect(limits(judge([custom, ...rest]))).not.toContain(
      'persistence/unknown',
    );
  });

  it('is at risk while the primary cannot save', () => {
    const failing = judge([...objects, ...snapshots], {
      samples: [
        lag,
        sample('redis_rdb_last_bgsave_status', 'rfr-redisfailover-0', 0),
        // What a replica says of itself does not count.
        sample('redis_rdb_last_bgsave_status', 'rfr-redisfailover-1', 1),
      ],
    });
    expect(failing.verdict).toBe('at-risk');
    expect(limits(failing)).toContain('persistence/save-failing');
  });
});

describe('a RedisFailover', () => {
  it('may run Valkey', () => {
    // example/redisfailover/minimum-valkey.yaml of freshworks-oss/redis-operator, and its CRD at 3.3.5.
    for (const field of ['databaseEngine', 'engine']) {
      expect(
        describeRedis([redisFailover({}, { [field]: 'Valkey' })]).engine,
      ).toBe('valkey');
    }
    const { engine, version } = describeRedis([
      redisFailover({ image: 'valkey/valkey:8.1-alpine' }),
    ]);
    expect([engine, version]).toEqual(['valkey', '8.1']);
  });

  it('is what its pods are', () => {
    const [primary, ...replicas] = redisPods;
    expect(describeRedis([redisFailover()]).health.state).toBe('failed');
    expect(
      describeRedis([redisFailover(), primary, replicas[0]]).health.state,
    ).toBe('degraded');
    const forbidden = {
      kind: 'Pod',
      reason: 'forbidden',
      message: '',
    } as const;
    expect(
      describeRedis([redisFailover()], { unread: [forbidden] }).health.state,
    ).toBe('unknown');
  });

  it('follows another server while it is bootstrapped from it', () => {
    // example/redisfailover/bootstrapping.yaml
    expect(
      describeRedis([
        redisFailover({}, { bootstrapNode: { host: '10.0.0.5' } }),
      ]).role.value,
    ).toBe('replica-cluster');
  });

  it('is kept apart by zones where its constraints say so', () => {
    // example/redisfailover/topology-spread-contraints.yaml
    const spread = redisFailover({
      topologySpreadConstraints: [
        {
          labelSelector: {
            matchLabels: { 'app.kubernetes.io/component': 'redis' },
          },
          maxSkew: 1,
          topologyKey: 'topology.kubernetes.io/zone',
          whenUnsatisfiable: 'DoNotSchedule',
        },
      ],
    });
    expect(describeRedis([spread]).spread?.value).toEqual({
      over: 'zone',
      required: true,
    });
  });
});
