import { Readable } from 'node:stream';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  cloudNativePgEngine,
  Engines,
  volumesEngine,
} from '@holdfast/plugin-holdfast-node';
import {
  bareCluster,
  cluster,
  documents,
  objectStore,
  password,
  scheduledBackup,
  secret,
} from '../__testUtils__/manifests';
import { listOf } from '../__testUtils__/recordings';
import { readInput } from './readInput';

const engines = Engines.create([cloudNativePgEngine, volumesEngine]);
const directory = createMockDirectory();

beforeEach(() => directory.clear());

async function read(
  options: {
    files?: Record<string, string>;
    paths?: string[];
    stdin?: string;
    namespace?: string;
  } = {},
) {
  const { files = {}, paths = [directory.path], stdin = '' } = options;
  directory.setContent(files);
  const { collected } = await readInput({
    paths: paths.map(path => (path === '-' ? path : directory.resolve(path))),
    stdin: Readable.from([Buffer.from(stdin)]),
    engines,
    namespace: options.namespace,
  });
  const placeOf = (each: { file: string; line?: number; message: string }) => [
    `${each.file.replace(`${directory.path}/`, '')}${
      each.line === undefined ? '' : `:${each.line}`
    }`,
    each.message.replaceAll(`${directory.path}/`, ''),
  ];
  return {
    collected,
    keys: [...collected.objects.keys()].sort(),
    problems: collected.problems.map(placeOf),
    notices: collected.notices.map(placeOf),
  };
}

const orders = 'Cluster.postgresql.cnpg.io/shop/orders';
const scratch = 'Cluster.postgresql.cnpg.io/shop/scratch';
const nightly = 'ScheduledBackup.postgresql.cnpg.io/shop/orders-nightly';
const backups = 'ObjectStore.barmancloud.cnpg.io/shop/backups';

it('reads a folder', async () => {
  const { keys, problems, notices } = await read({
    files: {
      'all.yaml': documents(cluster, secret, scheduledBackup),
      'store.yaml': objectStore,
    },
  });
  expect(keys).toEqual([orders, backups, nightly]);
  expect(problems).toEqual([]);
  expect(notices).toEqual([]);
});

it('keeps nothing of a Secret', async () => {
  const { collected } = await read({ files: { 'a.yaml': secret } });
  expect(collected.objects.size).toBe(0);
});

it('says nothing of the content of a Secret that is broken', async () => {
  const { problems } = await read({
    files: {
      'a.yaml': secret.replace(password, `"${password}`),
      'b.json': `{"kind": "Secret", "data": {"key": "${password}" ${password}}}`,
      'c.yaml': secret.replace('apiVersion: v1\n', ''),
      'd.yaml': `- ${password}`,
    },
  });
  expect(problems.map(([place]) => place)).toEqual([
    'a.yaml:7',
    'b.json:1',
    'c.yaml:1',
    'd.yaml:1',
  ]);
  expect(JSON.stringify(problems)).not.toContain(password);
});

it('reads on behind what is broken', async () => {
  const { keys, problems } = await read({
    files: { 'a.yaml': documents(cluster, 'kind: [\n', bareCluster) },
  });
  expect(keys).toEqual([orders, scratch]);
  expect(problems).toEqual([
    [
      'a.yaml:19',
      'is no YAML: the indentation does not fit what is around it, or a bracket is missing',
    ],
  ]);
});

describe('an object that is none', () => {
  it.each([
    [
      'just text',
      1,
      'is no Kubernetes object: it has no apiVersion and no kind',
    ],
    ['hello: world', 1, 'it has no apiVersion and no kind'],
    ['- a\n- b', 1, 'it has no apiVersion and no kind'],
    ['kind: Cluster', 1, "it has kind 'Cluster' and no apiVersion"],
    ['apiVersion: v1\nkind: 7', 1, "it has apiVersion 'v1' and no kind"],
    [
      'kind: Cluster\napiVersion: postgresql.cnpg.io\nmetadata: {name: a}',
      2,
      "apiVersion 'postgresql.cnpg.io', which has to be group/version",
    ],
    [
      'kind: Cluster\napiVersion: postgresql.cnpg.io/v2\nmetadata: {name: a}',
      2,
      'unknown version, postgresql.cnpg.io/v2: Holdfast reads postgresql.cnpg.io/v1',
    ],
    ['apiVersion: v1\nkind: PersistentVolumeClaim', 1, 'has no metadata'],
    [
      'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  labels: {}',
      3,
      'has no metadata.name that is text',
    ],
    [
      'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: 7',
      4,
      'has no metadata.name that is text',
    ],
    [
      'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: Orders_DB',
      4,
      "'Orders_DB', which is no name",
    ],
    [
      'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: ${{ values.name }}',
      4,
      'If it is a template, check what it renders',
    ],
    [
      'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: a\n  namespace: [shop]',
      5,
      'has no metadata.namespace that is text',
    ],
  ])('%j is told of by its place', async (text, line, message) => {
    const { keys, problems } = await read({
      files: { 'a.yaml': documents(bareCluster, `${text}\n`, cluster) },
    });
    expect(keys).toEqual([orders, scratch]);
    expect(problems).toEqual([
      [`a.yaml:${10 + line}`, expect.stringContaining(message)],
    ]);
  });
});

it('knows a kind of which an object is broken not whole, in that namespace', async () => {
  const { collected } = await read({
    files: {
      'a.yaml': documents(
        scheduledBackup.replace('orders-nightly', 'Orders'),
        cluster.replace('/v1', '/v7'),
      ),
    },
  });
  expect(collected.unread).toEqual([
    {
      kind: 'ScheduledBackup.postgresql.cnpg.io',
      namespace: 'shop',
      reason: 'failed',
      message: expect.stringContaining(
        "a.yaml:4 ScheduledBackup has the metadata.name 'Orders'",
      ),
    },
  ]);
});

describe('lists', () => {
  const items = [
    {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata: { name: 'a', namespace: 'shop' },
    },
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' } },
  ];
  const key = 'Cluster.postgresql.cnpg.io/shop/a';

  it.each([
    ['of kubectl', listOf(items)],
    ['within a list', listOf([{ apiVersion: 'v1', kind: 'List', items }])],
    ['as jq leaves their items', JSON.stringify(items)],
    [
      'of the API server, whose items leave their kind out',
      JSON.stringify({
        apiVersion: 'postgresql.cnpg.io/v1',
        kind: 'ClusterList',
        items: [{ metadata: items[0].metadata }],
      }),
    ],
  ])('%s are read', async (_, stdin) => {
    const { keys, problems } = await read({ paths: ['-'], stdin });
    expect(keys).toEqual([key]);
    expect(problems).toEqual([]);
  });

  it('of one kind say that it was read, even if they are empty', async () => {
    const { collected } = await read({
      paths: ['-'],
      stdin:
        '{"apiVersion":"postgresql.cnpg.io/v1","kind":"BackupList","items":null}',
    });
    expect([...collected.listedKinds]).toEqual(['Backup.postgresql.cnpg.io']);
  });

  it('that go on elsewhere are no whole ones', async () => {
    const { problems, collected } = await read({
      paths: ['-'],
      stdin:
        '{"apiVersion":"postgresql.cnpg.io/v1","kind":"BackupList",\n"metadata":{"continue":"abc"},"items":[]}',
    });
    expect(problems).toEqual([
      ['stdin:2', 'is a list that goes on: read all of it, not a page'],
    ]);
    expect(collected.unread).toMatchObject([
      { kind: 'Backup.postgresql.cnpg.io', reason: 'failed' },
    ]);
  });
});

describe('two objects of one name', () => {
  it('are told of, with both places', async () => {
    const { keys, problems } = await read({
      files: { 'a.yaml': cluster, 'b.yaml': documents(bareCluster, cluster) },
    });
    expect(keys).toEqual([orders, scratch]);
    expect(problems).toEqual([
      [
        'b.yaml:11',
        'Cluster shop/orders occurs a second time: the first one, a.yaml:1, is judged',
      ],
    ]);
  });

  it('are one where dumps overlap', async () => {
    const metadata = { name: 'a', uid: 'u', resourceVersion: '7' };
    const object = {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata,
    };
    const { problems } = await read({
      paths: ['-'],
      stdin: listOf([object]) + listOf([object]),
    });
    expect(problems).toEqual([]);
    const other = {
      ...object,
      metadata: { ...metadata, resourceVersion: '8' },
    };
    const changed = await read({
      paths: ['-'],
      stdin: listOf([object]) + listOf([other]),
    });
    expect(changed.problems).toHaveLength(1);
  });

  it('may be in different namespaces', async () => {
    const { keys } = await read({
      files: { 'a.yaml': documents(cluster, cluster.replace('shop', 'test')) },
    });
    expect(keys).toHaveLength(2);
  });
});

it('gives objects without a namespace the one that is told', async () => {
  const text = cluster.replace('  namespace: shop\n', '');
  const files = { 'a.yaml': text };
  expect((await read({ files })).keys).toEqual([
    'Cluster.postgresql.cnpg.io//orders',
  ]);
  expect((await read({ files, namespace: 'shop' })).keys).toEqual([orders]);
});

it('passes over what shows that it is for another tool', async () => {
  const files = {
    'dashboard.json': '{"panels": [], "schemaVersion": 39}',
    'alerts.test.yaml': 'rule_files: [a.yaml]\ntests: []\n',
    'rules.yaml': 'groups: []\n',
    'input.schema.json':
      '{"$schema": "http://json-schema.org/draft-07/schema#"}',
    'backup.yaml':
      'apiVersion: postgresql.cnpg.io/v1\nkind: Backup\nmetadata: {generateName: now-}\n',
  };
  const { problems, notices } = await read({ files });
  expect(problems).toEqual([]);
  expect(notices).toHaveLength(5);
  const named = await read({ files, paths: ['dashboard.json'] });
  expect(named.problems).toEqual([
    ['dashboard.json:1', 'is no Kubernetes object but a Grafana dashboard'],
  ]);
});

it('passes over kinds that are of no concern', async () => {
  const { problems, notices, keys } = await read({
    files: {
      'a.yaml': documents(
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n',
        'apiVersion: cluster.x-k8s.io/v1beta1\nkind: Cluster\nmetadata: {name: a}\n',
        'apiVersion: v1\nkind: Config\ncontexts: []\n',
      ),
    },
  });
  expect({ problems, notices, keys }).toEqual({
    problems: [],
    notices: [],
    keys: [],
  });
});

it('takes the patches of a kustomization for no objects', async () => {
  const { keys, problems, notices } = await read({
    files: {
      'base/cluster.yaml': cluster,
      'base/kustomization.yaml': 'resources: [cluster.yaml]\n',
      'overlays/production/kustomization.yaml': [
        'apiVersion: kustomize.config.k8s.io/v1beta1',
        'kind: Kustomization',
        'resources: [../../base]',
        'patches:',
        '  - path: more.yaml',
        '  - patch: |-',
        '      - op: add',
        '  - path: operations.json',
        'patchesStrategicMerge: [older.yaml]',
      ].join('\n'),
      'overlays/production/more.yaml': cluster,
      'overlays/production/older.yaml': cluster,
      'overlays/production/operations.json': '[{"op": "add"}]',
    },
  });
  expect(keys).toEqual([orders]);
  expect(problems).toEqual([]);
  expect(notices).toEqual([
    [
      'overlays/production/kustomization.yaml',
      expect.stringContaining('kustomize build overlays/production'),
    ],
  ]);
});

it('reads entities of the catalog', async () => {
  const { collected, problems } = await read({
    files: {
      'catalog-info.yaml': [
        'apiVersion: backstage.io/v1alpha1',
        'kind: Resource',
        'metadata:',
        '  name: orders-database',
        '  annotations: {holdfast.io/rpo: 5m}',
        'spec: {type: database, owner: checkout, system: shop}',
        '---',
        'apiVersion: backstage.io/v1alpha1',
        'kind: System',
        'metadata: {name: shop, namespace: retail}',
        'spec: {owner: "user:guest"}',
      ].join('\n'),
    },
  });
  expect(problems).toEqual([]);
  expect(collected.entities).toEqual([
    {
      kind: 'Resource',
      ref: 'resource:default/orders-database',
      annotations: { 'holdfast.io/rpo': '5m' },
      owner: 'group:default/checkout',
      system: 'system:default/shop',
    },
    {
      kind: 'System',
      ref: 'system:retail/shop',
      annotations: {},
      owner: 'user:retail/guest',
    },
  ]);
});

it('says what is empty of what was named', async () => {
  const files = { 'empty.yaml': '', 'comment.yaml': '# later\n---\n' };
  expect((await read({ files })).notices).toEqual([]);
  const paths = ['empty.yaml', 'comment.yaml', '-'];
  expect((await read({ files, paths })).notices).toEqual([
    ['empty.yaml', 'is empty'],
    ['comment.yaml', 'is empty'],
    ['stdin', 'is empty'],
  ]);
});

it('says what is no text', async () => {
  const { problems, keys } = await read({
    files: { 'a.yaml': 'GIF89a\0\0', 'b.yaml': cluster },
  });
  expect(keys).toEqual([orders]);
  expect(problems).toEqual([['a.yaml', 'is a binary file, not YAML or JSON']]);
});
