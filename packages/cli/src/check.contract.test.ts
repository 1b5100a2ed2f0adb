import { PassThrough, Readable } from 'node:stream';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { checkJson, holdfast } from './__testUtils__/holdfast';
import {
  bareCluster,
  cluster,
  documents,
  objectStore,
  password,
  scheduledBackup,
  secret,
} from './__testUtils__/manifests';
import { schemaProblems } from './__testUtils__/schemaProblems';
import { run } from './run';

jest.setTimeout(60_000);

const directory = createMockDirectory();
const cwd = directory.path;

const arrangement = {
  'db.yaml': documents(cluster, scheduledBackup, objectStore),
};

beforeEach(() => directory.clear());

describe('manifests of one name in several files', () => {
  it('are each judged, with what stands beside them', async () => {
    directory.setContent({
      'a.yaml': cluster.replace(/ {2}plugins:[^]*/, ''),
      'b.yaml': documents(cluster, scheduledBackup, objectStore),
    });
    const { code, report } = await checkJson(['.', '--complete'], { cwd });
    expect(code).toBe(2);
    expect(
      report.databases.map(({ file, predicted }) => [file, predicted?.verdict]),
    ).toEqual([
      ['a.yaml', 'unprotected'],
      ['b.yaml', 'protected'],
    ]);
    expect(report.errors).toMatchObject([
      {
        file: 'b.yaml',
        line: 1,
        message: expect.stringContaining('occurs again, after a.yaml:1'),
      },
    ]);
  });
});

describe('manifests', () => {
  it('get no verdict but a prediction', async () => {
    directory.setContent(arrangement);
    const { code, report, stderr } = await checkJson(['.'], { cwd });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(schemaProblems(report)).toEqual([]);
    const [database] = report.databases;
    expect(database).toMatchObject({
      id: 'input/shop/Cluster.postgresql.cnpg.io/orders',
      engine: 'postgresql',
      cluster: 'input',
      namespace: 'shop',
      group: 'postgresql.cnpg.io',
      kind: 'Cluster',
      name: 'orders',
      file: 'db.yaml',
      line: 1,
      basis: 'declared',
      verdict: 'unknown',
      // archive_timeout is 5 min unless it is set (pkg/postgres/configuration.go); replicas stand in other zones.
      predicted: {
        verdict: 'protected',
        instance: { rpoSeconds: 300, rtoSeconds: 120 },
        zone: { rpoSeconds: 300, rtoSeconds: 120 },
        region: {},
        // 120 s + 20 GiB / 100 MiB/s + two days of 16 MiB per 300 s / 50 MiB/s.
        data: { rpoSeconds: 300, rtoSeconds: Math.round(120 + 204.8 + 184.32) },
      },
      findings: [],
    });
    expect(database).not.toHaveProperty('attainedRpoSeconds');
  });

  it('that keep nothing elsewhere need no other kind to be unprotected', async () => {
    directory.setContent({ 'db.yaml': bareCluster });
    const { code, report } = await checkJson(['db.yaml'], { cwd });
    expect(code).toBe(1);
    expect(schemaProblems(report)).toEqual([]);
    expect(report.databases[0]).toMatchObject({
      verdict: 'unprotected',
      predicted: { verdict: 'unprotected' },
    });
    expect(report.databases[0].findings[0]).toMatchObject({
      rule: 'archiving/not-configured',
      severity: 'critical',
      message: expect.stringContaining(
        'Backups by other tools are not among the facts',
      ),
    });
  });

  it('without a kind leave open what hangs on it, unless they are complete', async () => {
    directory.setContent({ 'db.yaml': cluster, 'store.yaml': objectStore });
    const open = await checkJson(['.'], { cwd });
    expect(open.code).toBe(0);
    expect(open.report.databases[0]).toMatchObject({
      verdict: 'unknown',
      predicted: { verdict: 'unknown' },
      findings: [
        {
          rule: 'facts/missing',
          message: expect.stringContaining(
            'ScheduledBackup.postgresql.cnpg.io does not occur in the input',
          ),
        },
      ],
    });
    const complete = await checkJson(['.', '--complete'], { cwd });
    expect(complete.code).toBe(1);
    expect(complete.report.databases[0]).toMatchObject({
      verdict: 'unprotected',
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'base-backup/never-taken' }),
      ]),
    });
  });

  it('are not complete when something of them is hidden', async () => {
    directory.setContent({
      'db.yaml': documents(cluster, objectStore, 'kind: ScheduledBackup: {\n'),
    });
    const { code, report } = await checkJson(['.', '--complete'], { cwd });
    expect(code).toBe(2);
    expect(report.databases[0].verdict).toBe('unknown');
  });

  it('are held to an objective', async () => {
    directory.setContent(arrangement);
    const { code, report } = await checkJson(['.', '--objective', 'rpo=1m'], {
      cwd,
    });
    expect(code).toBe(1);
    expect(schemaProblems(report)).toEqual([]);
    expect(report.databases[0]).toMatchObject({
      predicted: { verdict: 'at-risk' },
      objective: {
        data: { rpoSeconds: 60 },
        origins: { 'rpo.data': { level: 'entity', reference: '--objective' } },
      },
      findings: [{ rule: 'objective/rpo-missed', severity: 'critical' }],
    });
    const byVerdict = ['.', '--objective', 'rto=5m', '--fail-on', 'at-risk'];
    expect((await holdfast(['check', ...byVerdict], { cwd })).code).toBe(1);
    const never = ['.', '--objective', 'rpo=1m', '--fail-on', 'none'];
    expect((await holdfast(['check', ...never], { cwd })).code).toBe(0);
  });

  it('find their objective in the catalog entity beside them', async () => {
    directory.setContent({
      ...arrangement,
      'catalog-info.yaml': [
        'apiVersion: backstage.io/v1alpha1',
        'kind: Resource',
        'metadata:',
        '  name: orders-database',
        '  annotations:',
        '    holdfast.io/cluster: production',
        '    holdfast.io/namespace: shop',
        '    holdfast.io/kind: Cluster.postgresql.cnpg.io',
        '    holdfast.io/name: orders',
        '    holdfast.io/rpo: 1m',
      ].join('\n'),
    });
    const { report } = await checkJson(['.'], { cwd });
    expect(report.databases[0].objective).toMatchObject({
      data: { rpoSeconds: 60 },
      origins: {
        'rpo.data': { reference: 'resource:default/orders-database' },
      },
    });
  });
});

describe('exit code 2', () => {
  it('goes before findings, and the rest is judged', async () => {
    directory.setContent({
      'a.yaml': documents(bareCluster, 'spec: "open\n', cluster),
      'b.json': '{"kind": "Cluster", ',
      'c.yaml': 'hello: world\n',
      'd.yaml': cluster.replace('/v1', '/v2').replace('orders', 'later'),
      'e.yaml': documents('{{- if .Values.enabled }}\n'),
      'f.yaml': secret.replace(password, `"${password}`),
    });
    const { code, report, stdout } = await checkJson(['.', 'nothing.yaml'], {
      cwd,
    });
    expect(code).toBe(2);
    expect(schemaProblems(report)).toEqual([]);
    expect(report.databases.map(({ name }) => name)).toEqual([
      'scratch',
      'orders',
    ]);
    expect(
      report.errors.map(({ file, line }) => `${file}:${line ?? ''}`),
    ).toEqual([
      'nothing.yaml:',
      'a.yaml:11',
      'b.json:1',
      'c.yaml:1',
      'd.yaml:1',
      'e.yaml:1',
      'f.yaml:7',
    ]);
    expect(stdout).not.toContain(password);
  });

  it.each([
    [[], 'nothing to check'],
    [['.', '-o', 'xml'], 'Allowed choices are table, json, sarif'],
    [['.', '--fail-on', 'proven'], 'Allowed choices are critical, warning'],
    [['.', '--objective', 'rpo=5'], "--objective rpo=5: '5' is not a duration"],
    [['.', '--now', 'noon'], '--now noon is no time'],
    [
      ['.', '--config', 'none.yaml'],
      '--config none.yaml: there is no such file',
    ],
    [['.', '--colour'], "unknown option '--colour'"],
    [['.', '--context'], "'--context <name>' argument missing"],
  ])('for %j, saying what would be right', async (args, message) => {
    let stderr = '';
    const code = await run(['check', ...args], {
      stdin: Readable.from([]),
      stdout: new PassThrough(),
      stderr: new PassThrough().on('data', text => {
        stderr += text;
      }),
    });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(code).toBe(2);
  });

  it.each([
    [['--context', 'nobody'], 'there is no kubeconfig'],
    [['--kubeconfig', 'none'], 'none cannot be read as a kubeconfig'],
  ])('for %j, since there is no such cluster', async (args, message) => {
    const { code, stderr } = await holdfast(['check', ...args], { cwd });
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it('for an unknown command', async () => {
    const { code, stderr } = await holdfast(['chek']);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean check?');
  });
});

it('helps, and says its version', async () => {
  const help = await holdfast(['check', '--help']);
  expect(help.code).toBe(0);
  expect(help.stdout).toContain('Exit codes: 0 nothing found');
  const version = await holdfast(['--version']);
  expect(version).toMatchObject({ code: 0, stdout: '0.1.0\n' });
});
