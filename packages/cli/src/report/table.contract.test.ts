import { createMockDirectory } from '@backstage/backend-test-utils';
import { holdfast } from '../__testUtils__/holdfast';
import {
  bareCluster,
  cluster,
  documents,
  objectStore,
  scheduledBackup,
  secret,
} from '../__testUtils__/manifests';
import { listOf, readRecording } from '../__testUtils__/recordings';

jest.setTimeout(60_000);

const directory = createMockDirectory();
const cwd = directory.path;

beforeEach(() => directory.clear());

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
      'error: broken.yaml:1: is no YAML: the indentation does not fit what is around it, or a bracket is missing\n',
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
