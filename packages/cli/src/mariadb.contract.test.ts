import { createMockDirectory } from '@backstage/backend-test-utils';
import { checkJson } from './__testUtils__/holdfast';
import { documents } from './__testUtils__/manifests';
import { schemaProblems } from './__testUtils__/schemaProblems';

jest.setTimeout(60_000);

const directory = createMockDirectory();
const cwd = directory.path;

beforeEach(() => directory.clear());

/*
 * `examples/manifests/mariadb_replication_pitr_s3.yaml` of mariadb-operator (at 45cd02c), without what judgement does not look at.
 */
const mariadb = `apiVersion: k8s.mariadb.com/v1alpha1
kind: MariaDB
metadata:
  name: mariadb-repl
  namespace: shop
spec:
  storage:
    size: 1Gi
  replicas: 3
  replication:
    enabled: true
`;
const archived = `${mariadb}  pointInTimeRecoveryRef:
    name: pitr
`;
const pointInTimeRecovery = `apiVersion: k8s.mariadb.com/v1alpha1
kind: PointInTimeRecovery
metadata:
  name: pitr
  namespace: shop
spec:
  physicalBackupRef:
    name: physicalbackup-daily
  storage:
    s3:
      bucket: binlogs
      prefix: mariadb
      endpoint: minio.minio.svc.cluster.local:9000
  archiveTimeout: 1h
`;
const physicalBackup = `apiVersion: k8s.mariadb.com/v1alpha1
kind: PhysicalBackup
metadata:
  name: physicalbackup-daily
  namespace: shop
spec:
  mariaDbRef:
    name: mariadb-repl
  schedule:
    cron: "0 0 * * *"
    suspend: false
    immediate: true
  maxRetention: 720h
  storage:
    s3:
      bucket: physicalbackups
      prefix: mariadb
      endpoint: minio.minio.svc.cluster.local:9000
`;

async function checked(...manifests: string[]) {
  directory.setContent({ 'db.yaml': documents(...manifests) });
  const { code, report, stderr } = await checkJson(
    ['.', '--objective', 'rpo=36h'],
    { cwd },
  );
  expect(stderr).toBe('');
  expect(schemaProblems(report)).toEqual([]);
  const [database] = report.databases;
  return { code, database };
}

describe('manifests of mariadb-operator', () => {
  it.each([
    ['with point-in-time recovery', archived, pointInTimeRecovery],
    ['with backups alone', mariadb, ''],
  ])('%s reach what backups every day reach', async (_, database, pitr) => {
    const outcome = await checked(database, physicalBackup, pitr);
    expect(outcome.database).toMatchObject({
      engine: 'mariadb',
      group: 'k8s.mariadb.com',
      kind: 'MariaDB',
      name: 'mariadb-repl',
      basis: 'declared',
      verdict: 'unknown',
      predicted: {
        verdict: 'protected',
        // Nothing closes a binary log but its size, so that a day may wait in it: archiveTimeout is about the upload.
        data: { rpoSeconds: 86_400 },
      },
    });
    expect(outcome.code).toBe(0);
  });

  it('without anything that backs it up leave open whether there is something', async () => {
    const { database } = await checked(mariadb);
    expect(database).toMatchObject({
      verdict: 'unknown',
      predicted: { verdict: 'unknown' },
    });
    expect(
      database.findings.map(({ message }: { message: string }) => message),
    ).toContainEqual(
      expect.stringContaining(
        'PhysicalBackup.k8s.mariadb.com does not occur in the input, so that whether and how the database is backed up cannot be told',
      ),
    );
  });

  it('that archive to what is not there are at risk', async () => {
    directory.setContent({ 'db.yaml': documents(archived, physicalBackup) });
    const { report } = await checkJson(['.', '--complete'], { cwd });
    expect(report.databases[0]).toMatchObject({
      predicted: { verdict: 'at-risk' },
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'store/missing' }),
      ]),
    });
  });

  it('that are all there is and back nothing up are unprotected', async () => {
    directory.setContent({ 'db.yaml': mariadb });
    const { code, report } = await checkJson(['.', '--complete'], { cwd });
    expect(report.databases[0].verdict).toBe('unprotected');
    expect(code).toBe(1);
  });
});

describe('a dump of mariadb-operator', () => {
  const status = `status:
  currentPrimary: mariadb-repl-0
  replicas: 3
  conditions:
    - type: Ready
      status: "True"
      reason: StatefulSetReady
      message: Running
`;
  const created = '  creationTimestamp: "2026-02-20T10:00:00Z"\n';
  const applied = mariadb.replace('spec:\n', `${created}spec:\n`);
  const job = `apiVersion: batch/v1
kind: Job
metadata:
  name: physicalbackup-daily-20260227000000
  namespace: shop
  ownerReferences:
    - apiVersion: k8s.mariadb.com/v1alpha1
      kind: PhysicalBackup
      name: physicalbackup-daily
      uid: 0a5d1f60-0002-4f62-9d0c-5d7b1f0c0001
      controller: true
status:
  startTime: "2026-02-27T00:00:02Z"
  completionTime: "2026-02-27T00:02:10Z"
  conditions:
    - type: Complete
      status: "True"
`;
  const at = ['--now', '2026-02-27T10:00:00Z'];

  it('is judged by the job that took the backup', async () => {
    const dump = documents(`${applied}${status}`, physicalBackup, job);
    const { report } = await checkJson(['-', '--complete', ...at], {
      stdin: dump,
    });
    expect(schemaProblems(report)).toEqual([]);
    expect(report.databases[0]).toMatchObject({
      basis: 'observed',
      verdict: 'protected',
      attainedRpoSeconds: 10 * 3600 - 2,
      rpoBasis: 'points',
      window: { continuous: false },
    });
  });

  it('without jobs does not tell whether a backup succeeded', async () => {
    const dump = documents(`${applied}${status}`, physicalBackup);
    const { report } = await checkJson(['-', ...at], { stdin: dump });
    expect(report.databases[0].verdict).toBe('unknown');
  });
});
