import { Engine } from './Engine';
import { Engines } from './Engines';
import { KubernetesObject } from './KubernetesObject';
import { WatchedResource } from './WatchedResource';

function resource(kind: string, claimedOnly?: boolean): WatchedResource {
  return {
    group: '',
    version: 'v1',
    plural: `${kind.toLowerCase()}s`,
    kind,
    namespaced: true,
    ...(claimedOnly && { claimedOnly }),
  };
}

const pod = resource('Pod', true);
const claim = resource('Claim');

function engine(options: Partial<Engine>): Engine {
  return {
    id: 'reader',
    projectionVersion: 1,
    resources: [],
    databaseKinds: [],
    project: () => ({ subjects: [], needs: [], data: { kept: true } }),
    ...options,
  };
}

const object: KubernetesObject = {
  metadata: {
    name: 'a',
    namespace: 'shop',
    uid: '1',
    creationTimestamp: '2026-11-20T10:01:02Z',
    labels: { db: 'orders' },
  },
};
const claimant = engine({
  id: 'claimant',
  projectionVersion: 3,
  claim: (_, { metadata: { labels } }) =>
    labels?.db
      ? { subjects: [`Db/shop/${labels.db}`], data: { role: 'data' } }
      : undefined,
});

describe('projecting', () => {
  const engines = Engines.create([
    engine({ resources: [pod, claim] }),
    claimant,
  ]);

  it('adds what others claim to what the reader keeps', () => {
    expect(engines.project(claim, object)).toEqual({
      key: 'Claim/shop/a',
      kind: 'Claim',
      namespace: 'shop',
      name: 'a',
      uid: '1',
      createdAt: '2026-11-20T10:01:02Z',
      subjects: ['Db/shop/orders'],
      needs: [],
      data: { kept: true, claims: { claimant: { role: 'data' } } },
    });
  });

  it('drops what nobody claims of kinds that are only for claiming', () => {
    const unclaimed = { metadata: { ...object.metadata, labels: {} } };
    expect(engines.project(pod, object)).toBeDefined();
    expect(engines.project(pod, unclaimed)).toBeUndefined();
    expect(engines.project(claim, unclaimed)).toMatchObject({ subjects: [] });
  });

  it('drops what the API server would not have sent, since a dump has it', () => {
    const report = {
      ...resource('Report'),
      labelSelector: 'example.org/report',
    };
    const selecting = Engines.create([engine({ resources: [report] })]);
    const labelled = {
      metadata: { ...object.metadata, labels: { 'example.org/report': '' } },
    };
    expect(selecting.project(report, labelled)).toBeDefined();
    expect(selecting.project(report, object)).toBeUndefined();
  });

  it('knows nothing of kinds that no engine reads', () => {
    expect(engines.project(resource('Secret'), object)).toBeUndefined();
  });

  it('has a version that moves with every engine', () => {
    expect(engines.projectionVersion).toBe('claimant:3,reader:1');
  });
});

describe('creating', () => {
  const assemble = () => {
    throw new Error('not called');
  };

  it.each<[string, Engine[], string]>([
    [
      'two engines of one name',
      [engine({}), engine({})],
      "There are two engines 'reader'",
    ],
    [
      'two readers of one kind',
      [engine({ resources: [pod] }), engine({ id: 'b', resources: [pod] })],
      "The engines 'reader' and 'b' both read Pod",
    ],
    [
      'two that describe one kind',
      [
        engine({ databaseKinds: ['Db'], assemble }),
        engine({ id: 'b', databaseKinds: ['Db'], assemble }),
      ],
      "The engines 'reader' and 'b' both describe Db",
    ],
    [
      'one that cannot describe its databases',
      [engine({ databaseKinds: ['Db'] })],
      "The engine 'reader' has Db as a kind of database and no 'assemble' to describe one",
    ],
    [
      'one that selects as a dump cannot',
      [
        engine({
          resources: [{ ...resource('Report'), labelSelector: 'a notin (b)' }],
        }),
      ],
      "The label selector 'a notin (b)' has",
    ],
  ])('refuses %s', (_, engines, message) => {
    expect(() => Engines.create(engines)).toThrow(message);
  });
});

it('refuses to describe what is no database', () => {
  expect(() =>
    Engines.create([]).assemble({
      cluster: 'eu',
      root: {
        key: 'Pod/shop/a',
        kind: 'Pod',
        namespace: 'shop',
        name: 'a',
        uid: '1',
        subjects: [],
        needs: [],
        data: {},
      },
      related: new Map(),
      find: () => undefined,
      samples: [],
      unread: [],
    }),
  ).toThrow('No engine describes a Pod as a database');
});
