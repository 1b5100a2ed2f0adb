import { Expectation } from './summarise';

const plugin = 'barman-cloud-plugin';
const nightly = `${plugin} 0 0 2 * * *`;
export const healthy: Expectation = {
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

const full: Expectation = {
  ...healthy,
  database: 'crowded',
  health: 'failed',
  instances: ['primary!'],
  backlog: undefined,
  last: undefined,
  schedules: [],
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

/** By the state of the recording. */
export const expectations: Record<string, Expectation | Expectation[]> = {
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
  fenced: {
    ...afterFailures,
    health: 'fenced',
    instances: ['primary!'],
    last: undefined,
  },
  hibernated: {
    ...afterFailures,
    health: 'hibernated',
    instances: ['primary!'],
    backlog: undefined,
    last: undefined,
  },
  // A Pooler is no instance; the rest is as the walk before left it.
  'pooler-without-image': {
    ...healthy,
    stores: [expect.stringContaining(plugin)],
    points: expect.any(Number),
    attempts: expect.any(Array),
    schedules: expect.any(Array),
  },
  // Nothing in the cluster knows yet.
  'store-emptied': { ...afterFailures, backlog: 'some', points: 2 },
  // The plugin deletes the Backups that it does not find any more.
  'store-emptied-noticed': {
    ...afterFailures,
    stores: [`${plugin}, failed since`],
    points: 0,
  },
  // The sidecar goes on archiving; the operator cannot reconcile, and nobody starts the backup.
  'plugin-down': {
    ...afterFailures,
    health: 'degraded',
    attempts: [failedBackup, failedBackup, 'pending'],
  },
  'volume-nearly-full': { ...healthy, database: 'crowded', schedules: [] },
  'volume-full': full,
  'volume-full-of-wal': {
    ...full,
    database: 'dammed',
    stores: [plugin],
    points: 0,
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
