import {
  BackupAttempt,
  BackupSchedule,
  BackupStore,
  Database,
  DatabaseCopy,
  databaseIdOf,
  Instance,
  ObjectReference,
  Observed,
  Persistence,
  RecoveryPoint,
  Restore,
  Volume,
} from '../../model';

/** The time of all fixtures. */
export const now = new Date('2026-11-20T12:00:00Z');

const cluster = 'production-eu';
const namespace = 'shop';
const name = 'orders';

export const reference: ObjectReference = {
  cluster,
  kind: 'Cluster.postgresql.cnpg.io',
  namespace,
  name,
};

export const storeId = 's3://backups/shop/orders';

/** A moment before the time of the fixtures: `ago({ hours: 2 })`. */
export function ago(span: {
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
}): string {
  const { days = 0, hours = 0, minutes = 0, seconds = 0 } = span;
  const back = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  return new Date(now.getTime() - back * 1000).toISOString();
}

/** A value as a field of the database's own object. */
export function observed<T extends string | number | boolean>(
  value: T,
  field = '.status.example',
): Observed<T> {
  return { value, evidence: { object: reference, field, value } };
}

/** A value as a metric shows it, half a minute old if not told otherwise. */
export function sampled<T extends string | number | boolean>(
  value: T,
  observedAt = ago({ seconds: 30 }),
): Observed<T> {
  return {
    value,
    evidence: { object: reference, field: 'example_metric', value, observedAt },
  };
}

/** A base backup of the database on the store in use; two minutes long. */
export function aPoint(overrides: Partial<RecoveryPoint> = {}): RecoveryPoint {
  const consistentAt = overrides.consistentAt ?? ago({ hours: 9, minutes: 58 });
  const startedAt = new Date(Date.parse(consistentAt) - 120_000).toISOString();
  const object: ObjectReference = {
    cluster,
    kind: 'Backup.postgresql.cnpg.io',
    namespace,
    name: `${name}-${consistentAt.slice(0, 10)}`,
  };
  return {
    object,
    method: 'barman-cloud-plugin',
    storeId,
    startedAt,
    consistentAt,
    needsWal: true,
    incarnation: 'current',
    majorVersion: 17,
    evidence: { object, field: '.status.phase', value: 'completed' },
    ...overrides,
  };
}

export function anAttempt(
  overrides: Partial<BackupAttempt> = {},
): BackupAttempt {
  const object: ObjectReference = {
    cluster,
    kind: 'Backup.postgresql.cnpg.io',
    namespace,
    name: `${name}-attempt`,
  };
  return {
    object,
    method: 'barman-cloud-plugin',
    storeId,
    state: 'failed',
    startedAt: ago({ hours: 1 }),
    endedAt: ago({ minutes: 55 }),
    evidence: { object, field: '.status.phase', value: 'failed' },
    ...overrides,
  };
}

export function aStore(overrides: Partial<BackupStore> = {}): BackupStore {
  return {
    id: storeId,
    method: 'barman-cloud-plugin',
    definedBy: {
      cluster,
      kind: 'ObjectStore.barmancloud.cnpg.io',
      namespace,
      name: 'backups',
    },
    exists: true,
    inUse: true,
    location: observed('s3://backups/shop/orders', '.spec.destinationPath'),
    retentionSeconds: observed(30 * 86_400, '.spec.retentionPolicy'),
    firstRecoverabilityPoint: observed(
      ago({ days: 31, hours: 9, minutes: 58 }),
    ),
    lastSuccessfulBackup: observed(ago({ hours: 9, minutes: 58 })),
    otherWriters: [],
    ...overrides,
  };
}

/** Every night at two, as CloudNativePG reads it. */
export function aSchedule(
  overrides: Partial<BackupSchedule> = {},
): BackupSchedule {
  return {
    object: {
      cluster,
      kind: 'ScheduledBackup.postgresql.cnpg.io',
      namespace,
      name: `${name}-daily`,
    },
    method: 'barman-cloud-plugin',
    storeId,
    createdAt: ago({ days: 100 }),
    expression: observed('0 0 2 * * *', '.spec.schedule'),
    dialect: 'cloudnative-pg',
    suspended: observed(false, '.spec.suspend'),
    immediate: true,
    lastScheduledAt: observed(ago({ hours: 10 }), '.status.lastScheduleTime'),
    ...overrides,
  };
}

/** A drill of ten minutes. */
export function aRestore(overrides: Partial<Restore> = {}): Restore {
  const startedAt = overrides.startedAt ?? ago({ days: 7 });
  const target: ObjectReference = { ...reference, name: `${name}-drill` };
  return {
    target,
    purpose: 'drill',
    startedAt,
    readyAt: new Date(Date.parse(startedAt) + 600_000).toISOString(),
    state: 'succeeded',
    evidence: { object: target, field: '.status.phase' },
    ...overrides,
  };
}

export function anInstance(
  ordinal: number,
  overrides: Partial<Instance> = {},
): Instance {
  const replica = ordinal > 1;
  return {
    name: `${name}-${ordinal}`,
    role: replica ? 'replica' : 'primary',
    ready: observed(true),
    node: observed(`node-${ordinal}`),
    zone: observed(`zone-${ordinal}`),
    ...(replica && { lagSeconds: sampled(0) }),
    ...overrides,
  };
}

export function aVolume(
  ordinal: number,
  overrides: Partial<Volume> = {},
): Volume {
  return {
    claim: {
      cluster,
      kind: 'PersistentVolumeClaim',
      namespace,
      name: `${name}-${ordinal}`,
    },
    instance: `${name}-${ordinal}`,
    role: 'data',
    requestedBytes: observed(20 * 2 ** 30),
    capacityBytes: observed(20 * 2 ** 30),
    usedBytes: sampled(8 * 2 ** 30),
    nodeLocal: observed(false),
    ...overrides,
  };
}

/** What the OT-CONTAINER-KIT operator writes for a Redis with a claim: `appendonly yes`, `save 900 1`, and Redis' own `everysec`. */
export function aPersistence(
  overrides: Partial<Persistence> = {},
): Persistence {
  return {
    storage: observed('claim', '.spec.storage'),
    snapshots: { longestIntervalSeconds: observed(900) },
    log: { enabled: observed(true), flush: observed('everysec') },
    ...overrides,
  };
}

/**
 * A Redis of one instance that keeps a log on its volume, of which a snapshot is taken every night.
 */
export function aRedis(overrides: Partial<Database> = {}): Database {
  const snapshots = 'snapshots';
  return aDatabase({
    engine: 'redis',
    version: '7.4.5',
    operator: 'redis-operator',
    desiredInstances: observed(1),
    readyInstances: observed(1),
    instances: [anInstance(1)],
    nodesUsed: observed(1),
    archiving: {
      configured: observed(false),
      timeoutSeconds: observed(0),
    },
    stores: [
      aStore({
        id: snapshots,
        method: 'volume-snapshot',
        firstRecoverabilityPoint: undefined,
        lastSuccessfulBackup: undefined,
      }),
    ],
    schedules: [
      aSchedule({
        method: 'volume-snapshot',
        storeId: snapshots,
        expression: observed('0 2 * * *'),
        dialect: 'kubernetes',
      }),
    ],
    recoveryPoints: aDatabase().recoveryPoints.map(point => ({
      ...point,
      method: 'volume-snapshot',
      storeId: snapshots,
      needsWal: false,
      claims: [`${name}-1`],
    })),
    volumes: [aVolume(1)],
    persistence: aPersistence(),
    ...overrides,
  });
}

/** A replica cluster in another region that reads the archive. */
export function aCopy(overrides: Partial<DatabaseCopy> = {}): DatabaseCopy {
  const object = { ...reference, cluster: 'production-us' };
  return {
    id: databaseIdOf(object),
    object,
    via: observed('archive', '.spec.replica.source'),
    region: observed('us-east-1'),
    ready: observed(true),
    lagSeconds: sampled(4),
    ...overrides,
  };
}

/**
 * A healthy PostgreSQL of three instances, a year old, with WAL archiving that metrics show, a backup every night for a month and no
 * restore yet.
 */
export function aDatabase(overrides: Partial<Database> = {}): Database {
  const recoveryPoints: RecoveryPoint[] = [];
  for (let days = 0; days <= 31; days++) {
    recoveryPoints.push(
      aPoint({ consistentAt: ago({ days, hours: 9, minutes: 58 }) }),
    );
  }
  return {
    id: databaseIdOf(reference),
    reference,
    uid: 'b2f3c1de-0000-4000-8000-000000000001',
    engine: 'postgresql',
    version: '17.5',
    operator: 'cloudnative-pg',
    createdAt: ago({ days: 365 }),
    annotations: {},
    health: {
      state: 'healthy',
      phase: 'Cluster in healthy state',
      evidence: [
        observed('Cluster in healthy state', '.status.phase').evidence,
      ],
    },
    desiredInstances: observed(3, '.spec.instances'),
    readyInstances: observed(3, '.status.readyInstances'),
    instances: [anInstance(1), anInstance(2), anInstance(3)],
    nodesUsed: observed(3, '.status.topology.nodesUsed'),
    role: observed('primary', '.spec.replica.enabled'),
    archiving: {
      configured: observed(true, '.spec.plugins[0].isWALArchiver'),
      storeId,
      working: observed(true, '.status.conditions[ContinuousArchiving]'),
      workingSince: ago({ days: 40 }),
      backlogSegments: sampled(0),
      lastArchivedAt: sampled(ago({ minutes: 3 })),
      timeoutSeconds: observed(300, '.spec.postgresql.parameters'),
    },
    stores: [aStore()],
    schedules: [aSchedule()],
    recoveryPoints,
    attempts: [],
    restores: [],
    volumes: [aVolume(1), aVolume(2), aVolume(3)],
    sizeBytes: sampled(6 * 2 ** 30),
    missing: [],
    ...overrides,
  };
}
