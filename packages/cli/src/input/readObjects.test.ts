import { createReader, orders, scratch } from '../__testUtils__/createReader';
import {
  bareCluster,
  cluster,
  documents,
  scheduledBackup,
} from '../__testUtils__/manifests';
import { listOf } from '../__testUtils__/recordings';

const read = createReader();

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
  const { unread } = await read({
    files: {
      'a.yaml': documents(
        scheduledBackup.replace('orders-nightly', 'Orders'),
        cluster.replace('/v1', '/v7'),
      ),
    },
  });
  expect(unread).toEqual([
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
    const { listedKinds } = await read({
      paths: ['-'],
      stdin:
        '{"apiVersion":"postgresql.cnpg.io/v1","kind":"BackupList","items":null}',
    });
    expect([...listedKinds]).toEqual(['Backup.postgresql.cnpg.io']);
  });

  it('without a list of items are told of', async () => {
    const { problems } = await read({
      paths: ['-'],
      stdin: '{"apiVersion":"v1","kind":"List",\n"items":{"kind":"Cluster"}}',
    });
    expect(problems).toEqual([
      ['stdin:2', 'is a List whose items are not a list'],
    ]);
  });

  it('that go on elsewhere are no whole ones', async () => {
    const { problems, unread } = await read({
      paths: ['-'],
      stdin:
        '{"apiVersion":"postgresql.cnpg.io/v1","kind":"BackupList",\n"metadata":{"continue":"abc"},"items":[]}',
    });
    expect(problems).toEqual([
      ['stdin:2', 'is a list that goes on: read all of it, not a page'],
    ]);
    expect(unread).toMatchObject([
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
        'Cluster shop/orders occurs again, after a.yaml:1: both are judged, this one with what stands in its own file',
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
