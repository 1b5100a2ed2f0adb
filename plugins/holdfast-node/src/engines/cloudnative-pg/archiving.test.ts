import { orders } from '../__testUtils__/orders';
import { describeOne, patch } from '../__testUtils__/recording';

const samples = [
  { name: 'cnpg_collector_pg_wal_archive_status', value: 17, of: 'done' },
  { name: 'cnpg_collector_pg_wal_archive_status', value: 2, of: 'ready' },
  { name: 'cnpg_pg_stat_archiver_last_archived_time', value: 1795194475.4814 },
  { name: 'cnpg_pg_stat_archiver_last_failed_time', value: -1 },
].map(({ name, value, of }) => ({
  name,
  value,
  labels: {
    namespace: 'default',
    pod: 'orders-1',
    ...(of !== undefined && { value: of }),
  },
  observedAt: '2026-11-20T17:08:38Z',
}));

function archivingWith(
  ...changes: Array<[path: readonly (string | number)[], value: unknown]>
) {
  const objects = changes.reduce(
    (changed, [path, value]) => patch(changed, 'Cluster', path, value),
    [...orders],
  );
  return describeOne('orders', objects, { samples }).archiving;
}

const plugins = ['spec', 'plugins'];
const barman = {
  name: 'barman-cloud.cloudnative-pg.io',
  parameters: { barmanObjectName: 'orders' },
};
const inTree = [
  ['spec', 'backup'],
  { barmanObjectStore: { destinationPath: 's3://b/' } },
] as const;

describe('the archiver', () => {
  it.each([
    [
      'a plugin that is marked as one',
      [{ ...barman, isWALArchiver: true }],
      true,
      '.spec.plugins[0].isWALArchiver',
    ],
    [
      // archiveWALViaPlugins; https://github.com/cloudnative-pg/cloudnative-pg/issues/11351
      'the Barman Cloud plugin, marked or not',
      [{ ...barman, isWALArchiver: false }],
      true,
      '.spec.plugins[0].name',
    ],
    [
      'no plugin that is switched off',
      [{ ...barman, isWALArchiver: true, enabled: false }],
      false,
      '.spec.plugins[0].enabled',
    ],
    ['no other plugin without a mark', [{ name: 'x' }], false, '.spec.plugins'],
    [
      'any plugin with a mark',
      [{ name: 'x' }, { name: 'y', isWALArchiver: true }],
      true,
      '.spec.plugins[1].isWALArchiver',
    ],
    ['nothing', undefined, false, '.spec.plugins'],
  ])('is %s', (_, value, configured, field) => {
    expect(archivingWith([plugins, value]).configured).toMatchObject({
      value: configured,
      evidence: { field },
    });
  });

  it('is Barman in the Cluster itself', () => {
    expect(archivingWith([plugins, undefined], [...inTree])).toMatchObject({
      configured: {
        value: true,
        evidence: {
          field: '.spec.backup.barmanObjectStore.destinationPath',
          value: 's3://b/',
        },
      },
      storeId: '|s3://b|orders',
    });
  });

  it('is the plugin where both are there, since it takes the WAL first', () => {
    expect(archivingWith([...inTree]).storeId).toBe(
      'http://10.244.0.1:7070|s3://backups|orders',
    );
  });
});

describe('what the operator says', () => {
  it.each([
    ['True', true, undefined],
    ['False', false, 'exit status 4'],
    ['Unknown', undefined, undefined],
  ])('ContinuousArchiving=%s', (status, working, failure) => {
    const archiving = archivingWith([
      ['status', 'conditions'],
      [
        {
          type: 'ContinuousArchiving',
          status,
          message: 'exit status 4',
          lastTransitionTime: '2026-11-20T17:05:23Z',
        },
      ],
    ]);
    expect(archiving.working?.value).toBe(working);
    expect(archiving.failure?.value).toBe(failure);
    expect(archiving.workingSince).toBe(
      working === undefined ? undefined : '2026-11-20T17:05:23Z',
    );
  });

  it('is nothing before the first WAL file', () => {
    expect(
      archivingWith([['status', 'conditions'], undefined]).working,
    ).toBeUndefined();
  });
});

describe('what the metrics say', () => {
  it('is that of the primary', () => {
    expect(archivingWith()).toMatchObject({
      backlogSegments: {
        value: 2,
        evidence: {
          object: { kind: 'Pod', name: 'orders-1' },
          field: 'cnpg_collector_pg_wal_archive_status',
          observedAt: '2026-11-20T17:08:38Z',
        },
      },
      lastArchivedAt: { value: '2026-11-20T17:07:55.481Z' },
    });
    const { backlogSegments, lastArchivedAt } = archivingWith([
      ['status', 'currentPrimary'],
      'orders-2',
    ]);
    expect({ backlogSegments, lastArchivedAt }).toEqual({});
  });

  it('is -1 for never', () => {
    expect(archivingWith().lastFailedAt).toBeUndefined();
  });

  it.each([
    ['there is no archiver', plugins, undefined],
    [
      'archiving is switched off',
      ['metadata', 'annotations'],
      { 'cnpg.io/skipWalArchiving': 'enabled' },
    ],
  ])('counts for nothing when %s', (_, path, value) => {
    const { backlogSegments, lastArchivedAt, lastFailedAt } = archivingWith([
      path,
      value,
    ]);
    expect({ backlogSegments, lastArchivedAt, lastFailedAt }).toEqual({});
  });
});

// IsWalArchivingDisabled in pkg/utils/labels_annotations.go.
it.each([
  ['enabled', true],
  ['disabled', false],
  ['true', false],
])('skipWalArchiving: %s', (value, skipped) => {
  expect(
    archivingWith([
      ['metadata', 'annotations'],
      { 'cnpg.io/skipWalArchiving': value },
    ]).skipped?.value,
  ).toBe(skipped);
});

it.each([
  // Default in pkg/postgres/configuration.go.
  [undefined, 300],
  ['30s', 30],
  ['nonsense', 300],
  // No limit; the largest value that PostgreSQL takes (src/backend/utils/misc/guc_tables.c: INT_MAX / 2).
  ['0', 1_073_741_823],
])('archive_timeout %s is %s s', (text, seconds) => {
  expect(
    archivingWith([
      ['spec', 'postgresql', 'parameters', 'archive_timeout'],
      text,
    ]).timeoutSeconds.value,
  ).toBe(seconds);
});
