import { SimulatedDatabase } from './SimulatedDatabase';

/** One series at one moment, as a PodMonitor and the kubelet give it. */
export interface MetricSeries {
  name: string;
  labels: Record<string, string>;
  value: number;
}

const GIB = 2 ** 30;
const NEVER = -1;

/** The metrics of a database's instances and volumes; none while it is hibernated or where no Prometheus looks. */
export function metricsOf(
  database: SimulatedDatabase,
  now: Date,
): MetricSeries[] {
  const { traits, namespace, instances, primary } = database;
  if (traits.metrics === false || !database.isRunning) return [];
  const used = database.usedShare(now);
  const bytes = database.volumeGiB * GIB;
  const series: MetricSeries[] = [];

  for (const instance of instances) {
    const labels = { container: 'postgres', namespace, pod: instance.name };
    const isPrimary = instance.name === primary;
    const add = (name: string, value: number, more?: Record<string, string>) =>
      series.push({ name, labels: { ...labels, ...more }, value });
    const seconds = (moment?: Date) =>
      moment ? moment.getTime() / 1000 : NEVER;

    add('cnpg_collector_up', 1);
    add('cnpg_collector_fencing_on', database.fenced ? 1 : 0);
    add(
      'cnpg_collector_pg_wal_archive_status',
      isPrimary ? database.backlogSegments : 0,
      { value: 'ready' },
    );
    add('cnpg_collector_pg_wal_archive_status', 12, { value: 'done' });
    add('cnpg_pg_replication_in_recovery', isPrimary ? 0 : 1);
    add(
      'cnpg_pg_replication_lag',
      isPrimary ? 0 : traits.replicaLagSeconds ?? 0.2,
    );
    add('cnpg_pg_database_size_bytes', bytes * used * 0.8, { datname: 'app' });
    if (isPrimary) {
      add(
        'cnpg_pg_stat_archiver_last_archived_time',
        seconds(database.lastArchivedAt),
      );
      add(
        'cnpg_pg_stat_archiver_last_failed_time',
        seconds(database.lastFailedAt),
      );
    }
    const volume = { namespace, persistentvolumeclaim: instance.name };
    series.push(
      {
        name: 'kubelet_volume_stats_capacity_bytes',
        labels: volume,
        value: bytes,
      },
      {
        name: 'kubelet_volume_stats_used_bytes',
        labels: volume,
        value: Math.round(bytes * used),
      },
    );
  }
  return series;
}
