import * as fc from 'fast-check';
import {
  Archiving,
  BackupStore,
  Database,
  HealthState,
  Instance,
  Objective,
  Observed,
  Persistence,
  Restore,
  Volume,
  VolumeCoverage,
  VolumeTrouble,
} from '../../model';
import { aCustody, anOwnedVolume } from './aCustody';
import {
  aCopy,
  aDatabase,
  ago,
  anAttempt,
  anInstance,
  aPersistence,
  aPoint,
  aRedis,
  aRestore,
  aSchedule,
  aStore,
  aVolume,
  now,
  observed,
  reference,
  sampled,
  storeId,
} from './aDatabase';
import { anObjective } from './anObjective';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Spans that matter: around the sample lifetime, the archive timeout, the objectives, and the rare future. */
const moment = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 15 * minute }) },
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 2 * day }) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 400 * day }) },
    { weight: 1, arbitrary: fc.integer({ min: -2 * day, max: 0 }) },
  )
  .map(seconds => ago({ seconds }));

function optional<T>(arbitrary: fc.Arbitrary<T>) {
  return fc.option(arbitrary, { nil: undefined });
}

function field<T extends string | number | boolean>(
  arbitrary: fc.Arbitrary<T>,
): fc.Arbitrary<Observed<T>> {
  return arbitrary.map(value => observed(value));
}

function sample<T extends string | number | boolean>(
  arbitrary: fc.Arbitrary<T>,
): fc.Arbitrary<Observed<T>> {
  return fc.tuple(arbitrary, moment).map(([value, at]) => sampled(value, at));
}

const place = fc.constantFrom(storeId, 's3://former/orders', 'snapshots');
const method = fc.constantFrom(
  'barman-cloud-plugin' as const,
  'barman-in-tree' as const,
  'volume-snapshot' as const,
  'velero-data-mover' as const,
  'velero-file-system' as const,
  'other' as const,
);
const gibibytes = fc.integer({ min: 1, max: 2000 }).map(n => n * 2 ** 30);
const node = optional(field(fc.constantFrom('node-1', 'node-2')));
const count = optional(field(fc.integer({ min: 0, max: 3 })));

type Change = (database: Database) => Database;

function changing<T>(
  arbitrary: fc.Arbitrary<T>,
  change: (value: T) => Partial<Database>,
): fc.Arbitrary<Change> {
  return arbitrary.map(value => database => ({
    ...database,
    ...change(value),
  }));
}

function ofArchiving<K extends keyof Archiving>(
  key: K,
  arbitrary: fc.Arbitrary<Archiving[K]>,
): fc.Arbitrary<Change> {
  return arbitrary.map(value => database => ({
    ...database,
    archiving: { ...database.archiving, [key]: value },
  }));
}

function ofStores<K extends keyof BackupStore>(
  key: K,
  arbitrary: fc.Arbitrary<BackupStore[K]>,
): fc.Arbitrary<Change> {
  return arbitrary.map(value => database => ({
    ...database,
    stores: database.stores.map(store => ({ ...store, [key]: value })),
  }));
}

function ofInstance<K extends keyof Instance>(
  key: K,
  arbitrary: fc.Arbitrary<Instance[K]>,
): fc.Arbitrary<Change> {
  return fc.tuple(arbitrary, fc.nat(2)).map(([value, at]) => database => ({
    ...database,
    instances: database.instances.map((instance, index) =>
      index === at ? { ...instance, [key]: value } : instance,
    ),
  }));
}

function ofVolumes<K extends keyof Volume>(
  key: K,
  arbitrary: fc.Arbitrary<Volume[K]>,
): fc.Arbitrary<Change> {
  return arbitrary.map(value => database => ({
    ...database,
    volumes: database.volumes.map(volume => ({ ...volume, [key]: value })),
  }));
}

const point = fc
  .record({
    storeId: optional(place),
    method,
    consistentAt: moment,
    needsWal: fc.boolean(),
    rollsForward: fc.constantFrom(undefined, undefined, false),
    partial: fc.constantFrom(undefined, undefined, observed('shop')),
    onlyDatabase: fc.constantFrom(undefined, undefined, observed('shop')),
    consistency: fc.constantFrom(
      undefined,
      undefined,
      observed('application' as const),
      observed('crash' as const),
      observed('torn' as const),
      observed('unknown' as const),
    ),
    holding: fc.constantFrom(
      undefined,
      undefined,
      observed('moved' as const),
      observed('snapshotted' as const),
      observed('intended' as const),
    ),
    schedule: fc.constantFrom(
      undefined,
      ...[true, false].map(exists => ({
        name: 'nightly',
        exists,
        evidence: observed('nightly').evidence,
      })),
    ),
    incarnation: fc.constantFrom(
      'current' as const,
      'current' as const,
      'other' as const,
      'unknown' as const,
    ),
    expiresAt: optional(moment),
  })
  .map(aPoint);

const attempt = fc
  .record({
    state: fc.constantFrom(
      'pending' as const,
      'running' as const,
      'failed' as const,
      'unknown' as const,
    ),
    startedAt: optional(moment),
    endedAt: optional(moment),
  })
  .map(anAttempt);

const restore = fc
  .record({
    startedAt: moment,
    state: fc.constantFrom(
      'running' as const,
      'succeeded' as const,
      'succeeded' as const,
      'failed' as const,
    ),
    origin: fc.constantFrom(undefined, 'seen' as const, 'reported' as const),
    checks: fc.constantFrom<Restore['checks'][]>(
      undefined,
      [],
      [{ name: 'rows', passed: true }],
      [
        { name: 'schema', passed: true },
        { name: 'rows', passed: false },
      ],
    ),
    // They take ten minutes.
    estimatedSeconds: fc.constantFrom(undefined, 60, 600, 1800),
  })
  .map(aRestore);

const failover = fc
  .tuple(moment, fc.constantFrom(1, 20, 90, 900, 2 * day))
  .map(([startedAt, seconds]) => ({
    startedAt,
    endedAt: new Date(Date.parse(startedAt) + seconds * 1000).toISOString(),
    evidence: observed(startedAt).evidence,
  }));

const drill = fc
  .record({
    expression: field(fc.constantFrom('0 3 * * 0', '0 3 1 * *', 'nonsense')),
    suspended: field(fc.boolean()),
    createdAt: optional(moment),
    lastSucceededAt: optional(field(moment)),
  })
  .map(parts => ({
    ...parts,
    object: { ...reference, kind: 'CronJob.batch' },
    dialect: 'kubernetes' as const,
  }));

const schedule = fc
  .record({
    method,
    createdAt: optional(moment),
    expression: field(
      fc.constantFrom(
        '0 0 2 * * *',
        '0 2 * * *',
        '@every 6h',
        '@weekly',
        'nonsense',
      ),
    ),
    suspended: field(fc.boolean()),
    immediate: fc.boolean(),
    uncertain: fc.constantFrom(undefined, undefined, observed('who knows')),
    unproven: fc.constantFrom(undefined, undefined, observed('a pipe')),
    lastScheduledAt: optional(field(moment)),
    error: optional(field(fc.constant('no such cluster'))),
    consistency: fc.constantFrom(
      undefined,
      undefined,
      observed('crash' as const),
      observed('torn' as const),
    ),
  })
  .map(aSchedule);

const store = fc
  .record({ id: place, method, exists: fc.boolean(), inUse: fc.boolean() })
  .map(aStore);

const coverage: fc.Arbitrary<VolumeCoverage> = fc
  .record({
    state: fc.constantFrom(
      'held' as const,
      'skipped' as const,
      'excluded' as const,
      'failed' as const,
      'running' as const,
    ),
    at: optional(moment),
  })
  .map(fields => ({
    ...fields,
    backup: { ...reference, kind: 'Backup.velero.io' },
    method: 'velero-data-mover',
    evidence: observed('nightly').evidence,
  }));

const missing = fc.record({
  area: fc.constantFrom(
    'arrangement' as const,
    'protection' as const,
    'backups' as const,
    'schedules' as const,
    'stores' as const,
    'volumes' as const,
    'instances' as const,
    'snapshots' as const,
  ),
  kind: fc.constant('Backup.postgresql.cnpg.io'),
  reason: fc.constantFrom('forbidden' as const, 'not-read' as const),
  message: fc.constant('may not be listed'),
});

const trouble: fc.Arbitrary<VolumeTrouble> = fc
  .record({
    kind: fc.constantFrom(
      'binding' as const,
      'lost' as const,
      'expansion' as const,
      'mount' as const,
      'modification' as const,
    ),
    cause: optional(
      fc.constantFrom(
        'no-consumer' as const,
        'provisioner' as const,
        'not-started' as const,
        'infeasible' as const,
        'node-pending' as const,
      ),
    ),
    since: optional(moment),
  })
  .map(fields => ({ ...fields, evidence: observed('True').evidence }));

const synchronous = fc
  .record({
    number: fc.integer({ min: 0, max: 2 }),
    durability: fc.constantFrom('required' as const, 'preferred' as const),
  })
  .map(value => ({ ...observed(value.durability), value }));

const spread = fc
  .record({
    over: fc.constantFrom('node' as const, 'zone' as const),
    required: fc.boolean(),
  })
  .map(value => ({ ...observed(value.over), value }));

const persistence: fc.Arbitrary<Persistence> = fc
  .record({
    storage: field(
      fc.constantFrom(
        'claim' as const,
        'claim' as const,
        'ephemeral' as const,
        'none' as const,
      ),
    ),
    snapshots: optional(
      fc.record({
        longestIntervalSeconds: optional(
          field(fc.constantFrom(0, 60, 900, hour)),
        ),
        lastSavedAt: optional(sample(moment)),
        succeeded: optional(sample(fc.boolean())),
        changesSince: optional(sample(fc.integer({ min: 0, max: 2 }))),
      }),
    ),
    log: optional(
      fc.record({
        enabled: field(fc.boolean()),
        flush: optional(
          field(
            fc.constantFrom(
              'always' as const,
              'everysec' as const,
              'everysec' as const,
              'no' as const,
            ),
          ),
        ),
        succeeded: optional(sample(fc.boolean())),
      }),
    ),
    evicts: optional(field(fc.boolean())),
  })
  .map(aPersistence);

const region = optional(field(fc.constantFrom('eu-west-1', 'us-east-1')));

const copy = fc
  .record({
    via: field(fc.constantFrom('archive' as const, 'streaming' as const)),
    region,
    ready: optional(field(fc.boolean())),
    lagSeconds: optional(sample(fc.constantFrom(0, 4, 600, 7200))),
  })
  .map(aCopy);

const custody = fc
  .record({
    prunes: optional(
      field(
        fc.constantFrom('deletes' as const, 'asks' as const, 'keeps' as const),
      ),
    ),
    whenRemoved: fc.constantFrom(undefined, observed('keeps' as const)),
  })
  .map(({ prunes, whenRemoved }) =>
    aCustody({
      delivery: { tool: 'argo-cd', by: observed('shop'), prunes },
      whenRemoved,
    }),
  );

const states: HealthState[] = [
  'healthy',
  'starting',
  'changing',
  'degraded',
  'waiting',
  'failed',
  'fenced',
  'hibernated',
  'unknown',
];

const change: fc.Arbitrary<Change> = fc.oneof(
  ofArchiving('configured', field(fc.boolean())),
  ofArchiving('storeId', optional(place)),
  ofArchiving('skipped', optional(field(fc.boolean()))),
  ofArchiving('working', optional(field(fc.boolean()))),
  ofArchiving('workingSince', optional(moment)),
  ofArchiving(
    'backlogSegments',
    optional(sample(fc.integer({ min: 0, max: 3 }))),
  ),
  ofArchiving('lastArchivedAt', optional(sample(moment))),
  ofArchiving('lastFailedAt', optional(sample(moment))),
  ofArchiving(
    'timeoutSeconds',
    field(fc.constantFrom(0, 60, 300, 7200, 1_073_741_823)),
  ),
  ofStores('exists', fc.boolean()),
  ofStores('inUse', fc.boolean()),
  ofStores(
    'retentionSeconds',
    optional(field(fc.constantFrom(day, 7 * day, 30 * day))),
  ),
  ofStores(
    'lifecycleExpirySeconds',
    optional(field(fc.constantFrom(day, 90 * day))),
  ),
  ofStores('firstRecoverabilityPoint', optional(field(moment))),
  ofStores('lastSuccessfulBackup', optional(field(moment))),
  ofStores('lastFailedBackup', optional(field(moment))),
  ofStores('otherWriters', fc.constant(['another'])),
  ofStores('region', region),
  ofStores('available', optional(field(fc.boolean()))),
  ofStores('inCluster', optional(field(fc.boolean()))),
  changing(region, value => ({ region: value })),
  changing(fc.array(copy, { maxLength: 2 }), copies => ({ copies })),
  changing(custody, value => ({
    custody: value,
    volumes: [anOwnedVolume(1)],
    restoredFrom: observed('orders-v1'),
  })),
  changing(store, added => ({ stores: [aStore(), added] })),
  changing(fc.array(point, { maxLength: 5 }), recoveryPoints => ({
    recoveryPoints,
  })),
  changing(fc.array(attempt, { maxLength: 2 }), attempts => ({ attempts })),
  changing(fc.array(restore, { maxLength: 3 }), restores => ({ restores })),
  changing(fc.array(restore, { minLength: 3, maxLength: 6 }), restores => ({
    restores,
  })),
  changing(fc.array(failover, { maxLength: 2 }), failovers => ({ failovers })),
  changing(fc.array(drill, { maxLength: 2 }), drills => ({ drills })),
  changing(fc.array(schedule, { maxLength: 2 }), schedules => ({ schedules })),
  changing(optional(moment), createdAt => ({ createdAt })),
  changing(fc.constantFrom(...states), state => ({
    health: { state, evidence: [] },
  })),
  // Asleep before its deletion, for some time to come or for too long.
  changing(fc.integer({ min: -2 * day, max: 400 * day }), seconds => ({
    health: { state: 'hibernated', evidence: [] },
    annotations: { 'hold-until': ago({ seconds: -seconds }) },
  })),
  changing(count, desiredInstances => ({ desiredInstances })),
  changing(count, readyInstances => ({ readyInstances })),
  changing(count, nodesUsed => ({ nodesUsed })),
  changing(fc.integer({ min: 0, max: 3 }), instances => ({
    instances: [1, 2, 3].slice(0, instances).map(at => anInstance(at)),
  })),
  changing(fc.integer({ min: 0, max: 3 }), volumes => ({
    volumes: [1, 2, 3].slice(0, volumes).map(at => aVolume(at)),
  })),
  ofInstance('ready', optional(field(fc.boolean()))),
  ofInstance('node', node),
  ofInstance('zone', node),
  ofInstance('lagSeconds', optional(sample(fc.integer({ min: 0, max: hour })))),
  ofVolumes('role', fc.constantFrom('data' as const, 'other' as const)),
  ofVolumes('capacityBytes', optional(field(gibibytes))),
  ofVolumes('usedBytes', optional(sample(gibibytes))),
  ofVolumes('nodeLocal', optional(field(fc.boolean()))),
  ofVolumes('phase', optional(field(fc.constantFrom('Bound', 'Pending')))),
  ofVolumes(
    'provisioner',
    optional(field(fc.constantFrom('ebs.csi.aws.com', 'csi.example.com'))),
  ),
  ofVolumes(
    'reclaimPolicy',
    optional(field(fc.constantFrom('Delete', 'Retain'))),
  ),
  ofVolumes(
    'accessModes',
    optional(field(fc.constantFrom('ReadWriteOnce', 'ReadWriteMany'))),
  ),
  ofVolumes('coverage', optional(fc.array(coverage, { maxLength: 2 }))),
  ofVolumes('encrypted', optional(field(fc.boolean()))),
  ofVolumes('expandable', optional(field(fc.boolean()))),
  ofVolumes('unusedSince', optional(field(moment))),
  ofVolumes('troubles', optional(fc.array(trouble, { maxLength: 2 }))),
  changing(optional(field(fc.boolean())), encryptedInTransit => ({
    encryptedInTransit,
  })),
  changing(optional(synchronous), value => ({ synchronous: value })),
  changing(optional(sample(fc.constant(2 ** 30))), sizeBytes => ({
    sizeBytes,
  })),
  changing(optional(field(gibibytes)), requestedBytes => ({
    requestedBytes,
  })),
  changing(optional(spread), value => ({ spread: value })),
  changing(
    fc.constantFrom('primary' as const, 'replica-cluster' as const),
    role => ({
      role: observed(role),
    }),
  ),
  changing(
    optional(
      field(
        fc.constantFrom('pod' as const, 'node' as const, 'elsewhere' as const),
      ),
    ),
    unclaimed => ({ unclaimed }),
  ),
  changing(optional(field(fc.boolean())), overlapsOnChange => ({
    overlapsOnChange,
  })),
  changing(missing, fact => ({ missing: [fact] })),
  changing(persistence, value => ({ persistence: value })),
  // Split into shards, each with a replica or without.
  changing(
    fc.array(optional(fc.constantFrom('a', 'b')), {
      minLength: 3,
      maxLength: 3,
    }),
    shards => ({
      shards: observed(2),
      instances: shards.map((shard, at) =>
        anInstance(at + 1, { ...(shard !== undefined && { shard }) }),
      ),
    }),
  ),
);

/** A database that is Protected or Proven, after some changes: so good and bad ones come up, and those that are nearly good. */
export const arbitraryDatabase: fc.Arbitrary<Database> = fc
  .tuple(
    fc.constantFrom(
      aDatabase(),
      aDatabase({ restores: [aRestore()] }),
      aRedis({ restores: [aRestore()] }),
    ),
    fc.array(change, { maxLength: 6 }),
  )
  .map(([start, changes]) =>
    changes.reduce((database, apply) => apply(database), start),
  );

const limit = fc.constantFrom(0, 30, 5 * minute, hour, day);
const someDisruptions = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record(
      { instance: limit, zone: limit, region: limit },
      { requiredKeys: [] },
    ),
  },
);

export const arbitraryObjective: fc.Arbitrary<Objective> = fc
  .record(
    {
      rpo: fc.constantFrom(5 * minute, hour, hour, day, day, 0),
      rto: fc.constantFrom(5 * minute, hour, 4 * hour, day),
      rpoOf: someDisruptions,
      rtoOf: someDisruptions,
      retention: fc.constantFrom(day, 7 * day, 30 * day),
      drillInterval: fc.constantFrom(day, 90 * day),
    },
    { requiredKeys: [] },
  )
  .map(anObjective);

/** A moment from now on. */
export const arbitraryLater: fc.Arbitrary<Date> = fc
  .oneof(
    fc.integer({ min: 0, max: 20 * minute }),
    fc.integer({ min: 0, max: 2 * day }),
    fc.integer({ min: 0, max: 500 * day }),
  )
  .map(seconds => new Date(now.getTime() + seconds * 1000));
