import { KubernetesObject } from '../../engine';
import { describeCluster, judge, limits } from './__testUtils__/describe';
import { ps, pxc, samplesOf, withStatus } from './__testUtils__/objects';

describe.each([
  ['Percona Server for MySQL', ps],
  ['Percona XtraDB Cluster', pxc],
])('%s', (_, flavour) => {
  const { cluster, backup, nights, restore, pod, claim } = samplesOf(flavour);

  it('is described with its pods, volumes and storages', () => {
    const database = describeCluster([
      cluster(),
      pod(0),
      pod(1),
      pod(2),
      claim,
      ...nights(),
    ]);
    expect(database).toMatchObject({
      engine: 'mysql',
      version: '8.4.8',
      health: { state: 'healthy' },
      desiredInstances: { value: 3 },
      readyInstances: { value: 3 },
      synchronous: { value: { number: 1, durability: 'required' } },
      requestedBytes: { value: 2 * 2 ** 30 },
    });
    expect(database.instances.map(({ role }) => role)).toEqual([
      'primary',
      'replica',
      'replica',
    ]);
    expect(database.volumes).toMatchObject([
      { role: 'data', instance: `${flavour.name}-${flavour.server}-0` },
    ]);
    expect(database.stores.map(({ location }) => location?.value)).toEqual([
      'a claim for each backup',
      's3://backups/mysql',
    ]);
    expect(database.stores[1]).toMatchObject({
      bucket: { value: 'backups' },
      region: { value: 'us-west-2' },
      credential: {
        value: `Secret ${cluster().metadata.namespace}/cluster1-s3-credentials`,
      },
    });
  });

  it('does not believe a region beside an endpoint that is not Amazon’s', () => {
    const minio = {
      bucket: 'backups',
      // Clients want a region named even where it means nothing: see regionIn.
      region: 'us-east-1',
      endpointUrl: 'http://minio-service:9000',
    };
    const storages = { minio: { type: 's3', s3: minio } };
    const described = describeCluster([cluster({ backup: { storages } })]);
    const [store] = described.stores;
    expect(store).toMatchObject({ inCluster: { value: true } });
    expect(store.region).toBeUndefined();
  });

  it.each([
    [{ state: 'initializing' }, 'starting', 0],
    [{ state: 'initializing' }, 'degraded', 2],
    [{ state: 'ready' }, 'degraded', 2],
    [{ state: 'error' }, 'failed', 3],
    [{ state: 'paused' }, 'hibernated', 0],
    [{ state: 'stopping' }, 'changing', 1],
    [{ state: 'whatever' }, 'unknown', 3],
  ])('in %j is %s with %d servers ready', (state, health, ready) => {
    const status = { ...state, [flavour.server]: { ready } };
    expect(describeCluster([cluster({ status })]).health.state).toBe(health);
  });

  it('is protected by backups, back to when the last one began', () => {
    const assessment = judge([cluster(), ...nights()]);
    expect(limits(assessment)).toEqual([]);
    expect(assessment.verdict).toBe('protected');
    expect(assessment.rpo.data).toMatchObject({
      basis: 'points',
      latestRestorable: '2026-11-20T00:00:07.000Z',
    });
  });

  it('is unprotected without any, with none that succeeded, or with others', () => {
    expect(judge([cluster()]).verdict).toBe('unprotected');
    const failed = backup({ status: { state: 'Failed' } });
    expect(judge([cluster(), failed]).verdict).toBe('unprotected');
    const of = { spec: { [flavour.clusterField]: 'another' } };
    expect(judge([cluster(), backup(of)]).verdict).toBe('unprotected');
    const before = backup({ created: '2026-09-30T00:00:00Z' });
    expect(judge([cluster(), before]).verdict).toBe('unprotected');
    const going = backup();
    going.metadata.deletionTimestamp = '2026-11-20T11:00:00Z';
    expect(judge([cluster(), going]).verdict).toBe('unprotected');
  });

  it('is unknown when backups could not be read, or are in a state that is new', () => {
    const kind = `${flavour.kinds[1]}.${flavour.apiVersion.split('/')[0]}`;
    const unread = [{ kind, reason: 'forbidden' as const, message: 'no' }];
    expect(judge([cluster()], { unread }).verdict).toBe('unknown');
    const strange = backup({ status: { state: 'Levitating' } });
    expect(judge([cluster(), strange]).verdict).toBe('unknown');
  });

  it('is at risk after a failure', () => {
    const failed = backup({
      created: '2026-11-20T08:00:00Z',
      status: { state: 'Failed', completed: undefined },
    });
    const assessment = judge([cluster(), ...nights(), failed]);
    expect(limits(assessment)).toContain('base-backup/last-failed');
  });

  it('counts no backup on a storage that it no longer has', () => {
    const storages = { other: { type: 's3', s3: { bucket: 'elsewhere' } } };
    const schedule = [
      { name: 'x', schedule: '0 0 * * *', storageName: 'other' },
    ];
    const moved = cluster({ backup: { storages, schedule } });
    const assessment = judge([moved, ...nights()]);
    expect(assessment.verdict).toBe('unprotected');
    expect(limits(assessment)).toContain('base-backup/only-on-former-store');
  });

  // cron.ParseStandard of robfig/cron 3.
  it.each([
    ['0 0 * * *', undefined],
    ['@daily', undefined],
    ['@every 6h', 'schedule/refused'],
    ['0 0 0 * * *', 'schedule/refused'],
  ])('reads the schedule %s as its operator does', (schedule, rule) => {
    const storageName = 's3-us-west';
    const schedules = [{ name: 'daily-backup', schedule, storageName }];
    const assessment = judge([
      cluster({ backup: { schedule: schedules } }),
      ...nights(),
    ]);
    expect(limits(assessment)).toEqual(rule ? [rule] : []);
  });

  it('notices a schedule without its storage', () => {
    const schedule = [
      { name: 'x', schedule: '0 0 * * *', storageName: 'nowhere' },
    ];
    const database = describeCluster([cluster({ backup: { schedule } })]);
    expect(database.schedules[0].error?.value).toContain('"nowhere"');
  });

  it('knows when a schedule last ran by the label of its backups', () => {
    const [schedule] = describeCluster([cluster(), ...nights()]).schedules;
    expect(schedule.lastScheduledAt?.value).toBe('2026-11-20T00:00:07Z');
  });

  it('is proven by a restore of one of its backups', () => {
    const all = nights();
    const proven = judge([cluster(), ...all, restore(all[0])]);
    expect(proven.verdict).toBe('proven');
    const failed = restore(all[0], { status: { state: 'Failed' } });
    expect(judge([cluster(), ...all, failed]).verdict).not.toBe('proven');
    const running = restore(all[0], { status: { state: 'Restoring' } });
    expect(judge([cluster(), ...all, running]).verdict).toBe('protected');
  });

  it.each([
    [{ emptyDir: {} }, 'pod'],
    [{ hostPath: { path: '/data' } }, 'node'],
  ])('with data on %j has no claims', (volumeSpec, unclaimed) => {
    const database = describeCluster([cluster({ server: { volumeSpec } })]);
    expect(database.unclaimed?.value).toBe(unclaimed);
  });

  it('would be protected, as declared', () => {
    const declared: KubernetesObject = {
      ...cluster({
        backup: {
          schedule: [
            {
              name: 'often',
              schedule: '0 */6 * * *',
              storageName: 's3-us-west',
            },
          ],
        },
      }),
      status: undefined,
    };
    expect(judge([declared], { basis: 'declared' }).predicted?.verdict).toBe(
      'protected',
    );
    const without = cluster({ backup: { schedule: [], storages: {} } });
    expect(judge([without], { basis: 'declared' }).predicted?.verdict).toBe(
      'unprotected',
    );
  });

  it('is not described again by its StatefulSet', () => {
    const statefulSet: KubernetesObject = {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: {
        name: `${flavour.name}-${flavour.server}`,
        namespace: 'shop',
        ownerReferences: [
          {
            apiVersion: flavour.apiVersion,
            kind: flavour.kinds[0],
            name: flavour.name,
            uid: 'x',
          },
        ],
      },
      spec: {
        template: { spec: { containers: [{ image: flavour.image }] } },
      },
    };
    expect(describeCluster([cluster(), statefulSet]).reference.kind).toContain(
      flavour.kinds[0],
    );
  });
});

describe('point-in-time recovery of Percona XtraDB Cluster', () => {
  const { cluster, nights } = samplesOf(pxc);
  const pitr = { enabled: true, storageName: 's3-us-west' };
  const archiving = cluster({ backup: { pitr } });
  const latestRestorableTime = '2026-11-20T11:55:00Z';

  it('leads to the time that the newest backup names', () => {
    const assessment = judge([
      archiving,
      ...nights({ status: { latestRestorableTime } }),
    ]);
    expect(assessment.verdict).toBe('protected');
    expect(assessment.rpo.data).toMatchObject({
      basis: 'measured',
      seconds: 300,
    });
    expect(assessment.window?.continuous).toBe(true);
  });

  it('is unknown as long as nothing is reported', () => {
    const assessment = judge([archiving, ...nights()]);
    expect(limits(assessment)).toContain('archiving/not-reported');
    expect(assessment.verdict).toBe('unknown');
  });

  it('fails with a gap', () => {
    const conditions = [
      {
        type: 'PITRReady',
        status: 'False',
        reason: 'BinlogGapDetected',
        message: 'Binlog with GTID set ... not found',
        lastTransitionTime: '2026-11-20T06:00:00Z',
      },
    ];
    const assessment = judge([
      archiving,
      ...nights({ status: { conditions } }),
    ]);
    expect(limits(assessment)).toContain('archiving/failing');
    expect(assessment.rpo.data.latestRestorable).toBe(
      '2026-11-20T00:00:07.000Z',
    );
  });

  it('does not continue a backup in a claim', () => {
    const { recoveryPoints } = describeCluster([
      archiving,
      ...nights({
        spec: { storageName: 'fs-pvc' },
        status: {
          latestRestorableTime,
          destination: 'pvc/xb-cron-1',
          s3: undefined,
        },
      }),
    ]);
    const point = recoveryPoints.find(
      ({ backupId }) => backupId === 'pvc/xb-cron-1',
    );
    expect(point?.rollsForward).toBe(false);
    expect(point?.storeId).toBe('lab|claims/shop/cluster1/fs-pvc');
  });

  it('belongs to the cluster that it was taken of', () => {
    const stale = nights({
      status: { latestRestorableTime: '2026-09-01T00:00:00Z' },
    });
    expect(
      describeCluster([archiving, ...stale]).archiving.lastArchivedAt,
    ).toBeUndefined();
  });

  it('follows another cluster by a channel', () => {
    const replicationChannels = [{ name: 'pxc1_to_pxc2', isSource: false }];
    const { role } = describeCluster([
      cluster({ server: { replicationChannels } }),
    ]);
    expect(role.value).toBe('replica-cluster');
  });
});

describe('the binlog server of Percona Server for MySQL', () => {
  const { cluster, backup, nights } = samplesOf(ps);
  const pitr = {
    enabled: true,
    binlogServer: { storage: { s3: { bucket: 'binlogs' } } },
  };
  const archiving = cluster({
    backup: { pitr },
    status: { binlogServer: { state: 'ready', ready: 1, size: 1 } },
  });

  it('says up to no time what it has, so that none is measured', () => {
    const { rpo } = judge([archiving, ...nights()]);
    expect(rpo.data).toMatchObject({
      basis: 'bounded',
      latestRestorable: '2026-11-20T00:00:07.000Z',
    });
  });

  it('fails when it is not ready', () => {
    const status = { binlogServer: { state: 'error' } };
    expect(
      limits(judge([withStatus(archiving, status), ...nights()])),
    ).toContain('archiving/failing');
  });

  it('has schedules that do not run when backups are turned off', () => {
    const off = cluster({ backup: { enabled: false } });
    expect(limits(judge([off, ...nights()]))).toContain('schedule/suspended');
  });

  it('needs the backup that an incremental one goes on from', () => {
    const base = backup({ name: 'base', created: '2026-11-19T00:00:00Z' });
    const next = backup({
      name: 'next',
      spec: { type: 'incremental', incrementalBaseBackupName: 'base' },
    });
    expect(
      describeCluster([cluster(), base, next]).recoveryPoints,
    ).toHaveLength(2);
    const alone = describeCluster([cluster(), next]);
    expect(alone.recoveryPoints).toEqual([]);
    expect(alone.attempts[0].error?.value).toContain('base');
  });

  it('waits for nobody with asynchronous replication', () => {
    const database = describeCluster([
      cluster({ server: { clusterType: 'async' } }),
    ]);
    expect(database.synchronous).toBeUndefined();
  });
});
