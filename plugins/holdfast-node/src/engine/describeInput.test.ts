import {
  assess,
  Database,
  resolveObjective,
} from '@holdfast/plugin-holdfast-common';
import { describeInput } from './describeInput';
import { AssemblyInput, Engine } from './Engine';
import { Engines } from './Engines';
import { KubernetesObject } from './KubernetesObject';
import { undescribedDatabase } from './undescribedDatabase';

const seen = new Map<string, AssemblyInput>();

function failFor(name: string, what: string) {
  if (name.includes(what)) throw new TypeError(`cannot ${what} ${name}`);
}

/** Fails at objects that are named so. */
const engine: Engine = {
  id: 'test',
  engineName: 'mysql',
  projectionVersion: 1,
  resources: ['Db', 'Backup', 'Store'].map(kind => ({
    group: 'example.com',
    version: 'v1',
    plural: `${kind.toLowerCase()}s`,
    kind,
    namespaced: true,
  })),
  databaseKinds: ['Db.example.com'],
  project: (_, { metadata, spec = {} }) => {
    failFor(metadata.name, 'project');
    return {
      subjects: typeof spec.about === 'string' ? [spec.about] : [],
      needs: [],
      data: {},
    };
  },
  assemble(input): Database {
    const { cluster, root } = input;
    seen.set(root.name, input);
    failFor(root.name, 'assemble');
    const database = undescribedDatabase({
      cluster,
      root,
      engine: { id: 'test' },
      engineName: 'mysql',
    });
    return {
      ...database,
      stores: [
        {
          id: 'shared',
          method: 'other',
          definedBy: database.reference,
          exists: true,
          inUse: true,
          otherWriters: [],
        },
      ],
    };
  },
};
const engines = Engines.create([engine]);

function object(
  kind: string,
  name: string,
  more: Partial<KubernetesObject> = {},
): KubernetesObject {
  return {
    apiVersion: 'example.com/v1',
    kind,
    metadata: { name, namespace: 'shop' },
    ...more,
  };
}

function describeObjects(
  objects: KubernetesObject[],
  options: Partial<Parameters<typeof describeInput>[0]> = {},
) {
  seen.clear();
  return describeInput({ engines, cluster: 'eu', objects, ...options });
}

it('takes an object with a status or a uid for observed, and any other for declared', () => {
  const described = describeObjects([
    object('Db', 'manifest'),
    object('Db', 'running', { status: { phase: 'ready' } }),
    // As code generators write it.
    object('Db', 'generated', { status: {} }),
    // Of some kinds no operator writes a status; a uid comes from an API server alone.
    object('Db', 'dumped', {
      metadata: { name: 'dumped', namespace: 'shop', uid: 'b2f3c1de' },
    }),
  ]);
  expect(
    described.map(({ database, basis }) => [database.reference.name, basis]),
  ).toEqual([
    ['manifest', 'declared'],
    ['running', 'observed'],
    ['generated', 'declared'],
    ['dumped', 'observed'],
  ]);
  const [live] = describeObjects([object('Db', 'new')], { basis: 'observed' });
  expect(live.basis).toBe('observed');
});

describe('a kind that does not occur', () => {
  const about = { spec: { about: 'Db.example.com/shop/orders' } };
  const objects = [object('Db', 'orders'), object('Backup', 'first', about)];
  const unreadOf = (options: Partial<Parameters<typeof describeInput>[0]>) => {
    describeObjects(objects, options);
    return seen.get('orders')?.unread.map(({ kind, reason }) => [kind, reason]);
  };

  it('was not read', () => {
    expect(unreadOf({})).toEqual([['Store.example.com', 'not-in-input']]);
  });

  it('was read when somebody says so', () => {
    expect(unreadOf({ complete: true })).toEqual([]);
    expect(unreadOf({ readKinds: ['Store.example.com'] })).toEqual([]);
  });

  it('is missing only where it could not be read', () => {
    const unread = ['shop', 'elsewhere'].map(namespace => ({
      kind: 'Store.example.com',
      namespace,
      reason: 'failed' as const,
      message: `in ${namespace}`,
    }));
    describeObjects(objects, { unread });
    expect(seen.get('orders')?.unread).toEqual([
      { kind: 'Store.example.com', reason: 'failed', message: 'in shop' },
    ]);
  });

  it('is missing for the reason that is known, complete or not', () => {
    const unread = [
      {
        kind: 'Store.example.com',
        reason: 'forbidden' as const,
        message: 'no',
      },
    ];
    const expected = [['Store.example.com', 'forbidden']];
    expect(unreadOf({ unread })).toEqual(expected);
    expect(unreadOf({ unread, complete: true })).toEqual(expected);
  });
});

it('is not kept by one object from describing the others', () => {
  const described = describeObjects(
    [
      object('Db', 'project-fails'),
      object('Db', 'assemble-fails'),
      object('Db', 'fine'),
      object('Backup', 'project-fails-too'),
      object('Unheard', 'of'),
    ],
    { complete: true },
  );
  const verdicts = described.map(({ database, basis, rules }) => {
    const { verdict, findings } = assess({
      database,
      basis,
      rules,
      objective: resolveObjective({}),
      now: new Date('2026-11-20T12:00:00Z'),
    });
    return [database.reference.name, verdict, findings[0]?.message];
  });
  expect(verdicts.slice(0, 2)).toEqual([
    [
      'project-fails',
      'unknown',
      "The engine 'test' failed to describe Db.example.com project-fails: cannot project project-fails",
    ],
    [
      'assemble-fails',
      'unknown',
      "The engine 'test' failed to describe Db.example.com assemble-fails: cannot assemble assemble-fails",
    ],
  ]);
  expect(verdicts[2][0]).toBe('fine');
  expect(seen.get('fine')?.unread).toEqual([
    {
      kind: 'Backup.example.com',
      reason: 'failed',
      message: 'project-fails-too: cannot project project-fails-too',
    },
  ]);
});

describe('where an engine has databases of several kinds', () => {
  // As of StatefulSets: what was kept of an object tells what it is.
  const several = Engines.create([
    {
      ...engine,
      engineName: undefined,
      engineNameOf: ({ data }) =>
        data.engine === 'redis' ? 'redis' : undefined,
      project: (_, { metadata, spec = {} }) => {
        failFor(metadata.name, 'project');
        return {
          subjects: [],
          needs: [],
          data: { engine: String(spec.engine) },
        };
      },
    },
  ]);

  it('names those that it fails to describe, and hides no other', () => {
    const undescribed: string[] = [];
    const described = describeObjects(
      [
        object('Db', 'assemble-fails', { spec: { engine: 'redis' } }),
        object('Db', 'assemble-fails-untold'),
        object('Db', 'project-fails'),
        object('Db', 'fine'),
      ],
      {
        engines: several,
        onUndescribed: ({ name }, { message }) =>
          undescribed.push(`${name}: ${message}`),
      },
    );
    expect(
      described.map(({ database, rules }) => [
        database.reference.name,
        database.engine,
        rules?.map(({ id }) => id),
      ]),
    ).toEqual([
      ['assemble-fails', 'redis', ['facts/undescribed']],
      ['fine', 'mysql', undefined],
    ]);
    expect(undescribed).toEqual([
      'assemble-fails-untold: cannot assemble assemble-fails-untold',
      'project-fails: cannot project project-fails',
    ]);
  });
});

it('tells of other writers', () => {
  const described = describeObjects([object('Db', 'a'), object('Db', 'b')]);
  expect(
    described.map(({ database }) => database.stores[0].otherWriters),
  ).toEqual([['eu/shop/Db.example.com/b'], ['eu/shop/Db.example.com/a']]);
});
