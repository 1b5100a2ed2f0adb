import { orders as objects } from '../__testUtils__/orders';
import { describeOne, patch } from '../__testUtils__/recording';

function backupsWith(
  ...changes: Array<[path: readonly (string | number)[], value: unknown]>
) {
  const { recoveryPoints, attempts } = describeOne(
    'orders',
    changes.reduce(
      (changed, [path, value]) => patch(changed, 'Backup', path, value),
      objects,
    ),
  );
  return { recoveryPoints, attempts };
}

const status = (name: string) => ['status', name];

describe('a completed Backup', () => {
  it('is a recovery point from its end on', () => {
    const { recoveryPoints, attempts } = backupsWith();
    expect(attempts).toEqual([]);
    expect(recoveryPoints).toMatchObject([
      {
        object: { name: 'orders-nightly-20261120170716' },
        method: 'barman-cloud-plugin',
        backupId: '20261120T170718',
        startedAt: '2026-11-20T17:07:18Z',
        consistentAt: '2026-11-20T17:07:35Z',
        needsWal: true,
        incarnation: 'current',
        timeline: 1,
        majorVersion: 15,
      },
    ]);
  });

  it('is no recovery point without an end', () => {
    expect(
      backupsWith(
        [status('stoppedAt'), undefined],
        [status('reconciliationTerminatedAt'), undefined],
      ),
    ).toMatchObject({ recoveryPoints: [], attempts: [{ state: 'unknown' }] });
  });
});

// The constants BackupPhase... in api/v1/backup_types.go of CloudNativePG 1.30.
it.each([
  [undefined, 'pending'],
  ['pending', 'pending'],
  ['started', 'running'],
  ['running', 'running'],
  ['finalizing', 'running'],
  ['failed', 'failed'],
  ['walArchivingFailing', 'failed'],
  ['invalid backup definition', 'failed'],
  ['uploading', 'unknown'],
])('a Backup in the phase %s is an attempt: %s', (phase, state) => {
  expect(backupsWith([status('phase'), phase])).toMatchObject({
    recoveryPoints: [],
    attempts: [{ state, evidence: { field: '.status.phase' } }],
  });
});

it('a failed Backup tells why', () => {
  expect(
    backupsWith(
      [status('phase'), 'failed'],
      [status('error'), 'rpc error: code = Unknown desc = exit status 1'],
    ).attempts,
  ).toMatchObject([
    {
      error: {
        value: 'rpc error: code = Unknown desc = exit status 1',
        evidence: { field: '.status.error' },
      },
    },
  ]);
});

describe('the incarnation of a Backup', () => {
  it.each([
    [
      'uid of the Cluster',
      status('pluginMetadata'),
      { clusterUID: 'x' },
      'other',
    ],
    // PostgreSQL cannot replay the WAL of another major version.
    ['major version', status('majorVersion'), 14, 'other'],
    [
      'start, where no uid is named',
      status('pluginMetadata'),
      undefined,
      'current',
    ],
  ])('by %s', (_, path, value, incarnation) => {
    expect(backupsWith([path, value]).recoveryPoints).toMatchObject([
      { incarnation },
    ]);
  });

  it('is another one when it was taken before the Cluster was created', () => {
    expect(
      backupsWith(
        [status('pluginMetadata'), undefined],
        [status('startedAt'), '2026-11-20T17:04:26Z'],
      ).recoveryPoints,
    ).toMatchObject([
      {
        incarnation: 'other',
        incarnationEvidence: { field: '.status.startedAt' },
      },
    ]);
  });

  it('is unknown without anything to tell it by', () => {
    expect(
      backupsWith(
        [status('pluginMetadata'), undefined],
        [status('startedAt'), undefined],
        [status('reconciliationStartedAt'), undefined],
      ).recoveryPoints,
    ).toMatchObject([{ incarnation: 'unknown' }]);
  });
});

it.each([
  ['plugin', { name: 'barman-cloud.cloudnative-pg.io' }, 'barman-cloud-plugin'],
  ['plugin', { name: 'pgbackrest.dalibo.com' }, 'other'],
  ['volumeSnapshot', undefined, 'volume-snapshot'],
  ['barmanObjectStore', undefined, 'barman-in-tree'],
  // The default of the custom resource.
  [undefined, undefined, 'barman-in-tree'],
  ['carrierPigeon', undefined, 'other'],
])('method %s by %j is %s', (method, pluginConfiguration, expected) => {
  expect(
    backupsWith(
      [status('method'), undefined],
      [['spec', 'method'], method],
      [['spec', 'pluginConfiguration'], pluginConfiguration],
    ).recoveryPoints,
  ).toMatchObject([{ method: expected }]);
});
