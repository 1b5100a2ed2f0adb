import { claimsOf, InstanceClaim } from './claim';
import { SimulatedDatabase } from './SimulatedDatabase';
import { SimulatedInstance } from './SimulatedInstance';

/** One series at one moment, as a PodMonitor and the kubelet give it. */
export interface MetricSeries {
  name: string;
  labels: Record<string, string>;
  value: number;
}

type Values = ReadonlyArray<
  readonly [name: string, value: number, labels?: Record<string, string>]
>;

const GIB = 2 ** 30;

/** What PostgreSQL's exporter gives for a time that never was. */
const NEVER = -1;

/** How far a replica cluster is behind that follows by the archive alone. */
const ARCHIVE_LAG_SECONDS = 25;

/** Share of a volume for WAL that is in use while the archive keeps up. */
const WAL_SHARE = 0.2;

/** How much WAL a database writes in a second. */
const WAL_BYTES_PER_SECOND = 50_000;

/** The metrics of a database's instances and volumes; none while it is hibernated or where no Prometheus looks. */
export function metricsOf(
  database: SimulatedDatabase,
  now: Date,
): MetricSeries[] {
  const { traits, namespace } = database;
  if (traits.metrics === false) return [];
  return database.runningInstances.flatMap(instance => [
    ...series(
      { container: 'postgres', namespace, pod: instance.name },
      instanceValues(database, instance, now),
    ),
    ...claimsOf(database, instance).flatMap(claim =>
      series(
        { namespace, persistentvolumeclaim: claim.name },
        volumeValues(database, claim, now),
      ),
    ),
  ]);
}

function series(
  labels: Record<string, string>,
  values: Values,
): MetricSeries[] {
  return values.map(([name, value, more]) => ({
    name,
    labels: { ...labels, ...more },
    value,
  }));
}

function instanceValues(
  database: SimulatedDatabase,
  instance: SimulatedInstance,
  now: Date,
): Values {
  const { archiver, traits } = database;
  const ready = database.readyInstances.includes(instance);
  // A fence stops PostgreSQL, and its exporter goes on without it; where PostgreSQL cannot start there is no exporter.
  if (!ready && !database.fencedSince) return [];
  const isPrimary = instance.name === database.primary;
  const waiting = isPrimary ? archiver.waitingSegments(now) : 0;
  const collected: Values = [
    ['cnpg_collector_up', 1, { exported_cluster: database.name }],
    ['cnpg_collector_fencing_on', database.fencedSince ? 1 : 0],
    ['cnpg_collector_pg_wal_archive_status', waiting, { value: 'ready' }],
    ['cnpg_collector_pg_wal_archive_status', 12, { value: 'done' }],
  ];
  if (!ready) return collected;
  const size = database.usedShare(now) * database.volumeGiB * GIB;
  const receives = !isPrimary || traits.follows?.streams === true;
  const recovers = !isPrimary || traits.replicaOf !== undefined;
  return [
    ...collected,
    ['cnpg_pg_database_size_bytes', Math.round(size * 0.8), { datname: 'app' }],
    ['cnpg_pg_postmaster_start_time', instance.startedAt.getTime() / 1000],
    ['cnpg_pg_replication_in_recovery', recovers ? 1 : 0],
    ['cnpg_pg_replication_is_wal_receiver_up', receives ? 1 : 0],
    ['cnpg_pg_replication_lag', lagOf(database, isPrimary)],
    ...(isPrimary
      ? [...archiverValues(database, now), ...replicaValues(database)]
      : []),
  ];
}

function lagOf({ traits }: SimulatedDatabase, isPrimary: boolean): number {
  if (!isPrimary) return traits.replicaLagSeconds ?? 0;
  if (!traits.replicaOf) return 0;
  return traits.follows?.lagSeconds ?? ARCHIVE_LAG_SECONDS;
}

/** What the primary knows of its replicas. */
function replicaValues(database: SimulatedDatabase): Values {
  const lag = database.traits.replicaLagSeconds ?? 0;
  const replicas = database.readyInstances.filter(
    ({ name }) => name !== database.primary,
  );
  return [
    ['cnpg_pg_replication_streaming_replicas', replicas.length],
    ...replicas.flatMap(({ name, serial }): Values => {
      const labels = {
        application_name: name,
        client_addr: `10.42.${serial}.${10 + serial}/32`,
        client_port: '46418',
        usename: 'streaming_replica',
      };
      return [
        [
          'cnpg_pg_stat_replication_replay_diff_bytes',
          lag * WAL_BYTES_PER_SECOND,
          labels,
        ],
        ['cnpg_pg_stat_replication_replay_lag_seconds', lag, labels],
      ];
    }),
  ];
}

function archiverValues({ archiver }: SimulatedDatabase, now: Date): Values {
  const archivedAt = archiver.lastArchivedAt(now);
  const seconds = (moment?: Date) => (moment ? moment.getTime() / 1000 : NEVER);
  return [
    ['cnpg_pg_stat_archiver_last_archived_time', seconds(archivedAt)],
    ['cnpg_pg_stat_archiver_last_failed_time', seconds(archiver.lastFailedAt)],
    [
      'cnpg_pg_stat_archiver_seconds_since_last_archival',
      archivedAt ? (now.getTime() - archivedAt.getTime()) / 1000 : NEVER,
    ],
  ];
}

function volumeValues(
  database: SimulatedDatabase,
  { role, sizeGiB }: InstanceClaim,
  now: Date,
): Values {
  const capacity = Math.round(sizeGiB * GIB);
  const share = role === 'PG_WAL' ? WAL_SHARE : database.usedShare(now);
  const used = Math.round(capacity * share);
  return [
    ['kubelet_volume_stats_capacity_bytes', capacity],
    ['kubelet_volume_stats_used_bytes', used],
    ['kubelet_volume_stats_available_bytes', capacity - used],
  ];
}
