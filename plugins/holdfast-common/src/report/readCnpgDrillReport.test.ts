import { readCnpgDrillReport } from './readCnpgDrillReport';
import { restoreOf } from './restoreOf';

/** The figures of integration/local/results/chart-v016-pitr.json, danielgaskins/cnpg-drill at b7a2dff. */
const pitr = {
  backupAgeSeconds: 1093,
  backupID: '20261006T214627',
  backupName: 'compat-db-full',
  checks: [
    {
      database: 'app',
      name: 'vector-distance',
      observedSha256:
        '5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9',
      passed: true,
    },
  ],
  cleanup: 'cluster-and-pvcs-deleted',
  drillCluster: 'compat-db-restore',
  durationSeconds: 67.38,
  finishedAt: '2026-10-06T22:05:50.816959+00:00',
  recoverySeconds: 57.21,
  schemaVersion: 1,
  source: 'cnpg-drill-test/compat-db',
  sourceClusterUID: 'd680f2ec-de9b-4f97-b924-96061c34d914',
  startedAt: '2026-10-06T22:04:43.432904+00:00',
  status: 'passed',
  targetTime: '2026-10-06T21:47:34.218162Z',
};

/** integration/local/results/denied-wal.json at fb81408. */
const denied = {
  backupAgeSeconds: 2924,
  backupID: '20260929T173338',
  backupName: 'app-db-backup-1',
  checks: [],
  cleanup: 'cluster-and-pvcs-deleted',
  drillCluster: 'drill-app-db-09291822-583a63',
  durationSeconds: 52.31,
  error: 'Recovery did not become ready within 45s.',
  failureReason: 'archive_access_denied',
  finishedAt: '2026-09-29T18:23:21.922644+00:00',
  schemaVersion: 1,
  source: 'cnpg-drill-test/app-db',
  sourceClusterUID: '72cacda6-e486-4424-b9ef-640cd61d7add',
  sourceSpecUnchanged: true,
  startedAt: '2026-09-29T18:22:29.609260+00:00',
  status: 'failed',
  targetTime: null,
};

describe('readCnpgDrillReport', () => {
  it('takes a drill that passed, with the time until its copy was ready', () => {
    const { report } = readCnpgDrillReport(pitr, {
      database: { cluster: 'kind' },
    });

    expect(report).toEqual({
      schemaVersion: 1,
      id: 'cnpg-drill:compat-db-restore:2026-10-06T22:04:43.432Z',
      database: {
        cluster: 'kind',
        namespace: 'cnpg-drill-test',
        kind: 'Cluster.postgresql.cnpg.io',
        name: 'compat-db',
        uid: 'd680f2ec-de9b-4f97-b924-96061c34d914',
      },
      purpose: 'drill',
      tool: 'cnpg-drill',
      backup: 'compat-db-full',
      target: {
        namespace: 'cnpg-drill-test',
        kind: 'Cluster.postgresql.cnpg.io',
        name: 'compat-db-restore',
      },
      recoveryTarget: '2026-10-06T21:47:34.218Z',
      startedAt: '2026-10-06T22:04:43.432Z',
      // 57.21 s, its recoverySeconds, after the start.
      readyAt: '2026-10-06T22:05:40.642Z',
      endedAt: '2026-10-06T22:05:50.816Z',
      outcome: 'succeeded',
      checks: [
        { name: 'vector-distance', passed: true, detail: 'in database app' },
      ],
    });
  });

  it('takes a drill whose copy never became ready, with its reason', () => {
    const { report } = readCnpgDrillReport(denied);

    expect(report).toMatchObject({
      outcome: 'failed',
      failure:
        'Recovery did not become ready within 45s. (archive_access_denied)',
      endedAt: '2026-09-29T18:23:21.922Z',
    });
    expect(report).not.toHaveProperty('readyAt');
    expect(report?.database).not.toHaveProperty('cluster');
  });

  it('takes a drill that was refused before anything was restored', () => {
    // integration/local/results/stale.json at 17b22e9
    const { report } = readCnpgDrillReport({
      checks: [],
      durationSeconds: 0.37,
      error: 'Latest eligible Backup is 607s old, above maxBackupAgeSeconds=1',
      finishedAt: '2026-09-29T17:43:53.612851+00:00',
      phase: 'preflight',
      schemaVersion: 1,
      source: 'cnpg-drill-test/app-db',
      startedAt: '2026-09-29T17:43:53.244069+00:00',
      status: 'failed',
      targetTime: null,
    });

    expect(report).toMatchObject({
      id: 'cnpg-drill:preflight:2026-09-29T17:43:53.244Z',
      outcome: 'failed',
      failure:
        'Nothing was restored: Latest eligible Backup is 607s old, above maxBackupAgeSeconds=1',
    });
  });

  it('takes a failed check for a restore that failed, though the copy was ready', () => {
    const { report } = readCnpgDrillReport({
      ...pitr,
      status: 'failed',
      error: "Check 'vector-distance' did not meet its assertion",
      checks: [{ ...pitr.checks[0], passed: false }],
    });

    expect(report).toMatchObject({ outcome: 'failed' });
    expect(report && restoreOf(report, { cluster: 'kind' })).toMatchObject({
      state: 'failed',
      readyAt: '2026-10-06T22:05:40.642Z',
    });
  });

  it('takes a restore for one though its copy could not be removed', () => {
    // run_drill sets cleanup, cleanupError and status, and no error.
    const { report } = readCnpgDrillReport({
      ...pitr,
      status: 'failed',
      cleanup: 'failed',
      cleanupError: 'Drill PVCs still exist after Cluster deletion: a-1',
    });

    expect(report).toMatchObject({
      outcome: 'succeeded',
      failure:
        'The copy was not removed: Drill PVCs still exist after Cluster deletion: a-1',
    });
  });

  it('says what is wrong with one that was cut or changed', () => {
    const { problems } = readCnpgDrillReport({
      ...pitr,
      schemaVersion: 2,
      source: 'compat-db',
      startedAt: '2026-10-06 22:04',
      status: 'ok',
    });

    expect(problems?.map(({ field, message }) => `${field}: ${message}`))
      .toMatchInlineSnapshot(`
      [
        "schemaVersion: "2" has to be 1, as cnpg-drill 0.1 writes it",
        "source: "compat-db" has to be namespace/cluster",
        "startedAt: "2026-10-06 22:04" has to be a time with its zone, such as 2026-11-20T10:00:00Z",
        "status: "ok" has to be passed or failed or error",
      ]
    `);
  });
});
