import { readReport, readReportAs, reportFormatOf } from './readReport';
import { restoreOf } from './restoreOf';
import { RestoreReport } from './RestoreReport';

const report: RestoreReport = {
  schemaVersion: 1,
  id: 'nightly-2026-11-20',
  database: {
    namespace: 'shop',
    kind: 'Cluster.postgresql.cnpg.io',
    name: 'orders',
  },
  purpose: 'drill',
  tool: 'pgBackRest',
  by: 'group:default/platform',
  backup: '20261120-020000F',
  recoveryTarget: '2026-11-20T01:00:00.000Z',
  startedAt: '2026-11-20T03:00:00.000Z',
  readyAt: '2026-11-20T03:10:00.000Z',
  endedAt: '2026-11-20T03:12:00.000Z',
  outcome: 'succeeded',
  checks: [{ name: 'orders-today', passed: true, detail: '4711 rows' }],
  bytes: 53_687_091_200,
};

const writtenAt = new Date('2026-11-20T03:13:00Z');

function problemsIn(value: unknown): string[] {
  const { problems = [] } = readReportAs('holdfast', value, { writtenAt });
  return problems.map(({ field, message }) => `${field}: ${message}`);
}

describe('readReport', () => {
  it('takes a report as it is', () => {
    expect(readReport(JSON.stringify(report), { writtenAt })).toEqual({
      report,
    });
  });

  it('writes times in UTC', () => {
    const { report: read } = readReportAs('holdfast', {
      ...report,
      startedAt: '2026-11-20T04:00:00+01:00',
    });
    expect(read?.startedAt).toBe('2026-11-20T03:00:00.000Z');
  });

  it('fills in the cluster that it was found in', () => {
    const { report: read } = readReport(JSON.stringify(report), {
      database: { cluster: 'eu' },
    });
    expect(read?.database.cluster).toBe('eu');
  });

  it('names each field that is wrong, its value and what would be right', () => {
    expect(
      problemsIn({
        ...report,
        schemaVersion: '1',
        id: 'the night of 20',
        database: { namespace: 'Shop', kind: 'cluster', cluser: 'eu' },
        purpose: 'test',
        tool: '',
        outcome: 'ok',
        checks: [{ name: 'a', passed: 'yes' }, 'b'],
        bytes: -1,
        started: '2026-11-20',
      }),
    ).toMatchInlineSnapshot(`
      [
        "started: "2026-11-20" is a field that is not known here; there are schemaVersion, id, database, purpose, tool, by, backup, target, recoveryTarget, startedAt, readyAt, endedAt, outcome, failure, checks, bytes",
        "schemaVersion: "1" has to be 1",
        "outcome: "ok" has to be succeeded or failed",
        "purpose: "test" has to be drill or restore",
        "id: "the night of 20" has to begin with a letter or digit and to go on with those and . _ : / @ + -",
        "database.cluser: "eu" is a field that is not known here; there are cluster, namespace, kind, name, uid",
        "database.namespace: "Shop" has to be the name of a Kubernetes object",
        "database.kind: "cluster" has to be a kind with its group, such as Cluster.postgresql.cnpg.io",
        "database.name: is missing",
        "tool: "" is missing",
        "checks[1]: "b" has to be a JSON object",
        "checks[0].passed: "yes" has to be true or false",
        "bytes: "-1" has to be a number of bytes, 0 or more",
      ]
    `);
  });

  it.each([
    [
      'an end before its beginning',
      { readyAt: '2026-11-20T02:59:59Z' },
      'readyAt: "2026-11-20T02:59:59.000Z" has to be after startedAt, 2026-11-20T03:00:00.000Z',
    ],
    [
      'an end before it was ready',
      { endedAt: '2026-11-20T03:09:00Z' },
      'endedAt: "2026-11-20T03:09:00.000Z" has to be after readyAt, 2026-11-20T03:10:00.000Z',
    ],
    [
      'a restore to a moment that was still to come',
      { recoveryTarget: '2026-11-20T03:00:01Z' },
      'recoveryTarget: "2026-11-20T03:00:01.000Z" has to be before startedAt, 2026-11-20T03:00:00.000Z: nothing is restored to a moment that is still to come',
    ],
    [
      'an end that is still to come',
      { endedAt: '2026-11-20T03:18:01Z' },
      'endedAt: "2026-11-20T03:18:01.000Z" is later than the report, which was written at 2026-11-20T03:13:00.000Z; only what has ended is reported',
    ],
    [
      'a success without an end',
      { readyAt: undefined, endedAt: undefined },
      'readyAt: is missing: a restore that succeeded was ready at some time',
    ],
    [
      'a time without a zone',
      { startedAt: '2026-11-20T03:00:00' },
      'startedAt: "2026-11-20T03:00:00" has to be a time with its zone, such as 2026-11-20T10:00:00Z',
    ],
  ])('refuses %s', (_, change, problem) => {
    expect(problemsIn({ ...report, ...change })).toEqual([problem]);
  });

  it('allows clocks to differ by 5 min', () => {
    expect(problemsIn({ ...report, endedAt: '2026-11-20T03:18:00Z' })).toEqual(
      [],
    );
  });

  it.each([[null], [[]], ['{}'], [7], [undefined]])(
    'refuses %p, which is no object',
    value => {
      expect(problemsIn(value)).not.toEqual([]);
    },
  );

  it('refuses more than a termination message can hold', () => {
    expect(problemsIn({ ...report, failure: 'x'.repeat(4096) })).toEqual([
      expect.stringMatching(/^report: has \d+ bytes; it may have 4096$/),
    ]);
  });

  it('says of a text that was cut why it is no JSON', () => {
    const cut = JSON.stringify({ ...report, failure: 'x'.repeat(9999) });
    const { problems } = readReport(cut.slice(0, 4096));
    expect(problems?.[0].message).toContain('ends after 4096 bytes');
    expect(readReport('done').problems?.[0].message).toBe('"done" is no JSON');
  });

  it('tells formats apart', () => {
    expect(reportFormatOf(report)).toBe('holdfast');
    expect(reportFormatOf([])).toBe('restore-drill');
    expect(reportFormatOf({ results: [] })).toBe('restore-drill');
    expect(reportFormatOf({ source: 'a/b', status: 'passed' })).toBe(
      'cnpg-drill',
    );
  });
});

describe('restoreOf', () => {
  it('makes a restore of it that says where it was read', () => {
    const foundIn = {
      cluster: 'eu',
      kind: 'ConfigMap',
      namespace: 'shop',
      name: 'drill-20',
    };
    expect(
      restoreOf(report, { cluster: 'eu', foundIn, field: ".data['drill']" }),
    ).toMatchObject({
      id: 'nightly-2026-11-20',
      origin: 'reported',
      state: 'succeeded',
      readyAt: '2026-11-20T03:10:00.000Z',
      target: foundIn,
      evidence: {
        object: foundIn,
        field: ".data['drill']",
        value: 'succeeded',
      },
    });
  });

  it('takes the end for the time when it was ready, where that is not told', () => {
    const { readyAt, ...rest } = report;
    expect(restoreOf(rest, { cluster: 'eu' })).toMatchObject({
      state: 'succeeded',
      readyAt: rest.endedAt,
    });
    expect(
      restoreOf({ ...rest, outcome: 'failed' }, { cluster: 'eu' }),
    ).not.toHaveProperty('readyAt');
  });

  it('takes a restore with a check that did not pass for a failed one, whatever it says', () => {
    expect(
      restoreOf(
        { ...report, checks: [{ name: 'orders-today', passed: false }] },
        { cluster: 'eu' },
      ),
    ).toMatchObject({
      state: 'failed',
      failure: 'The check "orders-today" did not pass',
    });
  });
});
