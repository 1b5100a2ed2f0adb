import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Engines, Fact, factKeyOf } from '@holdfast/plugin-holdfast-node';
import { migrationsDirectory } from '../database/migrateDatabase';
import { RelatedFacts } from '../inventory/Inventory';
import { exampleEngine, SERVER_KIND } from './__testUtils__/exampleEngine';
import { Describer } from './Describer';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** An engine whose databases may be several things, as StatefulSets are. */
const engines = Engines.create([
  {
    ...exampleEngine,
    engineName: undefined,
    engineNameOf: ({ data }) => (data.copy ? 'redis' : undefined),
  },
]);

function server(name: string, data: Fact['data'] = {}): Fact {
  const identity = { kind: SERVER_KIND, namespace: 'shop', name };
  return {
    ...identity,
    key: factKeyOf(identity),
    uid: `uid-of-${name}`,
    subjects: [],
    needs: [],
    data,
  };
}

it('names a database that its engine fails to describe by what was kept of it, and hides no other', async () => {
  const knex = await databases.init('SQLITE_3');
  await knex.migrate.latest({ directory: migrationsDirectory });
  const facts = new Map<string, RelatedFacts>(
    [
      server('broken', { fails: true, copy: true }),
      server('untold', { fails: true }),
      server('orders'),
    ].map(root => [
      root.key,
      { cluster: 'eu', root, related: new Map(), find: () => undefined },
    ]),
  );
  const logger = mockServices.logger.mock();
  const describer = Describer.create({
    knex,
    engines,
    logger,
    inventory: {
      factsAbout: async () => facts,
      unread: async () => [],
    },
  });
  const described = await describer.describe({
    cluster: 'eu',
    keys: [...facts.keys()],
  });
  expect(
    described.map(({ database, rules }) => [
      database.reference.name,
      database.engine,
      rules?.map(({ id }) => id),
    ]),
  ).toEqual([
    ['broken', 'redis', ['facts/undescribed']],
    ['orders', 'mysql', undefined],
  ]);
  // What cannot even be named is not lost without a word.
  expect(logger.error).toHaveBeenCalledWith(
    `Failed to describe ${SERVER_KIND}/shop/untold in cluster 'eu'`,
    expect.any(Error),
  );
});
