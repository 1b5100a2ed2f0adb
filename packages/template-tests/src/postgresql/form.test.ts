import { parseObjects } from '../objects';
import { RenderedRepository, TemplateUnderTest } from '../TemplateUnderTest';
import { leastAnswers } from './choices';

jest.setTimeout(60_000);

let template: TemplateUnderTest;
beforeAll(async () => {
  template = await TemplateUnderTest.start('postgresql');
});
afterAll(async () => {
  await template?.stop();
});

function manifest(repository: RenderedRepository, path: string) {
  const [object] = parseObjects(repository.files.get(path) ?? '');
  return object;
}

describe('the form of the PostgreSQL template', () => {
  it.each([
    ['gold', 3, '50Gi', '30d', 'any', '120s'],
    ['silver', 2, '20Gi', '14d', undefined, '300s'],
    ['bronze', 1, '10Gi', '7d', undefined, '300s'],
  ])(
    'fills in what belongs to the tier %s',
    async (tier, instances, size, retention, method, archiveTimeout) => {
      const repository = await template.render({ ...leastAnswers, tier });
      const { spec } = manifest(repository, 'base/cluster.yaml');
      expect(spec).toMatchObject({ instances, storage: { size } });
      expect(spec.postgresql.synchronous?.method).toBe(method);
      // Two fifths of the recovery point objective, and never longer than PostgreSQL's usual 5 min.
      expect(spec.postgresql.parameters.archive_timeout).toBe(archiveTimeout);
      expect(
        manifest(repository, 'base/object-store.yaml').spec.retentionPolicy,
      ).toBe(retention);
    },
  );

  it.each([
    ['github.com', 'publish-github', '.github/workflows/validate.yaml'],
    ['gitlab.com', 'publish-gitlab', '.gitlab-ci.yml'],
    ['git.example', 'publish-gitea', '.github/workflows/validate.yaml'],
  ])(
    'publishes to the kind of host that %s is',
    async (host, step, pipeline) => {
      const { steps, files } = await template.render({
        ...leastAnswers,
        repoUrl: `${host}?owner=shop&repo=orders`,
      });
      expect(steps.filter(id => id.startsWith('publish-'))).toEqual([step]);
      expect(
        ['.github/workflows/validate.yaml', '.gitlab-ci.yml'].filter(path =>
          files.has(path),
        ),
      ).toEqual([pipeline]);
    },
  );

  it.each([
    ['a name that is too long', { name: 'a'.repeat(41) }, 'name'],
    ['a name with capitals', { name: 'Orders' }, 'name'],
    [
      'a quantity that Kubernetes does not know',
      { dataSize: '1.5GB' },
      'dataSize',
    ],
    ['a WAL volume without a unit', { walSize: '10' }, 'walSize'],
    [
      'a schedule of five fields',
      { backupSchedule: '0 2 * * *' },
      'backupSchedule',
    ],
    [
      'a schedule of four fields',
      { backupSchedule: '0 2 * *' },
      'backupSchedule',
    ],
    ['no retention', { retention: '0d' }, 'retention'],
    ['an objective of no time', { rpo: '0m' }, 'rpo'],
    ['no instances', { instances: 0 }, 'instances'],
    ['a tier that is not there', { tier: 'platinum' }, 'tier'],
    [
      'a PostgreSQL that is out of support',
      { postgresVersion: '14' },
      'postgresVersion',
    ],
    ['a description of two lines', { description: 'a\nb: c' }, 'description'],
    [
      'a description with an expression',
      { description: '${{ secrets.x }}' },
      'description',
    ],
    [
      'a second region without a cluster',
      { secondRegion: 'eu-central-1' },
      'secondCluster',
    ],
    [
      'an S3-compatible store without an address',
      { store: 's3-compatible' },
      'endpoint',
    ],
    ['Azure without an account', { store: 'azure' }, 'azure'],
    [
      'a second region that cannot reach the first one’s store',
      { store: 'in-cluster', secondRegion: 'b', secondCluster: 'c' },
      'store',
    ],
    [
      'a role that is no name',
      { roles: [{ name: 'a b', access: 'read' }] },
      'roles',
    ],
  ])('refuses %s, at the field', async (_, answers, field) => {
    await expect(
      template.render({ ...leastAnswers, ...answers }),
    ).rejects.toThrow(field);
  });

  it.each([
    ['0 0 2 * * *', 24 + 2],
    ['0 30 */6 * * *', 24 + 2],
    ['0 0 2 * * 0', 7 * 24 + 2],
    ['0 0 2 1 * *', 31 * 24 + 2],
  ])(
    'lets a backup by %s be %d h old before it alerts',
    async (backupSchedule, hours) => {
      const repository = await template.render({
        ...leastAnswers,
        backupSchedule,
      });
      expect(
        repository.files.get('base/monitoring/prometheus-rule.yaml'),
      ).toContain(`has no base backup of the last ${hours} h`);
    },
  );
});
