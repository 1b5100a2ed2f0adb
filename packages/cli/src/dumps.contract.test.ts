import { utimesSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { checkJson } from './__testUtils__/holdfast';
import { listOf, readRecording } from './__testUtils__/recordings';
import { schemaProblems } from './__testUtils__/schemaProblems';

jest.setTimeout(60_000);

const directory = createMockDirectory();
const cwd = directory.path;

beforeEach(() => directory.clear());

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
    expect(schemaProblems(report)).toEqual([]);
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
