import { createMockDirectory } from '@backstage/backend-test-utils';
import { SimulatedCluster } from '@holdfast/demo';
import { checkJson } from './__testUtils__/holdfast';
import { kubeconfigOf, startLabCluster } from './__testUtils__/labCluster';
import { readRecording } from './__testUtils__/recordings';

jest.setTimeout(60_000);

const directory = createMockDirectory();
const { objects, recordedAt } = readRecording('healthy-one-instance');
let cluster: SimulatedCluster;

beforeAll(async () => {
  cluster = await startLabCluster(objects);
  directory.setContent({ config: JSON.stringify(kubeconfigOf(cluster)) });
});

afterAll(() => cluster.stop());

it('reads the contexts that are named, and says what is wrong with others', async () => {
  const { code, report } = await checkJson([
    ...['--kubeconfig', directory.resolve('config'), '--now', recordedAt],
    ...['lab', 'other', 'nobody'].flatMap(name => ['--context', name]),
  ]);
  expect(code).toBe(2);
  expect(report.databases).toMatchObject([
    {
      id: 'lab/default/Cluster.postgresql.cnpg.io/orders',
      cluster: 'lab',
      basis: 'observed',
      verdict: 'protected',
    },
  ]);
  expect(report.databases[0]).not.toHaveProperty('file');
  expect(report.errors).toMatchObject([
    {
      file: 'context other',
      message: expect.stringContaining("needs a cluster 'nowhere'"),
    },
    {
      file: 'context nobody',
      message: expect.stringContaining(
        "has no context 'nobody'; there are: 'lab', 'other'",
      ),
    },
  ]);
});

it('finds the kubeconfig as kubectl does, and leaves open what it may not read', async () => {
  const allow = cluster.faults.inject({
    kind: 'forbid',
    resource: 'backups.postgresql.cnpg.io',
  });
  const { code, report } = await checkJson(
    ['--context', 'lab', '--now', recordedAt],
    { env: { KUBECONFIG: directory.resolve('config') } },
  );
  allow();
  expect(code).toBe(0);
  expect(report.errors).toEqual([]);
  expect(report.databases[0].verdict).toBe('unknown');
  expect(report.databases[0].findings).toContainEqual(
    expect.objectContaining({
      rule: 'facts/missing',
      message: expect.stringMatching(
        /^Backup\.postgresql\.cnpg\.io may not be read, .*is forbidden/,
      ),
    }),
  );
});

it('quotes nothing of a kubeconfig that is broken', async () => {
  const file = directory.resolve('config');
  const text = JSON.stringify(kubeconfigOf(cluster, 'stolen-token'));
  directory.addContent({ config: text.replace(/\}$/, '') });
  const { code, stdout, stderr } = await checkJson(['--kubeconfig', file]);
  expect(code).toBe(2);
  expect(stdout).toContain(`${file} cannot be read as a kubeconfig`);
  expect(stdout + stderr).not.toContain('stolen-token');
});
