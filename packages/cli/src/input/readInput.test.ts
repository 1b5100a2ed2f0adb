import {
  backups,
  createReader,
  nightly,
  orders,
  scratch,
} from '../__testUtils__/createReader';
import {
  bareCluster,
  cluster,
  documents,
  objectStore,
  password,
  scheduledBackup,
  secret,
} from '../__testUtils__/manifests';

const read = createReader();

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
  const { keys } = await read({ files: { 'a.yaml': secret } });
  expect(keys).toEqual([]);
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

it('reads entities of the catalog', async () => {
  const { entities, problems } = await read({
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
  expect(entities).toEqual([
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
