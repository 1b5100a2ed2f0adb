import { Observed } from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../engine';
import { applyDirectives, redisDefaults, Settings } from '../redis/directives';

/** Whether its volume claim template asks for anything (`storageHasVolumeClaimTemplate` in `internal/k8sutils/statefulset.go`). */
function asksForClaim(redis: FactReader): boolean {
  const template = ['spec', 'storage', 'volumeClaimTemplate', 'spec'];
  return (
    redis.list(...template, 'accessModes').length > 0 ||
    redis.string(...template, 'storageClassName') !== undefined ||
    redis.string(...template, 'volumeName') !== undefined ||
    Object.keys(redis.object(...template, 'resources')).length > 0
  );
}

/** A RedisCluster writes nothing to its claim unless it is told to (`generateRedisClusterContainerParams` in `redis-cluster.go`). */
export function storageOf(
  redis: FactReader,
  options: { needsSwitch: boolean },
): Observed<'ephemeral' | 'claim'> {
  const path = ['spec', 'persistenceEnabled'];
  const enabled = redis.boolean(...path);
  if (options.needsSwitch && enabled?.value !== true) {
    return redis.derive('ephemeral' as const, path, enabled?.value);
  }
  return redis.derive(
    asksForClaim(redis) ? ('claim' as const) : ('ephemeral' as const),
    ['spec', 'storage'],
  );
}

/**
 * What the servers are told about keeping their data.
 *
 * @remarks
 * With storage the operator's agent, and before it the entrypoint of its image, writes `save 900 1`, `save 300 10`, `save 60 10000` and
 * `appendonly yes` (`GenerateConfig` in `internal/agent/bootstrap/redis/config.go` of redis-operator 0.26; `persistence_setup` in `entrypoint.sh` of
 * OT-CONTAINER-KIT/redis). A ConfigMap of one's own is included after it and may say anything. `dynamicConfig` is applied to the running servers
 * (`applyDynamicConfig`), and wins.
 */
export function settingsOf(
  redis: FactReader,
  storage: Observed<'ephemeral' | 'claim'>,
): Settings {
  const isKept = storage.value === 'claim';
  const config = ['spec', 'redisConfig'];
  const isOpaque = [
    config,
    ['spec', 'redisLeader', 'redisConfig'],
    ['spec', 'redisFollower', 'redisConfig'],
  ].some(path => redis.string(...path, 'additionalRedisConfig') !== undefined);
  const cite = <T>(value: T): Observed<T> => ({
    value,
    evidence: storage.evidence,
  });
  const written: Settings = {
    save: cite(
      isKept
        ? [
            { seconds: 900, changes: 1 },
            { seconds: 300, changes: 10 },
            { seconds: 60, changes: 10_000 },
          ]
        : redisDefaults.save,
    ),
    appendOnly: cite(isKept),
    appendFsync: redis.derive(redisDefaults.appendFsync, config),
    maxmemoryPolicy: redis.derive(redisDefaults.maxmemoryPolicy, config),
  };
  const dynamic = [...config, 'dynamicConfig'];
  return applyDirectives(
    isOpaque ? {} : written,
    redis
      .list(...dynamic)
      .flatMap((_, index) => redis.string(...dynamic, index) ?? []),
  );
}
