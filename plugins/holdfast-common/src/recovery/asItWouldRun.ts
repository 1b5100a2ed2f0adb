import {
  BackupMethod,
  BackupSchedule,
  BackupStore,
  Database,
  Instance,
  MissingFacts,
  Persistence,
  RecoveryPoint,
} from '../model';
import { standingOrders } from './backups/standingOrders';
import { Clock } from './Clock';
import { instantOf } from './moment';

/** What brings a database back without any log. */
const selfContained: ReadonlySet<BackupMethod> = new Set([
  'volume-snapshot',
  'mariadb-backup',
  'mariadb-dump',
  'xtrabackup',
  'dump-job',
  'velero-data-mover',
  'velero-file-system',
  'velero-snapshot',
]);

/** A cluster whose only schedule never runs twice gets no closer than this. */
const daySeconds = 86_400;

/** What manifests can tell. Nobody misses a backup, a pod or a volume among them. */
const declarable: ReadonlySet<MissingFacts['area']> = new Set([
  'database',
  'arrangement',
  'protection',
  'schedules',
  'stores',
]);

/**
 * Imagines that what manifests declare runs as declared, at its worst moment: just before the next base backup. Evidence points at the
 * manifests, since there is nothing else.
 */
export function asItWouldRun(database: Database, clock: Clock): Database {
  const { archiving, desiredInstances, missing } = database;
  return {
    ...database,
    createdAt: instantOf(clock.now),
    health: { state: 'healthy', evidence: [] },
    archiving: {
      ...archiving,
      working: { ...archiving.configured, value: true },
    },
    recoveryPoints: declaredPoints(database, clock),
    instances: declaredInstances(database),
    ...(database.persistence && {
      persistence: declaredPersistence(database.persistence),
    }),
    ...(desiredInstances && { readyInstances: desiredInstances }),
    missing: missing.filter(({ area }) => declarable.has(area)),
  };
}

function declaredPoints(database: Database, clock: Clock): RecoveryPoint[] {
  const points: RecoveryPoint[] = [];
  for (const { schedule, times } of standingOrders(database).active) {
    const { method, object, expression, rollsForward, consistency } = schedule;
    const store = storeOf(schedule, database);
    if (!store) continue;
    const gapSeconds = times?.longestIntervalSeconds ?? daySeconds;
    points.push({
      object,
      method,
      storeId: store.id,
      consistentAt: instantOf(clock.now - gapSeconds * 1000),
      // Whether a snapshot is to be taken of the stopped database is not told; without an archiver nothing else makes sense.
      needsWal: !selfContained.has(method),
      ...(rollsForward !== undefined && { rollsForward }),
      ...(consistency && { consistency }),
      incarnation: 'current',
      evidence: expression.evidence,
    });
  }
  return points;
}

/** Where a schedule says that its backups go, else the one place that takes them by its method. */
function storeOf(
  { storeId, method }: BackupSchedule,
  { stores }: Database,
): BackupStore | undefined {
  return stores.find(
    ({ inUse, id, method: other }) =>
      inUse && (storeId === undefined ? other === method : id === storeId),
  );
}

/** Without what only a server that runs could tell. */
function declaredPersistence({
  storage,
  snapshots,
  log,
  evicts,
}: Persistence): Persistence {
  const interval = snapshots?.longestIntervalSeconds;
  return {
    storage,
    ...(interval && { snapshots: { longestIntervalSeconds: interval } }),
    ...(log && {
      log: { enabled: log.enabled, ...(log.flush && { flush: log.flush }) },
    }),
    ...(evicts && { evicts }),
  };
}

/** More are not told apart. */
const mostInstances = 9;

/** One of them writes, or one of each shard. Where they stand is known as far as something keeps them apart. */
function declaredInstances({
  desiredInstances,
  shards,
  spread,
}: Database): Instance[] {
  if (!desiredInstances) return [];
  const { value, evidence } = desiredInstances;
  const parts = shards ? countOf(shards.value) : 1;
  // Replicas that do not go round leave a shard without.
  const each = shards ? Math.floor(value / Math.max(parts, 1)) : value;
  const apart = spread && { evidence: spread.evidence };
  const zonesApart = spread?.value.over === 'zone' && spread.value.required;
  return Array.from({ length: parts }, (_, part) =>
    Array.from({ length: countOf(each) }, (__, index): Instance => {
      const name = shards ? `${part + 1}-${index + 1}` : `${index + 1}`;
      const place = apart && { value: name, ...apart };
      return {
        name,
        role: index === 0 ? 'primary' : 'replica',
        ready: { value: true, evidence },
        ...(place && { node: place }),
        ...(place && zonesApart && { zone: place }),
        ...(shards && { shard: `${part + 1}` }),
      };
    }),
  ).flat();
}

function countOf(value: number): number {
  return Number.isInteger(value)
    ? Math.min(Math.max(value, 0), mostInstances)
    : 0;
}
