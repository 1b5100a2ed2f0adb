import { describeMariaDb } from './__testUtils__/describe';
import {
  altered,
  backup,
  cronJob,
  job,
  mariadb,
  physicalBackup,
  snapshotBackup,
  volumeSnapshot,
} from './__testUtils__/objects';

const database = mariadb({ pitr: false });

function nightly(days: number) {
  return Array.from({ length: days }, (_, back) => {
    const day = `2026-02-${27 - back}`;
    return job({
      name: `physicalbackup-daily-${day.replaceAll('-', '')}000000`,
      startTime: `${day}T00:00:02Z`,
      completionTime: `${day}T00:02:10Z`,
    });
  });
}

describe('describeRuns', () => {
  it('takes the start of a job for the moment that it holds', () => {
    const { recoveryPoints } = describeMariaDb([
      database,
      physicalBackup,
      job(),
    ]);
    expect(recoveryPoints).toMatchObject([
      {
        method: 'mariadb-backup',
        startedAt: '2026-02-27T00:00:02Z',
        consistentAt: '2026-02-27T00:00:02Z',
        endedAt: '2026-02-27T00:02:10Z',
        needsWal: false,
        rollsForward: false,
        incarnation: 'current',
        evidence: {
          object: { kind: 'Job.batch' },
          field: '.status.conditions[?(@.type=="Complete")].status',
          value: 'True',
        },
      },
    ]);
  });

  it.each([
    ['running', job({ running: true }), 'running'],
    ['failed', job({ failed: 'backoff limit' }), 'failed'],
    [
      'suspended',
      altered(job(), {
        spec: { suspend: true },
        status: { conditions: [], startTime: undefined },
      }),
      'pending',
    ],
    [
      'complete without a start',
      altered(job(), { status: { startTime: undefined } }),
      'unknown',
    ],
  ])('does not take a job that is %s for a backup', (_, object, state) => {
    const { recoveryPoints, attempts } = describeMariaDb([
      database,
      physicalBackup,
      object,
    ]);
    expect(recoveryPoints).toEqual([]);
    expect(attempts).toMatchObject([{ state }]);
  });

  it('reads the snapshots of a PhysicalBackup', () => {
    const points = (object = volumeSnapshot) =>
      describeMariaDb([database, snapshotBackup, object]).recoveryPoints;
    expect(points()).toMatchObject([
      { method: 'volume-snapshot', consistentAt: '2026-02-27T03:00:02Z' },
    ]);
    expect(
      points(altered(volumeSnapshot, { status: { readyToUse: false } })),
    ).toEqual([]);
    const failed = altered(volumeSnapshot, {
      status: { readyToUse: false, error: { message: 'no space' } },
    });
    expect(
      describeMariaDb([database, snapshotBackup, failed]).attempts,
    ).toMatchObject([{ state: 'failed', error: { value: 'no space' } }]);
  });

  it('asks the CronJob where the job of its last run is gone', () => {
    expect(
      describeMariaDb([database, backup, cronJob]).recoveryPoints,
    ).toMatchObject([
      {
        object: { kind: 'CronJob.batch' },
        consistentAt: '2026-02-27T01:00:00Z',
        endedAt: '2026-02-27T01:00:40Z',
      },
    ]);
    const failed = altered(cronJob, {
      status: { lastScheduleTime: '2026-02-28T01:00:00Z' },
    });
    expect(describeMariaDb([database, backup, failed])).toMatchObject({
      recoveryPoints: [],
      attempts: [{ state: 'failed', startedAt: '2026-02-28T01:00:00Z' }],
    });
    const running = altered(failed, { status: { active: [{}] } });
    expect(describeMariaDb([database, backup, running])).toMatchObject({
      recoveryPoints: [],
      attempts: [],
    });
  });

  it('counts the last run of a CronJob once', () => {
    const shown = job({
      name: 'backup-scheduled-29536140',
      of: ['CronJob', 'backup-scheduled'],
      startTime: '2026-02-27T01:00:01Z',
      completionTime: '2026-02-27T01:00:40Z',
    });
    expect(
      describeMariaDb([database, backup, cronJob, shown]).recoveryPoints,
    ).toHaveLength(1);
  });

  it('knows what the next success deleted', () => {
    const short = altered(physicalBackup, { spec: { maxRetention: '47h' } });
    const expiries = describeMariaDb([
      database,
      short,
      ...nightly(4),
    ]).recoveryPoints.map(({ expiresAt }) => expiresAt);
    expect(expiries.filter(Boolean)).toHaveLength(2);
  });

  it('says how many backups show at most', () => {
    const limitOf = (object = physicalBackup) =>
      describeMariaDb([database, object]).stores[0].historyLimit?.value;
    // SuccessfulJobsHistoryLimit: "It defaults to 5"; of a CronJob, Kubernetes: 3.
    expect(limitOf()).toBe(5);
    expect(
      limitOf(
        altered(physicalBackup, { spec: { successfulJobsHistoryLimit: 9 } }),
      ),
    ).toBe(9);
    expect(limitOf(backup)).toBe(3);
    expect(limitOf(snapshotBackup)).toBeUndefined();
    expect(
      limitOf(altered(physicalBackup, { spec: { schedule: undefined } })),
    ).toBeUndefined();
  });
});
