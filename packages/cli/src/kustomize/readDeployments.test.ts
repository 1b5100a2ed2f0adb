import {
  backups,
  createReader,
  nightly,
  orders,
} from '../__testUtils__/createReader';
import {
  bareCluster,
  cluster,
  documents,
  objectStore,
  scheduledBackup,
} from '../__testUtils__/manifests';
import { testKustomize } from '../__testUtils__/testKustomize';

jest.setTimeout(60_000);

const read = createReader();
const kustomize = testKustomize();
if (!kustomize) {
  const missing = 'there is no kustomize: put kubectl or kustomize on the PATH';
  if (process.env.HOLDFAST_REQUIRE_REAL) {
    throw new Error(`HOLDFAST_REQUIRE_REAL is set, but ${missing}`);
  }
  process.stderr.write(`Skipped what builds with kustomize: ${missing}\n`);
}
const describeBuilds = kustomize ? describe : describe.skip;

const withoutNamespace = (text: string) =>
  text.replace('  namespace: shop\n', '');

const base = {
  'base/cluster.yaml': withoutNamespace(cluster),
  'base/backup.yaml': documents(
    withoutNamespace(scheduledBackup),
    withoutNamespace(objectStore),
  ),
  'base/queries.yaml': 'pg_replication: {query: select 1}\n',
  'base/kustomization.yaml': [
    'resources: [cluster.yaml, backup.yaml]',
    'configMapGenerator: [{name: queries, files: [queries.yaml]}]',
  ].join('\n'),
};

const patch = withoutNamespace(cluster).replace('instances: 3', 'instances: 5');
const overlayFor = (folder: string) => ({
  [`overlays/${folder}/kustomization.yaml`]: [
    'apiVersion: kustomize.config.k8s.io/v1beta1',
    'kind: Kustomization',
    'namespace: shop',
    'resources: [../../base]',
    'components: [../../components/guards]',
    'patches: [{path: more.yaml}]',
  ].join('\n'),
  [`overlays/${folder}/more.yaml`]: patch,
  'components/guards/kustomization.yaml': [
    'apiVersion: kustomize.config.k8s.io/v1alpha1',
    'kind: Component',
    'patches:',
    '  - target: {kind: Cluster}',
    '    patch: |-',
    '      - {op: add, path: /metadata/annotations, value: {guarded: "yes"}}',
  ].join('\n'),
});

describeBuilds('with kustomize', () => {
  it('builds what is deployed, and finds it in the files that it is made of', async () => {
    const { objects, keys, problems, notices, clusters } = await read({
      files: { ...base, ...overlayFor('production') },
      kustomize,
    });
    expect(problems).toEqual([]);
    expect(notices).toEqual([]);
    expect(clusters).toHaveLength(1);
    expect(clusters[0].name).toBeUndefined();
    expect(keys).toEqual([orders, backups, nightly]);
    const deployed = objects.get(orders);
    expect(deployed?.object.spec?.instances).toBe(5);
    expect(deployed?.object.metadata.annotations).toEqual({ guarded: 'yes' });
    expect(deployed?.place.file).toMatch(/base\/cluster\.yaml$/);
    expect(deployed?.place.lineOf(['spec', 'instances'])).toBe(6);
    expect(objects.get(backups)?.place.lineOf([])).toBe(13);
  });

  it('tells clusters apart to which one database is deployed', async () => {
    const { clusters, problems } = await read({
      files: {
        ...base,
        ...overlayFor('europe'),
        ...overlayFor('america'),
        'operators/kustomization.yaml': 'resources: [operator.yaml]\n',
        'operators/operator.yaml':
          'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: operator}\n',
        'elsewhere/scratch.yaml': bareCluster,
      },
      kustomize,
    });
    expect(problems).toEqual([]);
    expect(
      clusters.map(({ name, objects }) => [
        name,
        objects.has(orders),
        objects.size,
      ]),
    ).toEqual([
      ['america', true, 4],
      ['europe', true, 4],
    ]);
  });

  it('says what is broken by its place, and that it cannot be built', async () => {
    const { keys, problems } = await read({
      files: {
        ...base,
        ...overlayFor('production'),
        'base/backup.yaml': documents(
          withoutNamespace(scheduledBackup),
          'kind: [secret-word\n',
          withoutNamespace(objectStore),
        ),
      },
      kustomize,
    });
    expect(problems).toEqual([
      ['base/backup.yaml:13', expect.stringContaining('is no YAML')],
      [
        'overlays/production/kustomization.yaml',
        'cannot be built, and is judged without its patches: kustomize build overlays/production says why',
      ],
    ]);
    expect(keys).toEqual([orders, backups, nightly]);
  });

  it('is not led in a circle', async () => {
    const { problems, keys } = await read({
      files: {
        'a/kustomization.yaml': 'resources: [../b]\n',
        'b/kustomization.yaml': 'resources: [../a, cluster.yaml]\n',
        'b/cluster.yaml': cluster,
      },
      kustomize,
    });
    expect(problems).toEqual([]);
    expect(keys).toEqual([orders]);
  });
});

it('needs no kustomize where nothing but the namespace is changed', async () => {
  const { keys, problems } = await read({
    files: {
      ...base,
      'deploy/kustomization.yaml': 'namespace: shop\nresources: [../base]\n',
    },
  });
  expect(problems).toEqual([]);
  expect(keys).toEqual([orders, backups, nightly]);
});

it('says that patches cannot be applied without one, and judges the rest', async () => {
  const { keys, problems, objects } = await read({
    files: { ...base, ...overlayFor('production') },
  });
  expect(problems).toEqual([
    [
      'overlays/production/kustomization.yaml',
      expect.stringContaining('no kustomize or kubectl on the PATH'),
    ],
  ]);
  expect(keys).toEqual([orders, backups, nightly]);
  expect(objects.get(orders)?.object.spec?.instances).toBe(3);
});

it('says of a file that nothing deploys it', async () => {
  const { keys, notices } = await read({
    files: {
      ...base,
      'base/scratch.yaml': bareCluster,
      'base/kustomization.yaml': 'namespace: shop\nresources: [cluster.yaml]\n',
    },
  });
  expect(keys).toEqual([orders]);
  expect(notices).toEqual([
    ['base/backup.yaml', expect.stringContaining('named by no kustomization')],
    [
      'base/scratch.yaml',
      expect.stringContaining('not deployed, and not judged'),
    ],
  ]);
});

it('reads a file that is named for what it is', async () => {
  const { keys } = await read({ files: base, paths: ['base/cluster.yaml'] });
  expect(keys).toEqual(['Cluster.postgresql.cnpg.io//orders']);
});
