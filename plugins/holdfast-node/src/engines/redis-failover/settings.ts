import { Observed } from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../engine';
import { applyDirectives, redisDefaults, Settings } from '../redis/directives';

const redisPath = ['spec', 'redis'];

/** Without a claim, `/data` is an `emptyDir` (`getRedisVolumes` in `operator/redisfailover/service/generator.go` of redis-operator 1.2.4). */
export function storageOf(redis: FactReader): Observed<'ephemeral' | 'claim'> {
  const path = [...redisPath, 'storage'];
  const hasClaim = Object.hasOwn(
    redis.object(...path),
    'persistentVolumeClaim',
  );
  return redis.derive(
    hasClaim ? ('claim' as const) : ('ephemeral' as const),
    hasClaim ? [...path, 'persistentVolumeClaim'] : path,
  );
}

/**
 * What the servers are told about keeping their data.
 *
 * @remarks
 * The operator writes `save 900 1` and `save 300 10`, and no log of writes (`redisConfigTemplate` in `generator.go`). A command of one's own may
 * do without that file: it is believed where it names the file and nothing about keeping data. `customConfig` is applied to the
 * running servers by `CONFIG SET` (`SetCustomRedisConfig`), and wins.
 */
export function settingsOf(redis: FactReader): Settings {
  const command = redis.list(...redisPath, 'command').map(part => String(part));
  const isOwn =
    command.length === 0 ||
    (command.includes('/redis/redis.conf') &&
      !command.some(part => /^--(save|append|dir|include|pmdir)/i.test(part)));
  const custom = [...redisPath, 'customConfig'];
  const written: Settings = {
    save: redis.derive(
      [
        { seconds: 900, changes: 1 },
        { seconds: 300, changes: 10 },
      ],
      custom,
    ),
    appendOnly: redis.derive(redisDefaults.appendOnly, custom),
    appendFsync: redis.derive(redisDefaults.appendFsync, custom),
    maxmemoryPolicy: redis.derive(redisDefaults.maxmemoryPolicy, custom),
  };
  return applyDirectives(
    isOwn ? written : {},
    redis
      .list(...custom)
      .flatMap((_, index) => redis.string(...custom, index) ?? []),
  );
}
