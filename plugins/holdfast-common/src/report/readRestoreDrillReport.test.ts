import { readRestoreDrillReport } from './readRestoreDrillReport';

/** The figures of TestJSONReportStableShape in internal/reporter/json_test.go, RamazanKara/restore-drill at 4193f8d. */
const run = [
  {
    name: 'production-postgres',
    provider: 'postgres',
    status: 'pass',
    started_at: '2026-05-20T14:30:00Z',
    duration: '1.5s',
    duration_ms: 1500,
    backup_timestamp: '2026-05-20T12:00:00Z',
    backup_age: '2h0m9s',
    validation_passed: true,
    cleanup_skipped: true,
    target_id: 'pod/restore-drill-production-postgres',
    target_host: '127.0.0.1',
    target_ports: { '5432': 15432 },
    checks: [
      {
        name: 'users-exist',
        type: 'query',
        expected: '> 0',
        actual: '42',
        passed: true,
        duration: '25ms',
      },
    ],
  },
  {
    name: 'redis-cache',
    provider: 'redis',
    status: 'fail',
    started_at: '2026-05-20T14:31:00Z',
    duration: '900ms',
    duration_ms: 900,
    validation_passed: false,
    error: 'validate: key count below threshold',
    checks: [
      {
        name: 'keys-present',
        type: 'key_count',
        expected: '> 10',
        actual: '7',
        passed: false,
        duration: '10ms',
        error: 'expected > 10, got 7',
      },
    ],
  },
];

const database = {
  cluster: 'eu',
  namespace: 'shop',
  kind: 'StatefulSet.apps',
  name: 'orders',
};

describe('readRestoreDrillReport', () => {
  it('takes the result of the drill that is named', () => {
    const { report } = readRestoreDrillReport(run, {
      database,
      drill: 'production-postgres',
    });

    expect(report).toEqual({
      schemaVersion: 1,
      id: 'restore-drill:production-postgres:2026-05-20T14:30:00.000Z',
      database,
      purpose: 'drill',
      tool: 'restore-drill',
      backup: 'taken at 2026-05-20T12:00:00.000Z',
      startedAt: '2026-05-20T14:30:00.000Z',
      readyAt: '2026-05-20T14:30:01.500Z',
      endedAt: '2026-05-20T14:30:01.500Z',
      outcome: 'succeeded',
      checks: [
        { name: 'users-exist', passed: true, detail: '42, expected > 0' },
      ],
    });
  });

  it('takes a failed one, and what the webhook sends', () => {
    const { report } = readRestoreDrillReport(
      { timestamp: '2026-05-20T14:32:00Z', summary: {}, results: [run[1]] },
      { database },
    );

    expect(report).toMatchObject({
      outcome: 'failed',
      failure: 'validate: key count below threshold',
      checks: [
        {
          name: 'keys-present',
          passed: false,
          detail: 'expected > 10, got 7',
        },
      ],
    });
    expect(report).not.toHaveProperty('readyAt');
  });

  it('takes a restore for one though its target could not be removed', () => {
    // The removal is deferred in executeDrill, after validation_passed is set.
    const { report } = readRestoreDrillReport(
      [{ ...run[0], status: 'fail', error: 'destroy target: timeout' }],
      { database },
    );

    expect(report).toMatchObject({
      outcome: 'succeeded',
      failure: 'destroy target: timeout',
    });
  });

  it('takes a drill without checks, which Go writes as null', () => {
    const { report } = readRestoreDrillReport([{ ...run[0], checks: null }], {
      database,
    });
    expect(report).toMatchObject({ checks: [] });
  });

  it('keeps as many checks as 4 KiB hold, failed ones first', () => {
    const { report } = readRestoreDrillReport(
      [
        {
          ...run[0],
          checks: Array.from({ length: 40 }, (_, index) => ({
            name: `check-${index}`,
            actual: 'x'.repeat(500),
            passed: index !== 39,
          })),
        },
      ],
      { database },
    );
    expect(JSON.stringify(report).length).toBeLessThanOrEqual(4096);
    expect(report?.checks.length).toBeGreaterThan(10);
    expect(report?.checks[0]).toMatchObject({
      name: 'check-39',
      passed: false,
    });
  });

  it('keeps the failed ones of too many checks', () => {
    const { report } = readRestoreDrillReport(
      [
        {
          ...run[0],
          checks: Array.from({ length: 80 }, (_, index) => ({
            name: `check-${index}`,
            passed: index !== 79,
          })),
        },
      ],
      { database },
    );
    expect(report?.checks).toHaveLength(50);
    expect(report?.checks[0]).toEqual({ name: 'check-79', passed: false });
  });

  it.each([
    [
      'several drills and none named',
      run,
      { database },
      'drill: is missing: there are the results of 2 drills (production-postgres, redis-cache), and one has to be named',
    ],
    [
      'a drill that is not there',
      run,
      { database, drill: 'mysql' },
      'drill: "mysql" is the name of 0 results; there are production-postgres, redis-cache',
    ],
    [
      'no database',
      [run[0]],
      {},
      'database: is missing: the results of restore-drill do not say which database they are about',
    ],
    [
      'a status that is none',
      [{ ...run[0], status: 'ok' }],
      { database },
      'results[0].status: "ok" has to be pass or fail',
    ],
  ])('refuses %s', (_, value, context, message) => {
    const { problems } = readRestoreDrillReport(value, context);
    expect(
      problems?.map(problem => `${problem.field}: ${problem.message}`),
    ).toContainEqual(message);
  });
});
