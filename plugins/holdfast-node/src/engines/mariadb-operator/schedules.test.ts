import { describeMariaDb, judge, limits } from './__testUtils__/describe';
import {
  altered,
  backup,
  cronJob,
  job,
  mariadb,
  physicalBackup,
} from './__testUtils__/objects';

const database = mariadb({ pitr: false });

describe('the schedules of a MariaDB', () => {
  it('are kept by the operator for a PhysicalBackup, and by a CronJob for a Backup', () => {
    const zoned = altered(backup, { spec: { timeZone: 'Europe/Berlin' } });
    expect(
      describeMariaDb([database, physicalBackup, zoned, cronJob]).schedules,
    ).toMatchObject([
      {
        object: { name: 'physicalbackup-daily' },
        dialect: 'mariadb-operator',
        immediate: true,
        lastScheduledAt: { value: '2026-02-27T00:00:00Z' },
      },
      {
        object: { name: 'backup-scheduled' },
        dialect: 'kubernetes',
        timeZone: 'Europe/Berlin',
        immediate: false,
        lastScheduledAt: {
          value: '2026-02-27T01:00:00Z',
          evidence: { object: { kind: 'CronJob.batch' } },
        },
      },
    ]);
  });

  it('are none for what is carried out once or on demand', () => {
    const once = altered(physicalBackup, { spec: { schedule: undefined } });
    const onDemand = altered(physicalBackup, {
      spec: { schedule: { onDemand: '1' } },
    });
    expect(describeMariaDb([database, once]).schedules).toEqual([]);
    expect(describeMariaDb([database, onDemand]).schedules).toEqual([]);
  });

  it.each([physicalBackup, backup])('are refused for @daily', order => {
    const daily = altered(order, { spec: { schedule: { cron: '@daily' } } });
    expect(limits(judge([database, daily, cronJob, job()]))).toContain(
      'schedule/refused',
    );
  });
});
