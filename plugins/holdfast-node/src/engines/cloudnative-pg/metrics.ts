import { factKeyOf, MetricQuery, qualifiedKind } from '../../engine';
import { clusters } from './resources';

export const walArchiveStatus = 'cnpg_collector_pg_wal_archive_status';
export const lastArchivedTime = 'cnpg_pg_stat_archiver_last_archived_time';
export const lastFailedTime = 'cnpg_pg_stat_archiver_last_failed_time';
export const databaseSize = 'cnpg_pg_database_size_bytes';
export const replicationLag = 'cnpg_pg_replication_lag';
export const walReceiverUp = 'cnpg_pg_replication_is_wal_receiver_up';
export const replayDifference = 'cnpg_pg_stat_replication_replay_diff_bytes';
export const replayDelay = 'cnpg_pg_stat_replication_replay_lag_seconds';

/**
 * What the instances' exporter tells (`docs/src/monitoring.md`, `config/manager/default-monitoring.yaml`).
 *
 * @remarks
 * The instance is told by the labels that a PodMonitor sets. The `cluster` label of some series is not used: a central Prometheus
 * often has another meaning for it.
 */
export const metrics: readonly MetricQuery[] = [
  { name: walArchiveStatus, query: `${walArchiveStatus}{value="ready"}` },
  { name: lastArchivedTime, query: lastArchivedTime },
  { name: lastFailedTime, query: lastFailedTime },
  { name: databaseSize, query: databaseSize, tolerance: 0.01 },
  { name: replicationLag, query: replicationLag, tolerance: 0.01 },
  { name: walReceiverUp, query: walReceiverUp },
  { name: replayDifference, query: replayDifference, tolerance: 0.01 },
  { name: replayDelay, query: replayDelay, tolerance: 0.01 },
].map(query => ({
  ...query,
  subjectOf: ({ namespace, pod }: Record<string, string>) => {
    // Instances are named after their Cluster (`GetInstanceName` in `pkg/specs/pods.go`).
    const name = pod?.match(/^(.+)-\d+$/)?.[1];
    return namespace && name
      ? factKeyOf({ kind: qualifiedKind(clusters), namespace, name })
      : undefined;
  },
}));
