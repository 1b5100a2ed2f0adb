import { factKeyOf, MetricQuery, qualifiedKind } from '../../engine';
import { pods } from '../volumes/resources';

export const instanceInfo = 'redis_instance_info';
export const memoryUsed = 'redis_memory_used_bytes';
export const lastSave = 'redis_rdb_last_save_timestamp_seconds';
export const lastSaveStatus = 'redis_rdb_last_bgsave_status';
export const changesSinceSave = 'redis_rdb_changes_since_last_save';
export const logEnabled = 'redis_aof_enabled';
export const logWriteStatus = 'redis_aof_last_write_status';
export const replicaLag = 'redis_connected_slave_lag_seconds';
export const primaryLinkUp = 'redis_master_link_up';

/**
 * What redis_exporter (oliver006/redis_exporter 1.88, `exporter/exporter.go`) tells of a pod that it runs in.
 *
 * @remarks
 * The pod is told by the labels that a PodMonitor or ServiceMonitor sets. Of the changes since a snapshot it matters whether there are any; and
 * replicas acknowledge once a second (`REPLCONF ACK`), so that a lag of 0 means no less than one of 1.
 */
export const metrics: readonly MetricQuery[] = [
  { name: instanceInfo },
  { name: memoryUsed, tolerance: 0.1 },
  { name: lastSave },
  { name: lastSaveStatus },
  { name: changesSinceSave, query: `clamp_max(${changesSinceSave}, 1)` },
  { name: logEnabled },
  { name: logWriteStatus },
  { name: replicaLag, query: `clamp_min(${replicaLag}, 1)` },
  { name: primaryLinkUp },
].map(({ name, query = name, ...rest }) => ({
  ...rest,
  name,
  query,
  subjectOf: ({ namespace, pod }: Record<string, string>) =>
    namespace && pod
      ? factKeyOf({ kind: qualifiedKind(pods), namespace, name: pod })
      : undefined,
}));
