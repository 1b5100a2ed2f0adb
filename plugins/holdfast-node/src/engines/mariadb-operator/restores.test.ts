import { KubernetesObject } from '../../engine';
import { describeMariaDb, judge } from './__testUtils__/describe';
import {
  altered,
  backup,
  copy,
  cronJob,
  job,
  mariadb,
  physicalBackup,
  pointInTimeRecovery,
  restore,
} from './__testUtils__/objects';

const source = [mariadb(), physicalBackup, job(), pointInTimeRecovery];

function restoresOf(...objects: KubernetesObject[]) {
  return describeMariaDb([...source, ...objects]).restores;
}

describe('describeRestores', () => {
  it('takes a copy whose binary log was replayed for a proof', () => {
    expect(restoresOf(copy)).toMatchObject([
      {
        target: { name: 'mariadb-copy' },
        purpose: 'drill',
        recoveryTarget: '2026-02-26T12:00:00Z',
        startedAt: '2026-02-26T12:13:40Z',
        readyAt: '2026-02-26T12:16:40Z',
        state: 'succeeded',
      },
    ]);
    expect(judge([...source, copy]).verdict).toBe('proven');
  });

  it('waits for the binary log, and knows its failure', () => {
    const replay = (status: string, reason: string) =>
      altered(copy, {
        status: {
          conditions: [
            {
              type: 'BackupRestored',
              status: 'True',
              reason: 'RestorePhysicalBackup',
              lastTransitionTime: '2026-02-26T12:15:06Z',
            },
            {
              type: 'BinlogsReplayed',
              status,
              reason,
              lastTransitionTime: '2026-02-26T12:16:40Z',
            },
          ],
        },
      });
    expect(restoresOf(replay('False', 'ReplayBinlogs'))).toMatchObject([
      { state: 'running' },
    ]);
    expect(restoresOf(replay('False', 'ReplayBinlogsError'))).toMatchObject([
      { state: 'failed' },
    ]);
  });

  it('takes a copy of a backup, of whichever kind it is', () => {
    const from = (kind: string | undefined, name: string) =>
      altered(copy, {
        spec: { bootstrapFrom: { backupRef: { kind, name } } },
      });
    expect(
      restoresOf(from('PhysicalBackup', 'physicalbackup-daily')),
    ).toMatchObject([{ readyAt: '2026-02-26T12:15:06Z' }]);
    // A Backup of that name is another object.
    expect(restoresOf(from(undefined, 'physicalbackup-daily'))).toEqual([]);
  });

  // Both as 25.10.4 was seen to do it: `conformance/src/operators/mariadbOperator.test.ts`.
  it('waits for the server of a copy to run', () => {
    const withReady = (status: string, lastTransitionTime: string) =>
      altered(copy, {
        spec: {
          bootstrapFrom: {
            backupRef: {
              kind: 'PhysicalBackup',
              name: 'physicalbackup-daily',
            },
          },
        },
        status: {
          conditions: [
            {
              type: 'Ready',
              status,
              reason: 'StatefulSetNotReady',
              lastTransitionTime,
            },
            {
              type: 'BackupRestored',
              status: 'True',
              reason: 'RestorePhysicalBackup',
              lastTransitionTime: '2026-02-26T12:15:06Z',
            },
          ],
        },
      });
    expect(
      restoresOf(withReady('False', '2026-02-26T12:13:41Z')),
    ).toMatchObject([{ state: 'running' }]);
    // It was ready, and is no more.
    expect(
      restoresOf(withReady('False', '2026-02-27T03:00:00Z')),
    ).toMatchObject([{ state: 'succeeded', readyAt: '2026-02-26T12:15:06Z' }]);
  });

  it('takes BackupRestored of a dump for no proof: the operator says it of a job that failed as well', () => {
    const fromDump = (status: string) =>
      altered(copy, {
        spec: { bootstrapFrom: { backupRef: { name: backup.metadata.name } } },
        status: {
          conditions: [
            {
              type: 'BackupRestored',
              status,
              reason: 'RestoreBackup',
              lastTransitionTime: '2026-02-26T12:15:06Z',
            },
            {
              type: 'Ready',
              status: 'True',
              reason: 'StatefulSetReady',
              lastTransitionTime: '2026-02-26T12:15:07Z',
            },
          ],
        },
      });
    expect(restoresOf(backup, cronJob, fromDump('True'))).toEqual([]);
    expect(restoresOf(backup, cronJob, fromDump('False'))).toMatchObject([
      { state: 'running' },
    ]);
  });

  it('believes the reason of a Restore and not its status', () => {
    const dumps = [backup, cronJob];
    expect(restoresOf(...dumps, restore)).toMatchObject([
      {
        target: { name: 'mariadb-other' },
        state: 'succeeded',
        readyAt: '2026-02-25T09:04:00Z',
      },
    ]);
    const failed = altered(restore, {
      status: {
        conditions: [
          {
            type: 'Complete',
            status: 'True',
            reason: 'JobFailed',
            lastTransitionTime: '2026-02-25T09:04:00Z',
          },
        ],
      },
    });
    expect(restoresOf(...dumps, failed)).toMatchObject([{ state: 'failed' }]);
  });

  it('takes a part for no proof of the whole', () => {
    const one = altered(restore, { spec: { database: 'db1' } });
    expect(restoresOf(backup, cronJob, one)).toEqual([]);
    const some = altered(backup, { spec: { databases: ['db1'] } });
    expect(restoresOf(some, cronJob, restore)).toEqual([]);
  });

  it('knows a copy as one, and what it came from', () => {
    const described = describeMariaDb([...source, copy], {
      name: 'mariadb-copy',
    });
    expect(described.restoreCopy?.value).toBe('drill');
    expect(described.restoredFrom?.value).toBe('pitr');
    // The archive that it came from is not its own.
    expect(described.archiving.configured.value).toBe(false);
    expect(described.recoveryPoints).toEqual([]);
  });
});
