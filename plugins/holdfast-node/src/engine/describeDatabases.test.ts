import { Database } from '@holdfast/plugin-holdfast-common';
import { describeDatabases } from './describeDatabases';
import { AssemblyInput, Engine } from './Engine';
import { Engines } from './Engines';
import { KubernetesObject } from './KubernetesObject';

const kinds = ['Db', 'Backup', 'Store', 'Bucket'] as const;
const seen: AssemblyInput[] = [];

/** A database needs its store, a store its bucket and the other way round; a backup is about its database; copies about an archive. */
const engine: Engine = {
  id: 'test',
  projectionVersion: 1,
  resources: kinds.map(kind => ({
    group: 'example.com',
    version: 'v1',
    plural: `${kind.toLowerCase()}s`,
    kind,
    namespaced: true,
  })),
  metrics: [
    {
      name: 'size',
      query: 'size',
      subjectOf: ({ of }) => of && `Store.example.com/shop/${of}`,
    },
  ],
  databaseKinds: ['Db.example.com'],
  project: (_, { spec = {} }) => ({
    subjects: typeof spec.about === 'string' ? [spec.about] : [],
    needs: typeof spec.needs === 'string' ? [spec.needs] : [],
    collects: typeof spec.collects === 'string' ? [spec.collects] : [],
    data: {},
  }),
  assemble: input => {
    seen.push(input);
    const partial: Partial<Database> = { uid: input.root.uid };
    return Object.assign(Object.create(null), partial);
  },
};

function object(
  kind: string,
  name: string,
  spec: KubernetesObject['spec'] = {},
): KubernetesObject {
  return {
    apiVersion: 'example.com/v1',
    kind,
    metadata: { name, namespace: 'shop', uid: name },
    spec,
  };
}

const objects = [
  object('Db', 'orders', {
    needs: 'Store.example.com/shop/s3',
    collects: 'Archive/shop/orders',
  }),
  object('Db', 'copy', { about: 'Archive/shop/orders' }),
  object('Store', 's3', { needs: 'Bucket.example.com/shop/b' }),
  object('Bucket', 'b', { needs: 'Store.example.com/shop/s3' }),
  object('Backup', 'first', { about: 'Db.example.com/shop/orders' }),
  object('Backup', 'foreign', { about: 'Db.example.com/shop/payments' }),
  object('Secret', 'unread'),
];

const ofSize = (of: string) => ({
  name: 'size',
  labels: { of },
  value: 1,
  observedAt: '2026-11-20T10:01:02Z',
});

it('gives each database what is about it, what it collects, and what these need', () => {
  seen.length = 0;
  const described = describeDatabases({
    engines: Engines.create([engine]),
    cluster: 'eu',
    objects,
    samples: [ofSize('s3'), ofSize('other'), { ...ofSize('s3'), name: 'x' }],
  });
  expect(described).toHaveLength(2);

  const [orders, copy] = seen;
  expect(
    Object.fromEntries(
      Array.from(orders.related, ([kind, facts]) => [
        kind,
        facts.map(({ name }) => name),
      ]),
    ),
  ).toEqual({
    'Store.example.com': ['s3'],
    'Bucket.example.com': ['b'],
    'Backup.example.com': ['first'],
    'Db.example.com': ['copy'],
  });
  expect(orders.find('Bucket.example.com/shop/b')?.name).toBe('b');
  expect(orders.find('Backup.example.com/shop/foreign')).toBeUndefined();
  expect(orders.samples).toEqual([ofSize('s3')]);
  expect(copy.related.size).toBe(0);
  expect(copy.samples).toEqual([]);
});
