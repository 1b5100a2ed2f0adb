import { describeRedis, judge } from '../redis/__testUtils__/describe';
import { sample } from '../redis/__testUtils__/objects';
import {
  redisReplication,
  redisSentinel,
  replication,
} from './__testUtils__/objects';

const rules = (...args: Parameters<typeof judge>) =>
  judge(...args).findings.map(({ rule }) => rule);

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
