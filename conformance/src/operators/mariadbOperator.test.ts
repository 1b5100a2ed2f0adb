import { setTimeout as delay } from 'node:timers/promises';
import {
  ControlPlaneAssets,
  findControlPlaneAssets,
} from '../controlPlane/assets';
import { findOperators } from './findOperators';
import { jobOfCronJob, toSeconds } from './jobController';
import { judgeCluster } from './judgeCluster';
import { MariaDbUnderTest } from './MariaDbUnderTest';
import {
  endpointsOf,
  placeFirstPod,
  runFirstPod,
  startFirstPod,
} from './statefulSetController';

jest.setTimeout(120_000);

const { apiVersion, namespace } = MariaDbUnderTest;
const mariaDbRef = { name: 'orders' };
const storage = {
  s3: {
    bucket: 'backups',
    endpoint: 's3.example.org',
    accessKeyIdSecretKeyRef: { name: 's3', key: 'id' },
    secretAccessKeySecretKeyRef: { name: 's3', key: 'secret' },
    tls: { enabled: true },
  },
};
const server = { storage: { size: '1Gi' }, tls: { enabled: false } };
const isReady = {
  type: 'Ready',
  status: 'True',
  reason: 'StatefulSetReady',
};
const completeFor = (reason: string) => ({
  type: 'Complete',
  status: 'True',
  reason,
});
const notCompleteFor = (reason: string) => ({
  type: 'Complete',
  status: 'False',
  reason,
});
const ownedBy = (kind: string, name: string) => ({
  ownerReferences: [
    expect.objectContaining({ apiVersion, kind, name, controller: true }),
  ],
});
const daily = { apiVersion, kind: 'PhysicalBackup', name: 'daily', namespace };
/** What tells a job that takes a backup from others of its owner. */
const takesBackup = {
  template: { spec: { containers: [{ name: 'mariadb-operator' }] } },
};

/*
 * The operator is the real one, 25.10.4. Nothing runs pods: the test is the StatefulSet controller, the job controller, the CronJob controller, the
 * garbage collector and the kubelet, and writes what these write.
 */
const assets = findControlPlaneAssets();
const operators = findOperators('mariadbOperator');
if (typeof assets === 'string') skip(assets);
else if (typeof operators === 'string') skip(operators);
else suite(assets, operators);

function skip(missing: string) {
  process.stderr.write(
    `Skipped "mariadb-operator beside kube-apiserver": ${missing}\n`,
  );
  it.todo(`mariadb-operator beside kube-apiserver [${missing}]`);
}

function suite(
  found: ControlPlaneAssets,
  { mariadbOperator }: Exclude<typeof operators, string>,
) {
  describe('mariadb-operator beside kube-apiserver', () => {
    let mariadb: MariaDbUnderTest;
    const orders = () =>
      judgeCluster(mariadb.cluster, { namespace, name: 'orders' });

    beforeAll(async () => {
      mariadb = await MariaDbUnderTest.start(found, mariadbOperator);
      await mariadb.order('MariaDB', 'orders', server);
    });

    afterAll(() => mariadb?.stop());

    it('makes a StatefulSet whose pods and claims are recognised', async () => {
      const statefulSet = await mariadb.made(
        'apps/v1',
        'StatefulSet',
        'orders',
      );
      expect(statefulSet.metadata).toMatchObject(ownedBy('MariaDB', 'orders'));
      expect(statefulSet.spec).toMatchObject({
        replicas: 1,
        selector: {
          matchLabels: {
            'app.kubernetes.io/name': 'mariadb',
            'app.kubernetes.io/instance': 'orders',
          },
        },
        volumeClaimTemplates: [{ metadata: { name: 'storage' } }],
      });
      await runFirstPod(mariadb.cluster, statefulSet);
      await mariadb.says('MariaDB', 'orders', isReady);

      const { database, assessment } = await orders();
      expect(database).toMatchObject({
        engine: 'mariadb',
        version: '11.8.5',
        health: { state: 'healthy' },
        instances: [
          { name: 'orders-0', role: 'primary', ready: { value: true } },
        ],
        volumes: [
          {
            claim: { namespace, name: 'storage-orders-0' },
            instance: 'orders-0',
            role: 'data',
          },
        ],
        recoveryPoints: [],
      });
      expect(assessment.verdict).toBe('unprotected');
    });

    it('says Complete of a PhysicalBackup whose job failed, which is no recovery point', async () => {
      await mariadb.order('PhysicalBackup', 'broken', { mariaDbRef, storage });
      const job = await mariadb.jobOf('PhysicalBackup', 'broken');
      await mariadb.end(job, 'failed');
      await mariadb.says('PhysicalBackup', 'broken', completeFor('JobFailed'));

      const { database, assessment } = await orders();
      expect(database.recoveryPoints).toEqual([]);
      expect(database.attempts).toMatchObject([
        {
          object: { name: job.metadata.name },
          method: 'mariadb-backup',
          state: 'failed',
          error: { value: 'Job has reached the specified backoff limit' },
        },
      ]);
      expect(assessment.verdict).toBe('unprotected');
      await mariadb.discard('PhysicalBackup', 'broken');
    });

    it('takes the first backup of a scheduled PhysicalBackup at once, by a job of its own', async () => {
      await mariadb.order('PhysicalBackup', 'daily', {
        mariaDbRef,
        storage,
        schedule: { cron: '0 0 * * *' },
        maxRetention: '168h',
      });
      const job = await mariadb.jobOf('PhysicalBackup', 'daily');
      expect(job.metadata.name).toMatch(/^daily-\d{14}$/);
      expect(job.metadata).toMatchObject(ownedBy('PhysicalBackup', 'daily'));
      expect(job.spec).toMatchObject(takesBackup);
      await mariadb.says(
        'PhysicalBackup',
        'daily',
        notCompleteFor('JobRunning'),
      );
      const before = await orders();
      expect(before.database.attempts).toMatchObject([{ state: 'pending' }]);
      expect(before.assessment.verdict).toBe('unprotected');

      await mariadb.end(job, 'complete');
      const { status } = await mariadb.says(
        'PhysicalBackup',
        'daily',
        completeFor('JobComplete'),
      );
      const { database, assessment } = await orders();
      expect(database.schedules).toMatchObject([
        {
          object: { name: 'daily' },
          dialect: 'mariadb-operator',
          expression: { value: '0 0 * * *' },
          immediate: true,
          suspended: { value: false },
          lastScheduledAt: { value: status?.lastScheduleTime },
        },
      ]);
      expect(database.recoveryPoints).toMatchObject([
        {
          object: { name: job.metadata.name },
          method: 'mariadb-backup',
          incarnation: 'current',
        },
      ]);
      expect(database.stores).toMatchObject([
        {
          bucket: { value: 'backups' },
          credential: { value: `Secret ${namespace}/s3` },
          retentionSeconds: { value: 7 * 86_400 },
          historyLimit: { value: 5 },
        },
      ]);
      expect(assessment.verdict).toBe('protected');
    });

    it('says BackupRestored of a copy from files before its server is started', async () => {
      await mariadb.order('MariaDB', 'rehearsal', {
        ...server,
        bootstrapFrom: {
          backupRef: { kind: 'PhysicalBackup', name: 'daily' },
        },
      });
      const job = await mariadb.jobOf('MariaDB', 'rehearsal');
      expect(job.metadata.name).toBe('rehearsal-0-pb-init');
      await mariadb.end(job, 'complete');
      const statefulSet = await mariadb.made(
        'apps/v1',
        'StatefulSet',
        'rehearsal',
      );
      await placeFirstPod(mariadb.cluster, statefulSet);
      const copy = await mariadb.says('MariaDB', 'rehearsal', {
        type: 'BackupRestored',
        status: 'True',
        reason: 'RestorePhysicalBackup',
      });
      expect(copy.status).toMatchObject({
        conditions: expect.arrayContaining([
          expect.objectContaining({ type: 'Ready', status: 'False' }),
        ]),
      });
      const before = await orders();
      expect(before.database.restores).toMatchObject([
        { target: { name: 'rehearsal' }, state: 'running' },
      ]);
      expect(before.assessment.verdict).toBe('protected');

      await startFirstPod(mariadb.cluster, statefulSet);
      await mariadb.says('MariaDB', 'rehearsal', isReady);
      const { database, assessment } = await orders();
      expect(database.restores).toMatchObject([
        { target: { name: 'rehearsal' }, state: 'succeeded' },
      ]);
      expect(assessment.verdict).toBe('proven');
      await mariadb.discard('MariaDB', 'rehearsal');
    });

    it('stops when it is suspended', async () => {
      await mariadb.cluster.patch(daily, {
        spec: { schedule: { suspend: true } },
      });
      await mariadb.says(
        'PhysicalBackup',
        'daily',
        notCompleteFor('JobSuspended'),
      );
      const { database, rules } = await orders();
      expect(database.schedules).toMatchObject([
        { suspended: { value: true } },
      ]);
      expect(rules).toContain('schedule/suspended');
      // The job that succeeded is still there, whatever the condition says now.
      expect(database.recoveryPoints).toHaveLength(1);
      await mariadb.discard('PhysicalBackup', 'daily');
    });

    it('takes no further backup while the job of one that failed is there', async () => {
      await mariadb.order('PhysicalBackup', 'daily', {
        mariaDbRef,
        storage,
        schedule: { cron: '0 0 * * *' },
      });
      const failed = await mariadb.jobOf('PhysicalBackup', 'daily');
      await mariadb.end(failed, 'failed');
      await mariadb.says('PhysicalBackup', 'daily', completeFor('JobFailed'));
      // As though two nights had gone by.
      const past = toSeconds(new Date(Date.now() - 2 * 86_400_000));
      await mariadb.cluster.writeStatus(daily, {
        lastScheduleTime: past,
        lastScheduleCheckTime: past,
      });
      await delay(3000);
      expect(await mariadb.jobsOf('PhysicalBackup', 'daily')).toHaveLength(1);

      await mariadb.cluster.delete({
        apiVersion: 'batch/v1',
        kind: 'Job',
        name: failed.metadata.name,
        namespace,
      });
      await mariadb.jobOf('PhysicalBackup', 'daily');
      await mariadb.discard('PhysicalBackup', 'daily');
    });

    it('takes a Backup once by a job of its name', async () => {
      await mariadb.order('Backup', 'once', { mariaDbRef, storage });
      const job = await mariadb.made('batch/v1', 'Job', 'once');
      expect(job.metadata).toMatchObject(ownedBy('Backup', 'once'));
      expect(job.spec).toMatchObject(takesBackup);
      await mariadb.end(job, 'complete');
      await mariadb.says('Backup', 'once', completeFor('JobComplete'));

      const { database } = await orders();
      expect(database.recoveryPoints).toMatchObject([
        { object: { name: 'once' }, method: 'mariadb-dump' },
      ]);
    });

    it('says Complete of a Restore whose job failed, which restored nothing', async () => {
      for (const [name, how, reason] of [
        ['lost', 'failed', 'JobFailed'],
        ['found', 'complete', 'JobComplete'],
      ] as const) {
        await mariadb.order('Restore', name, {
          mariaDbRef,
          backupRef: { name: 'once' },
        });
        const job = await mariadb.made('batch/v1', 'Job', name);
        expect(job.metadata).toMatchObject(ownedBy('Restore', name));
        await mariadb.end(job, how);
        await mariadb.says('Restore', name, completeFor(reason));
      }
      const { database } = await orders();
      expect(database.restores).toMatchObject([
        { state: 'succeeded', readyAt: expect.any(String) },
        { state: 'failed' },
      ]);
    });

    it('takes a scheduled Backup by a CronJob of its name', async () => {
      await mariadb.order('Backup', 'nightly', {
        mariaDbRef,
        storage,
        schedule: { cron: '0 3 * * *', suspend: true },
        timeZone: 'Europe/Berlin',
      });
      const cronJob = await mariadb.made('batch/v1', 'CronJob', 'nightly');
      expect(cronJob.metadata).toMatchObject(ownedBy('Backup', 'nightly'));
      expect(cronJob.spec).toMatchObject({
        schedule: '0 3 * * *',
        timeZone: 'Europe/Berlin',
        suspend: true,
        concurrencyPolicy: 'Forbid',
        jobTemplate: { spec: takesBackup },
      });
      await mariadb.says(
        'Backup',
        'nightly',
        notCompleteFor('CronJobScheduled'),
      );

      const at = new Date();
      const job = jobOfCronJob(cronJob, at);
      await mariadb.cluster.create(job);
      await mariadb.end(job, 'complete');
      const named = {
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        name: 'nightly',
        namespace,
      };
      await mariadb.cluster.writeStatus(named, {
        lastScheduleTime: toSeconds(at),
        lastSuccessfulTime: toSeconds(new Date()),
      });
      await mariadb.says('Backup', 'nightly', completeFor('CronJobSuccess'));
      const { database } = await orders();
      expect(database.schedules).toMatchObject([
        {
          object: { name: 'nightly' },
          dialect: 'kubernetes',
          timeZone: 'Europe/Berlin',
          suspended: { value: true },
          lastScheduledAt: { value: toSeconds(at) },
        },
      ]);
      expect(
        database.recoveryPoints.map(({ object }) => object.name),
      ).toContain(job.metadata.name);

      await mariadb.cluster.writeStatus(named, {
        lastScheduleTime: toSeconds(new Date(Date.now() + 5000)),
      });
      // The operator's own reason of a failure is that of a Backup that has not run yet.
      const { status } = await mariadb.says(
        'Backup',
        'nightly',
        notCompleteFor('CronJobScheduled'),
      );
      expect(status?.conditions).toMatchObject([{ message: 'Failed' }]);
      expect((await orders()).database.attempts).toMatchObject([
        { object: { kind: 'CronJob.batch', name: 'nightly' }, state: 'failed' },
      ]);
    });

    it('says BackupRestored of a copy from a dump whose job failed, which proves nothing', async () => {
      await mariadb.order('MariaDB', 'from-dump', {
        ...server,
        bootstrapFrom: { backupRef: { name: 'once' } },
      });
      const statefulSet = await mariadb.made(
        'apps/v1',
        'StatefulSet',
        'from-dump',
      );
      await runFirstPod(mariadb.cluster, statefulSet);
      await mariadb.cluster.create(endpointsOf('from-dump', namespace, 3306));
      const restore = await mariadb.restoreOf('from-dump');
      const job = await mariadb.jobOf('Restore', restore.metadata.name);
      await mariadb.end(job, 'failed');
      await mariadb.says('MariaDB', 'from-dump', {
        type: 'BackupRestored',
        status: 'True',
        reason: 'RestoreBackup',
      });
      expect(await mariadb.find('Restore', restore.metadata.name)).toBe(
        undefined,
      );

      const { database } = await orders();
      expect(
        database.restores.filter(({ target }) => target.name === 'from-dump'),
      ).toEqual([]);
    });
  });
}
