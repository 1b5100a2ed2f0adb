import { utimesSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { toBeValidSarifLog } from '@microsoft/jest-sarif';
import Ajv, { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import checkSchema from '../schema/check.schema.json';
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
import { listOf, readRecording } from './__testUtils__/recordings';
import { run } from './run';

jest.setTimeout(60_000);

const directory = createMockDirectory();
const cwd = directory.path;

function compile(schema: object): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  return ajv.compile(schema);
}

const isReport = compile(checkSchema);
/** Holds it to the schema of OASIS. */
expect.extend({ toBeValidSarifLog });

function expectValid(validate: ValidateFunction, value: unknown) {
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}

const arrangement = {
  'db.yaml': documents(cluster, scheduledBackup, objectStore),
};

beforeEach(() => directory.clear());

describe('manifests', () => {
  it('get no verdict but a prediction', async () => {
    directory.setContent(arrangement);
    const { code, report, stderr } = await checkJson(['.'], { cwd });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expectValid(isReport, report);
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
    expectValid(isReport, report);
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
    expectValid(isReport, report);
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

describe('what real operators wrote', () => {
  // What a DBA would say of each: conformance/recordings/README.md.
  it.each([
    ['healthy-one-instance', 0, 'protected', 'restore/never'],
    ['first-backup-missing', 1, 'unprotected', 'base-backup/none'],
    ['no-archiver', 1, 'unprotected', 'archiving/not-configured'],
    ['store-gone', 1, 'at-risk', 'archiving/failing'],
    ['store-missing', 1, 'unprotected', 'base-backup/none'],
  ])('%s', async (state, expectedCode, verdict, rule) => {
    const { list, recordedAt } = readRecording(state);
    const { code, report, stderr } = await checkJson(
      ['-', '--complete', '--now', recordedAt],
      { stdin: list },
    );
    expect(stderr).toBe('');
    expectValid(isReport, report);
    expect(report.now).toBe(new Date(recordedAt).toISOString());
    expect(report.databases).toHaveLength(1);
    expect(report.databases[0]).toMatchObject({
      basis: 'observed',
      verdict,
      file: 'stdin',
    });
    expect(report.databases[0]).not.toHaveProperty('predicted');
    expect(report.databases[0].findings[0].rule).toBe(rule);
    expect(code).toBe(expectedCode);
  });

  it('is unknown where the kinds that decide are not in the input', async () => {
    const { objects, recordedAt } = readRecording('healthy-one-instance');
    const only = (...kinds: string[]) =>
      listOf(objects.filter(({ kind }) => kinds.includes(kind ?? '')));
    const { code, report } = await checkJson(['-', '--now', recordedAt], {
      stdin: only('Cluster', 'ObjectStore'),
    });
    expect(code).toBe(0);
    expect(report.databases[0].verdict).toBe('unknown');
    const { report: whole } = await checkJson(['-', '--now', recordedAt], {
      stdin: only('Cluster', 'ObjectStore', 'Backup', 'ScheduledBackup'),
    });
    expect(whole.databases[0]).toMatchObject({
      verdict: 'protected',
      // archive_timeout of the lab's clusters.
      attainedRpoSeconds: 30,
      rpoBasis: 'bounded',
      window: { continuous: true },
    });
  });

  it('of two clusters that write to one path is told of with both', async () => {
    const { list, recordedAt } = readRecording('two-clusters-one-path');
    const { report } = await checkJson(['-', '--now', recordedAt], {
      stdin: list,
    });
    const rules = report.databases.map(({ name, findings }) => [
      name,
      findings.some(({ rule }) => rule === 'store/shared-path'),
    ]);
    expect(rules).toEqual([
      ['orders', true],
      ['twin', true],
    ]);
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
    expectValid(isReport, report);
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
    [['--context', 'nobody'], "has no context 'nobody'"],
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

describe('SARIF', () => {
  it('is what its schema says, and points at the lines', async () => {
    directory.setContent({
      deploy: {
        'db.yaml': documents(secret, bareCluster),
        'broken file.yaml': 'a: [\n',
        'mkdocs.yml': '',
      },
    });
    const { code, stdout } = await holdfast(
      ['check', 'deploy', '-o', 'sarif'],
      { cwd },
    );
    expect(code).toBe(2);
    const log = JSON.parse(stdout);
    expect(log).toBeValidSarifLog();
    const [sarif] = log.runs;
    expect(sarif.results[0]).toMatchObject({
      ruleId: 'archiving/not-configured',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'deploy/db.yaml' },
            // .spec, since .spec.plugins is what is not there.
            region: { startLine: 14 },
          },
          logicalLocations: [
            {
              fullyQualifiedName:
                'input/shop/Cluster.postgresql.cnpg.io/scratch',
            },
          ],
        },
      ],
    });
    expect(sarif.tool.driver.rules[sarif.results[0].ruleIndex].id).toBe(
      'archiving/not-configured',
    );
    expect(sarif.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          level: 'error',
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'deploy/broken%20file.yaml' },
                region: { startLine: 1 },
              },
            },
          ],
        },
        { level: 'note' },
      ],
    });
  });

  it('is whole without any finding', async () => {
    directory.setContent(arrangement);
    const { code, stdout } = await holdfast(['check', '.', '-o', 'sarif'], {
      cwd,
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toBeValidSarifLog();
  });
});

describe('the table', () => {
  it('is aligned, without colours where nobody sees them, and names the places', async () => {
    directory.setContent({
      'db.yaml': documents(
        bareCluster.replace(
          'name: scratch',
          `name: ${'very-long-name-'.repeat(4)}x`,
        ),
        cluster,
        scheduledBackup,
        objectStore,
      ),
      'broken.yaml': 'a: [\n',
    });
    const { stdout, stderr, code } = await holdfast(['check', '.'], { cwd });
    expect(code).toBe(2);
    const lines = stdout.split('\n');
    const long = `shop/${'very-long-name-'.repeat(4)}x`;
    const gap = ' '.repeat(long.length - 'DATABASE'.length);
    const rest = ' '.repeat(long.length - 'shop/orders'.length);
    expect(lines.slice(0, 3)).toEqual([
      `VERDICT      PREDICTED    DATABASE${gap}  RPO / OBJECTIVE  RTO / OBJECTIVE   FINDINGS`,
      `Unprotected  Unprotected  ${long}  ? / 1 d          ? / 1 d           1 critical`,
      `Unknown      Protected    shop/orders${rest}  5 min / 1 d      8 min 29 s / 1 d  none`,
    ]);
    expect(lines).toContain('  critical archiving/not-configured (db.yaml:6)');
    expect(lines).toContain('  zone        5 min / 1 d      2 min / 1 d');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain(
      '2 databases: 1 unprotected, 1 unknown. 1 of them at or beyond --fail-on critical. 1 problem with the input',
    );
    expect(stderr).toBe(
      'error: broken.yaml:1 is no YAML: the indentation does not fit what is around it, or a bracket is missing\n',
    );
  });

  it('lets nothing in the input move the cursor', async () => {
    const { objects, recordedAt } = readRecording('store-gone');
    const text = listOf(objects).replaceAll(
      'exit status 4',
      '\\u001b[2Jgone\\nnew line',
    );
    const { stdout } = await holdfast(['check', '-', '--now', recordedAt], {
      stdin: text,
    });
    expect(stdout).toContain('[2Jgone new line');
    expect(stdout).not.toContain('\u001b');
  });

  it('says when there is no database', async () => {
    directory.setContent({ 'a.yaml': secret });
    const { stdout, code } = await holdfast(['check', '.'], { cwd });
    expect(stdout).toBe('No database that Holdfast knows is in the input.\n');
    expect(code).toBe(0);
  });
});

it('says that an old dump is judged as if it were current', async () => {
  const { list, recordedAt } = readRecording('healthy-one-instance');
  directory.setContent({ 'dump.json': list });
  const then = new Date(Date.now() - 3 * 86_400_000);
  utimesSync(directory.resolve('dump.json'), then, then);
  const { report } = await checkJson(['dump.json'], { cwd });
  expect(report.notices).toEqual([
    {
      file: 'input',
      message: expect.stringContaining(
        `was written 3 d ago and is judged as if it were current: give the time of the dump with --now ${then
          .toISOString()
          .slice(0, 16)}`,
      ),
    },
  ]);
  const fixed = await checkJson(['dump.json', '--now', recordedAt], { cwd });
  expect(fixed.report.notices).toEqual([]);
});
