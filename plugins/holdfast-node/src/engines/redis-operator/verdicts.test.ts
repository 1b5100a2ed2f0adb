import { KubernetesObject } from '../../engine';
import { describeRedis, judge, limits } from '../redis/__testUtils__/describe';
import { sample, snapshotOf, withSpec } from '../redis/__testUtils__/objects';
import {
  redis,
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
