import { KubernetesObject } from '@holdfast/plugin-holdfast-node';
import { simulate } from '../__testUtils__/simulate';
import { DatabaseTraits } from './DatabaseTraits';

const withoutSchedule: Partial<DatabaseTraits> = {
  schedule: 'none',
  backups: 'none',
};

const phases = (backups: KubernetesObject[]) =>
  backups.map(({ status }) => status?.phase);

describe('SimulatedBackups', () => {
  it('run for 12 s and then can be restored from', () => {
    const simulation = simulate(withoutSchedule);
    simulation.act(({ backups }) => backups.start(simulation.now));
    expect(simulation.objects('ObjectStore')[0].status).toEqual({
      serverRecoveryWindow: { orders: {} },
    });

    simulation.pass(11);
    expect(phases(simulation.objects('Backup'))).toEqual(['started']);
    simulation.pass(1);
    const [backup] = simulation.objects('Backup');
    expect(backup).toMatchObject({
      metadata: { name: 'orders-20261120120000' },
      status: {
        phase: 'completed',
        backupId: '20261120T120003',
        startedAt: '2026-11-20T12:00:03Z',
        stoppedAt: '2026-11-20T12:00:07Z',
        reconciliationTerminatedAt: '2026-11-20T12:00:12Z',
      },
    });
    // Both are the end of the backup, as after the first one in the recordings.
    expect(simulation.objects('ObjectStore')[0].status).toEqual({
      serverRecoveryWindow: {
        orders: {
          firstRecoverabilityPoint: '2026-11-20T12:00:07Z',
          lastSuccessfulBackupTime: '2026-11-20T12:00:07Z',
        },
      },
    });
  });

  it('come when the schedule says, and move it on', () => {
    const simulation = simulate({
      schedule: { expression: '0 5-59/10 * * * *' },
      ageHours: 1,
    });
    const before = simulation.objects('Backup').length;
    simulation.pass(299);
    expect(simulation.objects('Backup')).toHaveLength(before);

    simulation.pass(1);
    const newest = simulation.objects('Backup').at(-1);
    expect(newest).toMatchObject({
      metadata: {
        name: 'orders-backup-20261120120500',
        labels: {
          'cnpg.io/cluster': 'orders',
          'cnpg.io/immediateBackup': 'false',
          'cnpg.io/scheduled-backup': 'orders-backup',
        },
        ownerReferences: [
          {
            kind: 'ScheduledBackup',
            uid: simulation.objects('ScheduledBackup')[0].metadata.uid,
          },
        ],
      },
      status: { phase: 'started' },
    });
    expect(simulation.objects('ScheduledBackup')[0].status).toEqual({
      lastCheckTime: '2026-11-20T12:05:00Z',
      lastScheduleTime: '2026-11-20T12:05:00Z',
      nextScheduleTime: '2026-11-20T12:15:00Z',
    });
  });

  it('fail while the store is off, with the time in the store', () => {
    const simulation = simulate(withoutSchedule);
    simulation.store.switch('off', simulation.now);
    simulation.act(({ backups }) => backups.start(simulation.now)).pass(12);

    expect(simulation.objects('Backup')[0].status).toMatchObject({
      phase: 'failed',
      error: 'rpc error: code = Unknown desc = exit status 1',
    });
    expect(simulation.objects('ObjectStore')[0].status).toEqual({
      serverRecoveryWindow: {
        orders: { lastFailedBackupTime: '2026-11-20T12:00:12Z' },
      },
    });
  });

  it('run on while the store hangs, and end with it', () => {
    const simulation = simulate(withoutSchedule);
    simulation.store.switch('hanging', simulation.now);
    simulation.act(({ backups }) => backups.start(simulation.now)).pass(60);
    expect(phases(simulation.objects('Backup'))).toEqual(['started']);

    simulation.store.switch('on', simulation.now);
    expect(phases(simulation.pass(1).objects('Backup'))).toEqual(['completed']);
  });

  it('expire by retention, with the object and the first recoverable moment', () => {
    const simulation = simulate({
      schedule: { expression: '0 30 * * * *' },
      retention: '1d',
      ageHours: 100,
    });
    const first = () =>
      JSON.stringify(simulation.objects('ObjectStore')[0].status).match(
        /firstRecoverabilityPoint":"([^"]*)"/,
      )?.[1];
    const names = () =>
      simulation.objects('Backup').map(({ metadata }) => metadata.name);
    const [oldest] = names();
    const [firstBefore, count] = [first(), names().length];
    // A day of hourly backups, one from before, and an hour later one more and one less.
    simulation.pass(3_700);

    expect(names()).not.toContain(oldest);
    expect(names()).toHaveLength(count);
    expect(Date.parse(first() ?? '')).toBe(
      Date.parse(firstBefore ?? '') + 3_600_000,
    );
  });

  it('do not expire while the store cannot be asked', () => {
    const simulation = simulate({
      schedule: { expression: '0 30 * * * *' },
      retention: '1d',
      ageHours: 100,
    });
    simulation.store.switch('off', simulation.now);
    const [oldest] = simulation.objects('Backup');
    simulation.pass(3_700);

    expect(simulation.objects('Backup')).toContainEqual(oldest);
  });

  it('are refused where the schedule names a method that is not set up', () => {
    const simulation = simulate({
      schedule: { expression: '0 */10 * * * *', method: 'barmanObjectStore' },
      backups: 'refused',
      ageHours: 0.1,
    }).pass(600);

    // Recording `no-archiver-backup`.
    expect(simulation.objects('Backup').at(-1)?.status).toEqual({
      phase: 'failed',
      method: 'barmanObjectStore',
      error:
        'cannot proceed with the backup as the cluster has no backup section',
      reconciliationTerminatedAt: '2026-11-20T12:10:00Z',
    });
  });

  it('leave a volume snapshot where they are snapshots', () => {
    const simulation = simulate({
      ...withoutSchedule,
      archiver: 'none',
      snapshots: true,
    });
    simulation.act(({ backups }) => backups.start(simulation.now));
    expect(simulation.objects('VolumeSnapshot')[0].status).toEqual({
      readyToUse: false,
    });

    expect(
      simulation.pass(12).objects('VolumeSnapshot')[0].status,
    ).toMatchObject({ readyToUse: true, restoreSize: '40Gi' });
  });

  it('cannot be asked for where nothing could take them', () => {
    const bare = simulate({ ...withoutSchedule, archiver: 'none' });
    expect(() => bare.database.backups.start(bare.now)).toThrow(
      'orders has neither an archiver nor volume snapshots, so nothing can take a backup of it',
    );

    const asleep = simulate({ ...withoutSchedule, hibernated: true });
    expect(() => asleep.database.backups.start(asleep.now)).toThrow(
      'orders does not run at present, so no backup can be taken of it',
    );
  });

  it('stand still where the schedule is suspended', () => {
    const simulation = simulate({
      schedule: { expression: '0 */10 * * * *', suspendedDaysAgo: 1 },
    });
    const { revision } = simulation;

    expect(simulation.pass(1_300).revision).toBe(revision);
  });
});
