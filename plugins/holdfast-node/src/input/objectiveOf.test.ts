import {
  defaultObjectiveConfig,
  DeclaredAnnotations,
} from '@holdfast/plugin-holdfast-common';
import { undescribedDatabase } from '../engine';
import { CatalogEntity } from './InputObjects';
import { objectiveOf } from './objectiveOf';

const kind = 'Cluster.postgresql.cnpg.io';

function databaseWith(annotations: DeclaredAnnotations, namespace?: string) {
  const database = undescribedDatabase({
    cluster: 'input',
    root: { kind, namespace, name: 'orders', uid: '' },
    engine: { id: 'cloudnative-pg' },
    engineName: 'postgresql',
  });
  return { ...database, annotations };
}

function entityWith(annotations: Record<string, string>): CatalogEntity {
  return {
    kind: 'Resource',
    ref: 'resource:default/orders-database',
    annotations: {
      'holdfast.io/cluster': 'production',
      'holdfast.io/namespace': 'shop',
      'holdfast.io/kind': kind,
      'holdfast.io/name': 'orders',
      ...annotations,
    },
    owner: 'group:default/checkout',
    system: 'system:default/shop',
  };
}

const farther: CatalogEntity[] = [
  {
    kind: 'System',
    ref: 'system:default/shop',
    annotations: { 'holdfast.io/rto': '2h', 'example.com/rto': '1h' },
  },
  {
    kind: 'Group',
    ref: 'group:default/checkout',
    annotations: { 'holdfast.io/retention': '3d', 'holdfast.io/rto': '3h' },
  },
];

const resolve = (options: Partial<Parameters<typeof objectiveOf>[0]> = {}) =>
  objectiveOf({
    database: databaseWith({ rpo: '1h' }, 'shop'),
    entities: [],
    config: defaultObjectiveConfig,
    ...options,
  });

it('is what the object states, else the default tier', () => {
  const { rpoSeconds, rtoSeconds } = resolve();
  expect(rpoSeconds.data.value).toBe(3600);
  expect(rtoSeconds.data.origin.level).toBe('default');
});

it('is what the entity of the database states, its System and its owner', () => {
  const objective = resolve({
    entities: [entityWith({ 'holdfast.io/rpo': '5m' }), ...farther],
  });
  expect(objective.rpoSeconds.data).toMatchObject({
    value: 300,
    origin: { reference: 'resource:default/orders-database' },
  });
  expect(objective.rtoSeconds.data).toMatchObject({
    value: 7200,
    origin: { level: 'system', reference: 'system:default/shop' },
  });
  expect(objective.retentionSeconds).toMatchObject({
    value: 3 * 86_400,
    origin: { level: 'owner' },
  });
});

it('finds the entity of an object without a namespace, and none of another', () => {
  const entities = [entityWith({ 'holdfast.io/rpo': '5m' })];
  const rpoIn = (namespace?: string) =>
    resolve({ entities, database: databaseWith({}, namespace) }).rpoSeconds.data
      .value;
  expect(rpoIn(undefined)).toBe(300);
  expect(rpoIn('shop')).toBe(300);
  expect(rpoIn('test')).toBe(86_400);
});

it('is first of all what whoever asks says', () => {
  const { rpoSeconds, exempt } = resolve({
    database: databaseWith({ 'rpo.region': '2d', exempt: 'a cache' }, 'shop'),
    entities: [entityWith({ 'holdfast.io/rpo': '5m' })],
    overrides: { reference: '--objective', annotations: { rpo: '10s' } },
  });
  expect(rpoSeconds.region.value).toBe(10);
  expect(rpoSeconds.data).toMatchObject({
    value: 10,
    origin: { level: 'entity', reference: '--objective' },
  });
  expect(exempt).toBeUndefined();
});
