import { readdirSync } from 'node:fs';
import { Database } from '@holdfast/plugin-holdfast-common';
import { problemsOf } from '../../testUtils/problemsOf';
import {
  describeRecording,
  recordingsFolder,
} from '../__testUtils__/recording';

/**
 * What a recording has to be read as, in words that a DBA would use for the state that its note names. Times differ from one recording to the next.
 */
interface Expectation {
  /** The database in question; `orders` by default. */
  database?: string;
  health: string;
  /** Role of each instance, with an exclamation mark when it is not ready. */
  instances: string[];
  archiver: 'on' | 'off' | 'skipped';
  /** What the operator says about archiving. */
  working?: boolean;
  /** Whether WAL waits: `none` is known, absent is not. */
  backlog?: 'none' | 'some';
  /** Which came last, by the metrics. */
  last?: 'archived' | 'failed';
  /** Stores: method, and what is remarkable. */
  stores: string[];
  points: number;
  attempts?: string[];
  schedules?: string[];
  restoredFrom?: string;
  /** Seconds that each replica is behind, of which that is known. */
  lag?: number[];
  synchronous?: string;
}

const plugin = 'barman-cloud-plugin';
const nightly = `${plugin} 0 0 2 * * *`;
const healthy: Expectation = {
  health: 'healthy',
  instances: ['primary'],
  archiver: 'on',
  working: true,
  backlog: 'none',
  last: 'archived',
  stores: [`${plugin} with backups`],
  points: 1,
  schedules: [nightly],
};
const failing: Expectation = {
  ...healthy,
  working: false,
  backlog: 'some',
  last: 'failed',
};

const ledger: Expectation = {
  ...healthy,
  database: 'ledger',
  instances: ['primary', 'replica', 'replica'],
  lag: [0, 0],
};
const withoutPrimary: Expectation = {
  ...ledger,
  health: 'changing',
  instances: ['primary!', 'replica', 'replica'],
};
/** Replicas receive nothing until they follow the new primary, which has archived nothing yet. */
const newPrimary: Expectation = {
  ...ledger,
  health: 'changing',
  instances: ['replica!', 'primary', 'replica'],
  last: undefined,
  lag: undefined,
};
const failedOver: Expectation = {
  ...ledger,
  instances: ['replica', 'primary', 'replica'],
};
const plain: Expectation = {
  ...healthy,
  database: 'plain',
  archiver: 'off',
  backlog: undefined,
  last: undefined,
  stores: [],
  points: 0,
  schedules: [],
};
const failedBackup = 'failed: rpc error: code = Unknown desc = exit status 1';

const noBackupSection =
  'failed: cannot proceed with the backup as the cluster has no backup section';
/** Healthy again, with Backups that failed before. */
const afterFailures: Expectation = {
  ...healthy,
  attempts: [failedBackup, failedBackup],
};

const expectations: Record<string, Expectation | Expectation[]> = {
  'first-backup-missing': {
    ...healthy,
    stores: [plugin],
    points: 0,
    schedules: [],
  },
  'backup-running': {
    ...healthy,
    stores: [plugin],
    points: 0,
    attempts: ['running'],
  },
  'healthy-one-instance': healthy,
  'healthy-one-instance-raw': healthy,
  restoring: {
    ...healthy,
    database: 'orders-copy',
    health: 'starting',
    instances: ['unknown!'],
    working: undefined,
    backlog: undefined,
    last: undefined,
    stores: [plugin],
    points: 0,
    schedules: [],
    restoredFrom: 'orders',
  },
  'restored-copy': {
    ...healthy,
    database: 'orders-copy',
    stores: [plugin],
    points: 0,
    schedules: [],
    restoredFrom: 'orders',
  },
  'restored-copy-backed-up': {
    ...healthy,
    database: 'orders-copy',
    schedules: [],
    restoredFrom: 'orders',
  },
  'restored-copy-not-archiving': {
    ...healthy,
    database: 'orders-loose',
    archiver: 'off',
    backlog: undefined,
    last: undefined,
    stores: [],
    points: 0,
    schedules: [],
    restoredFrom: 'orders',
  },
  'store-gone': failing,
  'backup-failed': {
    ...failing,
    stores: [`${plugin} with backups, failed since`],
    attempts: [failedBackup],
  },
  'store-gone-for-long': {
    ...failing,
    stores: [`${plugin} with backups, failed since`],
    attempts: [failedBackup],
  },
  'store-back': {
    ...healthy,
    stores: [`${plugin} with backups, failed since`],
    attempts: [failedBackup],
  },
  'archiving-failing': {
    ...failing,
    stores: [`${plugin} with backups, failed since`],
    attempts: [failedBackup],
  },
  'backup-failed-denied': {
    ...failing,
    stores: [`${plugin} with backups, failed since`],
    attempts: [failedBackup, failedBackup],
  },
  'store-hanging': {
    ...failing,
    stores: [`${plugin} with backups, failed since`],
    attempts: [failedBackup, failedBackup],
  },
  idle: { ...healthy, database: 'catalogue', schedules: [] },
  'healthy-three-instances': ledger,
  'failing-over-1': {
    ...ledger,
    health: 'degraded',
    instances: ['primary!', 'replica', 'replica'],
  },
  'failing-over-2': withoutPrimary,
  'failing-over-3': withoutPrimary,
  'failing-over-4': newPrimary,
  'failing-over-5': newPrimary,
  'failing-over-6': newPrimary,
  'failing-over-7': {
    ...newPrimary,
    instances: ['replica', 'primary', 'replica'],
    last: 'archived',
    lag: [0],
  },
  'failing-over-8': { ...failedOver, lag: [0] },
  'failed-over': { ...failedOver, lag: [0, 0] },
  'waiting-for-user': { ...failedOver, health: 'waiting', lag: [0, 0] },
  sync: {
    ...failedOver,
    lag: [0, 0],
    synchronous: '{"number":1,"durability":"required"}',
  },
  'sync-preferred': {
    ...failedOver,
    lag: [0, 0],
    synchronous: '{"number":1,"durability":"preferred"}',
  },
  'fenced-replica': {
    ...failedOver,
    health: 'degraded',
    instances: ['replica!', 'primary', 'replica'],
    lag: [0],
    synchronous: '{"number":1,"durability":"preferred"}',
  },
  'no-archiver': plain,
  'no-archiver-backup': {
    ...plain,
    attempts: [
      noBackupSection,
      'failed: cannot proceed with the backup as the cluster has no plugin configured',
    ],
  },
  'skip-wal-archiving': {
    ...healthy,
    database: 'skipping',
    archiver: 'skipped',
    working: undefined,
    backlog: undefined,
    last: undefined,
    stores: [plugin],
    points: 0,
    schedules: [],
  },
  'in-tree-barman': {
    ...healthy,
    database: 'in-tree',
    stores: ['barman-in-tree with backups'],
    schedules: [],
  },
  'two-clusters-one-path': [
    {
      ...healthy,
      stores: [`${plugin} with backups, failed since`],
      attempts: [failedBackup, failedBackup],
    },
    {
      ...failing,
      database: 'twin',
      // Those of the other one.
      stores: [`${plugin} with backups, failed since`],
      points: 0,
      schedules: [],
    },
  ],
  'schedule-ran': {
    ...afterFailures,
    points: 3,
    schedules: [nightly, `${plugin} 0 */2 * * * *`],
  },
  'schedule-suspended': {
    ...afterFailures,
    points: 3,
    schedules: [nightly, `${plugin} 0 */2 * * * *, suspended`],
  },
  'schedule-suspended-never-ran': {
    ...afterFailures,
    schedules: [`${nightly}, suspended`, nightly],
  },
  'schedule-five-fields': {
    ...afterFailures,
    schedules: [`${plugin} 0 2 * * *`, nightly],
  },
  'schedule-method-mismatch': {
    ...afterFailures,
    attempts: [failedBackup, failedBackup, noBackupSection],
    schedules: ['barman-in-tree 0 0 2 * * *', nightly],
  },
  'store-missing': {
    ...healthy,
    database: 'homeless',
    health: 'unknown',
    instances: [],
    working: undefined,
    backlog: undefined,
    last: undefined,
    stores: [`${plugin}, missing`],
    points: 0,
    schedules: [],
  },
  'unknown-plugin': {
    ...healthy,
    database: 'stranger',
    health: 'degraded',
    instances: [],
    working: undefined,
    backlog: undefined,
    last: undefined,
    stores: ['other'],
    points: 0,
    schedules: [],
  },
};

function summarise(database: Database, name: string): Expectation {
  const { health, instances, archiving, stores, attempts, schedules } =
    database;
  const { configured, skipped, working, backlogSegments } = archiving;
  return {
    ...(name !== 'orders' && { database: name }),
    health: health.state,
    instances: instances.map(
      ({ role, ready }) => `${role}${ready?.value ? '' : '!'}`,
    ),
    archiver: archiverOf(configured.value, skipped?.value),
    working: working?.value,
    backlog: wordsForBacklog(backlogSegments?.value),
    last: lastOf(archiving),
    stores: stores.map(wordsForStore),
    points: database.recoveryPoints.length,
    attempts: attempts.map(({ state, error }) =>
      error ? `${state}: ${error.value}` : state,
    ),
    schedules: schedules.map(
      ({ method, expression, suspended }) =>
        `${method} ${expression.value}${suspended.value ? ', suspended' : ''}`,
    ),
    restoredFrom: database.restoredFrom?.value,
    lag: wordsForLag(instances),
    synchronous:
      database.synchronous && JSON.stringify(database.synchronous.value),
  };
}

function archiverOf(configured: boolean, skipped: boolean | undefined) {
  if (!configured) return 'off';
  return skipped ? 'skipped' : 'on';
}

function wordsForBacklog(segments: number | undefined) {
  if (segments === undefined) return undefined;
  return segments > 0 ? 'some' : 'none';
}

function wordsForLag(instances: Database['instances']) {
  const known = instances.flatMap(({ lagSeconds }) =>
    lagSeconds ? Math.round(lagSeconds.value) : [],
  );
  return known.length > 0 ? known : undefined;
}

function lastOf({ lastArchivedAt, lastFailedAt }: Database['archiving']) {
  if (!lastArchivedAt && !lastFailedAt) return undefined;
  return (lastArchivedAt?.value ?? '') > (lastFailedAt?.value ?? '')
    ? 'archived'
    : 'failed';
}

function wordsForStore(store: Database['stores'][number]): string {
  const { method, exists, inUse, lastSuccessfulBackup, lastFailedBackup } =
    store;
  return [
    `${method}${lastSuccessfulBackup ? ' with backups' : ''}`,
    ...(lastFailedBackup &&
    lastFailedBackup.value > (lastSuccessfulBackup?.value ?? '')
      ? ['failed since']
      : []),
    ...(exists ? [] : ['missing']),
    ...(inUse ? [] : ['former']),
  ].join(', ');
}

const recorded = readdirSync(recordingsFolder)
  .filter(file => file.endsWith('.json'))
  .map(file => file.replace(/\.json$/, ''));

it('every recording has to be read as something', () => {
  expect(recorded.filter(state => !expectations[state])).toEqual([]);
});

const cases = recorded.flatMap(state =>
  [expectations[state] ?? []].flat().map(expectation => ({
    state,
    expectation,
    name: expectation.database ?? 'orders',
  })),
);

describe.each(cases)('$state: $name', ({ state, expectation, name }) => {
  const database = describeRecording(state, name);

  it('is read as what it is', () => {
    expect(summarise(database, name)).toEqual({
      attempts: [],
      ...expectation,
    });
  });

  it('is read with evidence', () => {
    expect(problemsOf(database)).toEqual([]);
  });

  it('has every recovery point on the store in use and of this incarnation', () => {
    for (const { storeId, incarnation } of database.recoveryPoints) {
      expect(incarnation).toBe('current');
      expect(storeId).toBe(database.archiving.storeId);
    }
  });

  it('has volumes with their usage', () => {
    for (const volume of database.volumes) {
      expect(volume).toMatchObject({
        role: 'data',
        phase: { value: 'Bound' },
        nodeLocal: { value: true },
        capacityBytes: { value: expect.any(Number) },
      });
    }
    expect(database.volumes).toHaveLength(database.instances.length);
  });
});

it('two databases that write to one path name one store', () => {
  const [orders, twin] = ['orders', 'twin'].map(name =>
    describeRecording('two-clusters-one-path', name),
  );
  expect(orders.archiving.storeId).toBeDefined();
  expect(twin.archiving.storeId).toBe(orders.archiving.storeId);
});
