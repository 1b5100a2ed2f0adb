import { MetricSeries } from '../../postgresql/metrics';
import { ipOf } from '../kubernetes/pod';
import { Site } from '../Site';
import { RedisServer } from './redisServers';
import { RedisTraits } from './RedisTraits';

const HOUR = 3_600_000;

/** How often a server that is written to steadily saves, by `save 900 1`. */
const SAVE_INTERVAL_MS = 900_000;

/** What is written between two saves. */
const CHANGES_PER_SECOND = 0.4;

const MEMORY_BYTES = 420_000_000;

/** What redis_exporter tells of each server (oliver006/redis_exporter 1.88, `exporter/exporter.go` and `exporter/info.go`). */
export function redisMetrics(
  site: Site,
  traits: RedisTraits,
  options: {
    servers: readonly RedisServer[];
    version: string;
    directives: readonly string[];
    now: Date;
  },
): MetricSeries[] {
  const { servers, version, now } = options;
  const setting = (name: string) =>
    options.directives
      .findLast(directive => directive.startsWith(`${name} `))
      ?.slice(name.length + 1);
  const isFailing = traits.savesFailingHours !== undefined;
  const savedAt = isFailing
    ? site.around.startedAt.getTime() - (traits.savesFailingHours ?? 0) * HOUR
    : Math.floor(now.getTime() / SAVE_INTERVAL_MS) * SAVE_INTERVAL_MS;
  const keepsLog = setting('appendonly') === 'yes';

  return servers.flatMap(server => {
    const seriesOf = (
      name: string,
      value: number,
      labels: Record<string, string> = {},
    ): MetricSeries => ({
      name,
      labels: { namespace: site.namespace, pod: server.name, ...labels },
      value,
    });
    return [
      seriesOf('redis_instance_info', 1, {
        role: server.role,
        redis_version: version,
        redis_mode: traits.kind === 'RedisCluster' ? 'cluster' : 'standalone',
        maxmemory_policy: setting('maxmemory-policy') ?? 'noeviction',
      }),
      seriesOf('redis_memory_used_bytes', MEMORY_BYTES),
      seriesOf('redis_rdb_last_save_timestamp_seconds', savedAt / 1000),
      seriesOf('redis_rdb_last_bgsave_status', isFailing ? 0 : 1),
      seriesOf(
        'redis_rdb_changes_since_last_save',
        Math.round(((now.getTime() - savedAt) / 1000) * CHANGES_PER_SECOND),
      ),
      seriesOf('redis_aof_enabled', keepsLog ? 1 : 0),
      seriesOf('redis_aof_last_write_status', 1),
      ...servers
        .filter(({ follows }) => follows === server.name)
        .map(({ name }, index) =>
          seriesOf('redis_connected_slave_lag_seconds', index, {
            slave_ip: ipOf(site, name),
            slave_port: '6379',
            slave_state: 'online',
          }),
        ),
      ...(server.follows === undefined
        ? []
        : [
            seriesOf('redis_master_link_up', 1, {
              master_host: ipOf(site, server.follows),
              master_port: '6379',
            }),
          ]),
    ];
  });
}
