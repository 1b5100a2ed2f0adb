import {
  Consistency,
  Database,
  DatabaseProtection,
  Evidence,
  Persistence,
  RecoveryPoint,
  Volume,
} from '@holdfast/plugin-holdfast-common';

type ProtectedVolume = DatabaseProtection['volumes'][number];

/** Backups by the hour fill a list that nobody reads to its end. */
const mostBackups = 50;

/** How the bytes of a database are held: volume by volume, in what its server writes, and by what is drilled. */
export function protectionOf(
  database: Database,
): Omit<DatabaseProtection, 'asOf' | 'stale'> {
  const consistencies = consistenciesOf(database.recoveryPoints);
  const { persistence } = database;
  return {
    volumes: database.volumes.map(volume => volumeOf(volume, consistencies)),
    unclaimed: database.unclaimed?.value,
    persistence: persistence && persistenceOf(persistence),
    drills: (database.drills ?? []).map(drill => ({
      name: drill.object.name,
      expression: drill.expression.value,
      timeZone: drill.timeZone,
      suspended: drill.suspended.value,
      lastStartedAt: drill.lastStartedAt?.value,
      lastSucceededAt: drill.lastSucceededAt?.value,
      evidence: evidenceOf(
        drill.expression,
        drill.suspended,
        drill.lastStartedAt,
        drill.lastSucceededAt,
      ),
    })),
  };
}

function volumeOf(
  volume: Volume,
  consistencies: ReadonlyMap<string, Consistency>,
): ProtectedVolume {
  const { coverage = [], troubles = [] } = volume;
  return {
    claim: volume.claim.name,
    instance: volume.instance,
    role: volume.role,
    phase: volume.phase?.value,
    requestedBytes: volume.requestedBytes?.value,
    capacityBytes: volume.capacityBytes?.value,
    usedBytes: volume.usedBytes?.value,
    storageClass: volume.storageClass?.value,
    reclaimPolicy: volume.reclaimPolicy?.value,
    accessModes: volume.accessModes?.value,
    encrypted: volume.encrypted?.value,
    nodeLocal: volume.nodeLocal?.value,
    unusedSince: volume.unusedSince?.value,
    coverage: coverage.slice(0, mostBackups).map(covered => ({
      backup: covered.backup,
      method: covered.method,
      state: covered.state,
      holding: covered.holding,
      consistency:
        covered.state === 'held'
          ? consistencies.get(nameOf(covered.backup))
          : undefined,
      at: covered.at,
      reason: covered.reason,
      evidence: [covered.evidence],
    })),
    troubles: troubles.map(({ evidence, ...trouble }) => ({
      ...trouble,
      evidence: [evidence],
    })),
    evidence: evidenceOf(
      volume.phase,
      volume.capacityBytes,
      volume.usedBytes,
      volume.storageClass,
      volume.reclaimPolicy,
      volume.accessModes,
      volume.encrypted,
      volume.nodeLocal,
      volume.unusedSince,
    ),
  };
}

function persistenceOf(
  persistence: Persistence,
): DatabaseProtection['persistence'] {
  const { storage, snapshots, log, evicts } = persistence;
  return {
    storage: storage.value,
    snapshots: snapshots && {
      longestIntervalSeconds: snapshots.longestIntervalSeconds?.value,
      lastSavedAt: snapshots.lastSavedAt?.value,
      succeeded: snapshots.succeeded?.value,
      changesSince: snapshots.changesSince?.value,
    },
    log: log && {
      enabled: log.enabled.value,
      flush: log.flush?.value,
      succeeded: log.succeeded?.value,
    },
    evicts: evicts?.value,
    evidence: evidenceOf(
      storage,
      snapshots?.longestIntervalSeconds,
      snapshots?.lastSavedAt,
      snapshots?.succeeded,
      snapshots?.changesSince,
      log?.enabled,
      log?.flush,
      log?.succeeded,
      evicts,
    ),
  };
}

/** By the object of the backup: all volumes that it took are in one state. */
function consistenciesOf(
  points: readonly RecoveryPoint[],
): Map<string, Consistency> {
  const consistencies = new Map<string, Consistency>();
  for (const { object, consistency } of points) {
    if (consistency) consistencies.set(nameOf(object), consistency.value);
  }
  return consistencies;
}

function nameOf({ kind, namespace = '', name }: Evidence['object']): string {
  return `${kind}/${namespace}/${name}`;
}

/** What was read, each field of an object once. */
function evidenceOf(
  ...observed: Array<{ evidence: Evidence } | undefined>
): Evidence[] {
  const byField = new Map<string, Evidence>();
  for (const found of observed) {
    if (!found) continue;
    const { object, field } = found.evidence;
    byField.set(`${nameOf(object)} ${field}`, found.evidence);
  }
  return [...byField.values()];
}
