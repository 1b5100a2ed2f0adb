import {
  ControlPlaneAssets,
  findControlPlaneAssets,
} from '../controlPlane/assets';
import { findOperators } from './findOperators';
import { toSeconds } from './jobController';
import { pretendCopied, pretendNodeAgent } from './nodeAgent';
import { OperatorCluster } from './OperatorCluster';
import { plainPostgresql, volumeFor } from './plainPostgresql';
import { Velero } from './Velero';
import { VeleroUnderTest } from './VeleroUnderTest';

jest.setTimeout(120_000);

const { claim, namespace } = plainPostgresql;
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  name: `${plainPostgresql.name}-0`,
  namespace,
};
const claimObject = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  name: claim,
};
/** Longer than a label may be. */
const byFiles = `by-files-${'with-a-name-that-is-no-label-'.repeat(2)}1`;
const inFiles = { defaultVolumesToFsBackup: true };

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

/** Binds a claim to a volume, as the controllers of volumes do. */
async function bind(
  cluster: OperatorCluster,
  volume: string,
  inNamespace: string,
): Promise<void> {
  const which = { ...claimObject, namespace: inNamespace };
  await cluster.create(volumeFor(volume, inNamespace));
  await cluster.patch(which, { spec: { volumeName: volume } });
  await cluster.writeStatus(which, { phase: 'Bound' });
}

/*
 * Velero and its plugin for S3 are the real ones, 1.18.3 and 1.14.3, without CSI snapshots. There are no nodes: the test is the StatefulSet
 * controller, the binder of volumes and the kubelet, and where it says so the node agent.
 */
const assets = findControlPlaneAssets();
const operators = findOperators('velero', 's3Server');
if (typeof assets === 'string') skip(assets);
else if (typeof operators === 'string') skip(operators);
else suite(assets, operators);

function skip(missing: string) {
  process.stderr.write(`Skipped "Velero beside kube-apiserver": ${missing}\n`);
  it.todo(`Velero beside kube-apiserver [${missing}]`);
}

function suite(
  found: ControlPlaneAssets,
  programs: Exclude<typeof operators, string>,
) {
  describe('Velero beside kube-apiserver', () => {
    let velero: VeleroUnderTest;

    beforeAll(async () => {
      velero = await VeleroUnderTest.start(found, programs);
    });

    afterAll(() => velero?.stop());

    it('reaches its store', async () => {
      const location = await velero.reaches(
        'BackupStorageLocation',
        'primary',
        'Available',
      );
      expect(location.status).toMatchObject({
        lastValidationTime: expect.any(String),
      });
    });

    it('says Completed of a backup in which no byte of the volume is', async () => {
      const backup = await velero.backUp('hollow', 'Completed');
      expect(backup.metadata.labels).toMatchObject({
        'velero.io/storage-location': 'primary',
      });
      expect(backup.spec).toMatchObject({ ttl: '720h0m0s' });

      expect(await velero.coverageBy('hollow')).toMatchObject({
        state: 'skipped',
        method: 'velero-snapshot',
        reason: 'it completed no snapshot at all',
      });
      const { database, assessment, rules } = await velero.judge();
      expect(database).toMatchObject({
        engine: 'postgresql',
        recoveryPoints: [],
      });
      expect(assessment.verdict).toBe('unprotected');
      expect(rules).toContain('coverage/volume-skipped');
    });

    it('says Completed of a backup by files whose pod does not run', async () => {
      await velero.cluster.writeStatus(pod, { phase: 'Pending' });
      await velero.backUp('asleep', 'Completed', inFiles);
      await velero.cluster.writeStatus(pod, { phase: 'Running' });

      expect(await velero.list('PodVolumeBackup')).toEqual([]);
      expect(await velero.coverageBy('asleep')).toMatchObject({
        state: 'skipped',
        method: 'velero-file-system',
      });
    });

    it('says PartiallyFailed of a backup by files without a node agent', async () => {
      const backup = await velero.backUp(
        'agentless',
        'PartiallyFailed',
        inFiles,
      );
      expect(backup.status).toMatchObject({ errors: 1 });
      expect(await velero.list('PodVolumeBackup')).toEqual([]);
      expect(await velero.coverageBy('agentless')).toMatchObject({
        state: 'skipped',
        method: 'velero-file-system',
      });
      const { database } = await velero.judge();
      expect(database.attempts).toMatchObject([
        { object: { name: 'agentless' }, state: 'failed' },
      ]);
    });

    it('makes a PodVolumeBackup of what a node agent is to copy, and the copy is known by it', async () => {
      await pretendNodeAgent(velero.cluster, Velero.namespace);
      await velero.order('Backup', byFiles, {
        includedNamespaces: [namespace],
        ...inFiles,
      });
      const copy = await velero.within(
        'a PodVolumeBackup',
        async () => (await velero.list('PodVolumeBackup'))[0],
      );
      const source = await velero.cluster.find({ ...claimObject, namespace });
      expect(copy.metadata).toMatchObject({
        annotations: { 'velero.io/pvc-name': claim },
        labels: {
          'velero.io/backup-name': expect.stringMatching(/^by-files-.{54}$/),
          'velero.io/pvc-uid': source?.metadata.uid,
        },
      });
      await pretendCopied(velero.cluster, copy);
      const backup = await velero.reaches('Backup', byFiles, 'Completed');

      expect(await velero.coverageBy(byFiles)).toMatchObject({
        state: 'held',
        holding: 'uploaded',
        method: 'velero-file-system',
      });
      const { database, assessment } = await velero.judge();
      expect(database.recoveryPoints).toMatchObject([
        {
          backupId: byFiles,
          holding: { value: 'uploaded' },
          // Files of a running server are each of another moment.
          consistency: { value: 'torn' },
          claims: [claim],
          consistentAt: backup.status?.startTimestamp,
          expiresAt: backup.status?.expiration,
        },
      ]);
      expect(assessment.verdict).toBe('unprotected');
      expect(await velero.list('BackupRepository')).toMatchObject([
        {
          spec: {
            volumeNamespace: namespace,
            backupStorageLocation: 'primary',
          },
          status: { phase: 'Ready' },
        },
      ]);
    });

    it('says Completed of a restore into another namespace, and a PodVolumeRestore tells that the volume came back', async () => {
      const target = 'rehearsal';
      await velero.order('Restore', 'rehearsal', {
        backupName: byFiles,
        namespaceMapping: { [namespace]: target },
      });
      await velero.within('the restored claim', () =>
        velero.cluster.find({ ...claimObject, namespace: target }),
      );
      await bind(velero.cluster, 'pv-rehearsal', target);
      const copy = await velero.within(
        'a PodVolumeRestore',
        async () => (await velero.list('PodVolumeRestore'))[0],
      );
      expect(copy.metadata.ownerReferences).toMatchObject([
        { kind: 'Restore', name: 'rehearsal' },
      ]);
      await pretendCopied(velero.cluster, copy);
      const restore = await velero.reaches('Restore', 'rehearsal', 'Completed');

      const { database } = await velero.judge();
      expect(database.restores).toMatchObject([
        {
          state: 'succeeded',
          by: 'velero',
          backup: byFiles,
          target: { namespace: target, name: plainPostgresql.name },
          startedAt: restore.status?.startTimestamp,
          readyAt: restore.status?.completionTimestamp,
        },
      ]);
    });

    it('says Completed of a restore of a backup without the volume, which is none', async () => {
      await velero.order('Restore', 'mirage', {
        backupName: 'asleep',
        namespaceMapping: { [namespace]: 'mirage' },
      });
      await velero.reaches('Restore', 'mirage', 'Completed');
      const { database } = await velero.judge();
      expect(database.restores.map(({ backup }) => backup)).toEqual([byFiles]);
    });

    it('runs a schedule, whose backups carry its name', async () => {
      await velero.order('Schedule', 'nightly', {
        schedule: '0 3 * * *',
        template: { includedNamespaces: [namespace], ttl: '48h' },
      });
      await velero.reaches('Schedule', 'nightly', 'Enabled');
      const backupsOf = async () =>
        (await velero.list('Backup')).filter(
          ({ metadata }) =>
            metadata.labels?.['velero.io/schedule-name'] === 'nightly',
        );
      // It waits for its time, though nothing says that it should not run at once.
      const { database: before } = await velero.judge();
      expect(before.schedules).toMatchObject([
        { object: { name: 'nightly' }, immediate: false, dialect: 'velero' },
      ]);
      expect(await backupsOf()).toEqual([]);

      // As though it had last run two days ago. It looks at what changes at once, else every minute.
      await velero.patch('Schedule', 'nightly', {
        spec: { template: { ttl: '72h' } },
        status: { lastBackup: toSeconds(daysAgo(2)) },
      });
      const backup = await velero.within(
        'a backup of the schedule',
        async () => (await backupsOf())[0],
      );
      expect(backup.metadata.name).toMatch(/^nightly-\d{14}$/);
      const { status } = await velero.reaches(
        'Backup',
        backup.metadata.name,
        'Completed',
      );
      const kept =
        Date.parse(String(status?.expiration)) -
        Date.parse(String(status?.startTimestamp));
      expect(Math.round(kept / 3_600_000)).toBe(72);

      const { database } = await velero.judge();
      const schedule = await velero.find('Schedule', 'nightly');
      expect(database.schedules).toMatchObject([
        {
          object: { name: 'nightly' },
          suspended: { value: false },
          lastScheduledAt: { value: schedule?.status?.lastBackup },
        },
      ]);
      expect(await velero.coverageBy(backup.metadata.name)).toMatchObject({
        state: 'skipped',
      });
    });

    it('leaves a paused schedule without a phase', async () => {
      await velero.patch('Schedule', 'nightly', { spec: { paused: true } });
      await velero.order('Schedule', 'paused', {
        schedule: '* * * * *',
        paused: true,
        template: { includedNamespaces: [namespace] },
      });
      await velero.order('Schedule', 'astray', {
        schedule: '0 0 1 1 *',
        template: {
          includedNamespaces: [namespace],
          storageLocation: 'nowhere',
        },
      });
      // The one after it is seen; it is not.
      await velero.reaches('Schedule', 'astray', 'Enabled');
      expect((await velero.find('Schedule', 'paused'))?.status).toBe(undefined);

      const { database, rules } = await velero.judge();
      expect(database.schedules).toMatchObject([
        { object: { name: 'astray' }, suspended: { value: false } },
        { object: { name: 'nightly' }, suspended: { value: true } },
        { object: { name: 'paused' }, suspended: { value: true } },
      ]);
      expect(rules).toContain('schedule/suspended');
    });

    it('finds nothing wrong with a schedule to an unknown location, and fails each of its backups', async () => {
      const backup = await velero.backUp('astray', 'FailedValidation', {
        storageLocation: 'nowhere',
      });
      const [reason] = Object(backup.status).validationErrors;
      expect(reason).toContain('nowhere');

      const { database, rules } = await velero.judge();
      expect(database.attempts).toContainEqual(
        expect.objectContaining({
          object: expect.objectContaining({ name: 'astray' }),
          state: 'failed',
          error: expect.objectContaining({ value: reason }),
        }),
      );
      expect(database.stores).toContainEqual(
        expect.objectContaining({
          definedBy: expect.objectContaining({ name: 'nowhere' }),
          exists: false,
        }),
      );
      expect(rules).toContain('store/missing');
    });

    it('removes a backup on request, and with it what it held', async () => {
      const copied = await velero.list('PodVolumeBackup');
      expect(copied).toHaveLength(1);
      await velero.order('DeleteBackupRequest', 'away', {
        backupName: 'hollow',
      });
      await velero.within('the end of the backup', async () =>
        (await velero.find('Backup', 'hollow')) ? undefined : true,
      );
      expect(await velero.coverageBy('hollow')).toBe(undefined);
    });

    it('says Unavailable of its store while that is away, and refuses backups', async () => {
      await velero.store.stop();
      await velero.reaches('BackupStorageLocation', 'primary', 'Unavailable');
      const { database, rules } = await velero.judge();
      expect(database.stores).toContainEqual(
        expect.objectContaining({
          definedBy: expect.objectContaining({ name: 'primary' }),
          available: expect.objectContaining({ value: false }),
        }),
      );
      expect(rules).toContain('store/unavailable');
      await velero.backUp('homeless', 'FailedValidation');

      await velero.store.start();
      await velero.reaches('BackupStorageLocation', 'primary', 'Available');
      expect((await velero.judge()).rules).not.toContain('store/unavailable');
    });
  });
}
