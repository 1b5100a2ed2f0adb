import { KubernetesObject } from '../../engine';
import { judge, limits } from './__testUtils__/describe';
import {
  altered,
  backup,
  cronJob,
  job,
  mariadb,
  physicalBackup,
  pointInTimeRecovery,
} from './__testUtils__/objects';

const morning = new Date('2026-02-27T10:00:00Z');
const withoutArchive = [mariadb({ pitr: false }), physicalBackup, job()];
const withArchive = [mariadb(), physicalBackup, job(), pointInTimeRecovery];

function unread(kind: string, reason: 'forbidden' | 'absent' | 'not-in-input') {
  return { kind, reason, message: `${kind}: ${reason}` };
}

describe('a MariaDB with backups and no point-in-time recovery', () => {
  it('has lost what was written since its last backup began', () => {
    const assessment = judge(withoutArchive, { at: morning });
    expect(assessment.verdict).toBe('protected');
    expect(assessment.rpo.data).toMatchObject({
      basis: 'points',
      seconds: 10 * 3600 - 2,
      latestRestorable: '2026-02-27T00:00:02Z'.replace('Z', '.000Z'),
    });
    expect(assessment.window?.continuous).toBe(false);
  });

  it('misses an objective of an hour', () => {
    const assessment = judge(withoutArchive, { at: morning, tier: 'silver' });
    expect(assessment.verdict).toBe('at-risk');
    expect(limits(assessment)).toContain('objective/rpo-missed');
  });
});

describe('a MariaDB with point-in-time recovery', () => {
  it('can be restored to the moment that the status names', () => {
    const assessment = judge(withArchive);
    expect(assessment.verdict).toBe('protected');
    // 20:20:00 less lastRecoverableTime, 20:10:42.
    expect(assessment.rpo.data).toMatchObject({
      basis: 'measured',
      seconds: 558,
      latestRestorable: '2026-02-27T20:10:42.000Z',
    });
    expect(assessment.rpo.data.evidence).toContainEqual({
      object: {
        cluster: 'lab',
        kind: 'PointInTimeRecovery.k8s.mariadb.com',
        namespace: 'shop',
        name: 'pitr',
      },
      field: '.status.lastRecoverableTime',
      value: '2026-02-27T20:10:42Z',
    });
    expect(assessment.window).toMatchObject({
      from: '2026-02-27T00:00:02.000Z',
      continuous: true,
    });
    expect(judge(withArchive, { tier: 'gold' }).verdict).toBe('at-risk');
  });

  it('does not take the limit of an upload for that of what waits', () => {
    // archiveTimeout is 1h; nothing was archived since ten o'clock, and nobody says that nothing was written.
    const idle = altered(pointInTimeRecovery, {
      status: { lastRecoverableTime: '2026-02-27T10:00:00Z' },
    });
    const { rpo } = judge([mariadb(), physicalBackup, job(), idle]);
    expect(rpo.data.seconds).toBe(10 * 3600 + 20 * 60);
  });

  it('is not restorable by an upload that no base backup leads to', () => {
    // docs/pitr.md: a recreated object has lost its time; status.pointInTimeRecovery.lastArchivedTime stays.
    const recreated: KubernetesObject = {
      ...pointInTimeRecovery,
      status: {},
    };
    const { rpo } = judge([mariadb(), physicalBackup, job(), recreated]);
    expect(rpo.data).toMatchObject({
      basis: 'bounded',
      latestRestorable: '2026-02-27T00:00:02.000Z',
    });
  });

  it('does not roll a dump forward', () => {
    const dump = job({
      name: 'backup-scheduled-29536140',
      of: ['CronJob', 'backup-scheduled'],
      startTime: '2026-02-27T01:00:00Z',
    });
    const { rpo, window } = judge([
      mariadb(),
      pointInTimeRecovery,
      backup,
      cronJob,
      dump,
    ]);
    expect(rpo.data).toMatchObject({
      basis: 'points',
      latestRestorable: '2026-02-27T01:00:00.000Z',
    });
    expect(window?.continuous).toBe(false);
  });

  it('has a failing archive', () => {
    const failing = altered(mariadb(), {
      status: {
        conditions: [
          ...conditionsOf(mariadb()).filter(
            ({ type }) => type !== 'BinlogsArchived',
          ),
          {
            type: 'BinlogsArchived',
            status: 'False',
            reason: 'ArchiveBinlogsError',
            message:
              'Error archiving binlogs: binary log storage is not ready for archival. Archival must start from a clean state',
            lastTransitionTime: '2026-02-27T20:15:00Z',
          },
        ],
      },
    });
    const assessment = judge([
      failing,
      physicalBackup,
      job(),
      pointInTimeRecovery,
    ]);
    expect(assessment.verdict).toBe('at-risk');
    expect(
      assessment.findings.find(({ rule }) => rule === 'archiving/failing')
        ?.message,
    ).toMatch(/^Binary log cannot be archived.*clean state$/);
  });

  it('is unknown while nobody says whether it archives', () => {
    const silent = altered(mariadb(), {
      status: {
        conditions: conditionsOf(mariadb()).filter(
          ({ type }) => type !== 'BinlogsArchived',
        ),
      },
    });
    expect(
      judge([silent, physicalBackup, job(), pointInTimeRecovery]).verdict,
    ).toBe('unknown');
  });

  it('that is not there leaves the archive without a store', () => {
    const assessment = judge([mariadb(), physicalBackup, job()]);
    expect(assessment.verdict).toBe('at-risk');
    expect(limits(assessment)).toContain('store/missing');
  });
});

describe('a MariaDB without backups', () => {
  it('is unprotected', () => {
    expect(judge([mariadb({ pitr: false })]).verdict).toBe('unprotected');
  });

  it('is unknown when nobody could read whether there are any', () => {
    const both = [
      unread('Backup.k8s.mariadb.com', 'forbidden'),
      unread('PhysicalBackup.k8s.mariadb.com', 'forbidden'),
    ];
    expect(judge([mariadb({ pitr: false })], { unread: both }).verdict).toBe(
      'unknown',
    );
    expect(
      judge([mariadb({ pitr: false })], { unread: both.slice(1) }).verdict,
    ).toBe('unknown');
  });

  it('is unprotected where the API server knows no such kinds', () => {
    const absent = [
      unread('Backup.k8s.mariadb.com', 'absent'),
      unread('PhysicalBackup.k8s.mariadb.com', 'absent'),
      unread('PointInTimeRecovery.k8s.mariadb.com', 'absent'),
    ];
    expect(judge([mariadb({ pitr: false })], { unread: absent }).verdict).toBe(
      'unprotected',
    );
  });
});

describe('backups of a MariaDB', () => {
  it('are not proven by the condition of their order', () => {
    // Complete=True with JobComplete, and no job to show for it.
    expect(judge([mariadb({ pitr: false }), physicalBackup]).verdict).toBe(
      'unprotected',
    );
    // The operator writes status True with the reason JobFailed.
    const failed = altered(physicalBackup, {
      status: {
        conditions: [
          {
            type: 'Complete',
            status: 'True',
            reason: 'JobFailed',
            message: 'Failed',
            lastTransitionTime: '2026-02-27T00:05:00Z',
          },
        ],
      },
    });
    const assessment = judge([mariadb({ pitr: false }), failed]);
    expect(assessment.verdict).toBe('unprotected');
    expect(assessment.findings.map(({ rule }) => rule)).toContain(
      'base-backup/last-failed',
    );
  });

  it('are unknown when their jobs could not be read', () => {
    const assessment = judge([mariadb({ pitr: false }), physicalBackup], {
      unread: [unread('Job.batch', 'forbidden')],
    });
    expect(assessment.verdict).toBe('unknown');
  });

  it('are at risk when the last one failed', () => {
    const failed = job({
      name: 'physicalbackup-daily-20260227060000',
      startTime: '2026-02-27T06:00:00Z',
      completionTime: '2026-02-27T06:10:00Z',
      failed: 'Job has reached the specified backoff limit',
    });
    const assessment = judge([...withoutArchive, failed], { at: morning });
    expect(limits(assessment)).toContain('base-backup/last-failed');
    const repeated = job({
      name: 'physicalbackup-daily-20260227070000',
      startTime: '2026-02-27T07:00:00Z',
      completionTime: '2026-02-27T07:02:00Z',
    });
    expect(
      judge([...withoutArchive, failed, repeated], { at: morning }).verdict,
    ).toBe('protected');
  });

  it('are overdue when the operator has deleted the job that failed', () => {
    // By default failed jobs are deleted at once: lastScheduleTime goes on, and no job shows.
    const later = altered(physicalBackup, {
      status: { lastScheduleTime: '2026-02-28T00:00:00Z' },
    });
    const assessment = judge([mariadb({ pitr: false }), later, job()], {
      at: new Date('2026-02-28T00:20:00Z'),
    });
    expect(limits(assessment)).toContain('schedule/overdue');
  });

  it('are at risk when their schedule is suspended', () => {
    const suspended = altered(physicalBackup, {
      spec: { schedule: { cron: '0 0 * * *', suspend: true } },
    });
    const objects = [mariadb({ pitr: false }), suspended, job()];
    expect(limits(judge(objects, { at: morning }))).toEqual([
      'schedule/suspended',
    ]);
  });

  it('of some databases are not backups of the server', () => {
    // examples/manifests/backup_specific_databases.yaml
    const some = altered(backup, { spec: { databases: ['db1', 'db2'] } });
    const objects = [mariadb({ pitr: false }), some, cronJob];
    expect(judge(objects).verdict).toBe('unprotected');
    expect(limits(judge(objects))).toContain('base-backup/partial');
    expect(
      judge([mariadb({ pitr: false }), backup, cronJob], { at: morning })
        .verdict,
    ).toBe('protected');
  });

  it('in an emptyDir are gone with their pod', () => {
    const lost = altered(physicalBackup, {
      spec: { storage: { volume: { emptyDir: {} } } },
    });
    expect(judge([mariadb({ pitr: false }), lost, job()]).verdict).toBe(
      'unprotected',
    );
  });

  it('of an earlier MariaDB of that name do not count', () => {
    const anew = altered(mariadb({ pitr: false }), {
      metadata: { creationTimestamp: '2026-02-27T09:00:00Z' },
    });
    const assessment = judge([anew, physicalBackup, job()], { at: morning });
    expect(assessment.verdict).toBe('unprotected');
    expect(limits(assessment)).toContain('base-backup/other-incarnation');
  });

  it('of an external server of the same name are not this one’s', () => {
    // examples/manifests/backup_external.yaml
    const external = altered(physicalBackup, {
      spec: {
        mariaDbRef: { name: 'mariadb-repl', kind: 'ExternalMariaDB' },
      },
    });
    expect(judge([mariadb({ pitr: false }), external, job()]).verdict).toBe(
      'unprotected',
    );
  });
});

function conditionsOf({ status }: KubernetesObject) {
  const conditions = status?.conditions;
  return Array.isArray(conditions)
    ? conditions.filter(
        (condition): condition is { type: string } =>
          typeof condition === 'object' &&
          condition !== null &&
          'type' in condition,
      )
    : [];
}
