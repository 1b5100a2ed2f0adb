import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { loadPriceBook } from '@holdfast/plugin-holdfast-common';
import { Fact, factKeyOf } from '@holdfast/plugin-holdfast-node';
import { migrationsDirectory } from '../database/migrateDatabase';
import { putFacts } from '../database/operations/facts/putFacts';
import { keepJudgement } from '../recovery/keepJudgement';
import {
  CLUSTER_KIND,
  judgedDatabase,
} from '../recovery/__testUtils__/judgedDatabase';
import { DatabaseInventory } from '../inventory/DatabaseInventory';
import { ClusterOffers } from './ClusterOffers';
import { TakenNames } from './TakenNames';

jest.setTimeout(60_000);

let lastId = 0;

function hashed(kind: string, name: string, data: Fact['data']) {
  const key = factKeyOf({ kind, name });
  const fact: Fact = {
    key,
    kind,
    name,
    uid: name,
    subjects: [],
    needs: [],
    data,
  };
  lastId += 1;
  return {
    id: lastId,
    key,
    subjects: [],
    needs: [],
    body: JSON.stringify(fact),
    hash: name,
    seq: 1,
  };
}

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_18'],
});

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  async function init() {
    const knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory: migrationsDirectory });
    return knex;
  }

  it('offers what the facts tell, and where nodes do not say so by their storage', async () => {
    const knex = await init();
    const put = (
      cluster: string,
      kind: string,
      name: string,
      data: Fact['data'],
    ) =>
      knex.transaction(tx =>
        putFacts(tx, {
          cluster,
          kind,
          areNew: true,
          facts: [hashed(kind, name, data)],
        }),
      );
    await put('eu', 'Namespace', 'shop', {});
    await put('eu', 'Node', 'a', {
      metadata: { labels: { 'topology.kubernetes.io/region': 'eu-west-1' } },
    });
    await put('eu', 'StorageClass.storage.k8s.io', 'ssd', {
      provisioner: 'ebs.csi.aws.com',
      parameters: { type: 'gp3' },
    });
    await put('eu', 'StorageClass.storage.k8s.io', 'local-path', {
      provisioner: 'rancher.io/local-path',
    });
    const states = ['lab', 'eu'].map(name => ({
      name,
      contact: { state: 'live' as const, since: '2026-11-20T09:00:00.000Z' },
      resources: [],
    }));
    const offers = ClusterOffers.create({
      knex,
      inventory: { clusterStates: async () => states },
      places: new Map([['lab', { provider: 'on-premises', region: 'berlin' }]]),
      prices: loadPriceBook().book,
    });

    await expect(offers.list()).resolves.toMatchObject([
      {
        name: 'eu',
        provider: 'aws',
        region: 'eu-west-1',
        namespaces: ['shop'],
        storageClasses: [
          { name: 'local-path' },
          { name: 'ssd', parameters: { type: 'gp3' } },
        ],
      },
      {
        name: 'lab',
        provider: 'on-premises',
        region: 'berlin',
        namespaces: [],
        storageClasses: [],
      },
    ]);
  });

  it('knows names that a database or an entity has', async () => {
    const knex = await init();
    const orders = judgedDatabase({ name: 'orders' });
    const inventory = DatabaseInventory.create({
      knex,
      rootKinds: [CLUSTER_KIND],
      kinds: [CLUSTER_KIND],
    });
    await knex.transaction(tx =>
      keepJudgement(tx, {
        judgement: {
          judged: [orders],
          gone: [],
          storesInUse: new Map(),
          fates: new Map(),
          copies: new Map(),
        },
        judgedWith: '1',
        inventory,
      }),
    );
    const names = TakenNames.create({
      knex,
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Resource',
            metadata: { name: 'carts', namespace: 'default' },
          },
        ],
      }),
    });
    const { reference } = orders.summary;

    await expect(names.find(reference)).resolves.toMatchObject([
      { name: 'orders', by: 'a database in namespace shop of eu' },
    ]);
    await expect(
      names.find({ ...reference, namespace: 'test' }),
    ).resolves.toEqual([]);
    await expect(names.find({ ...reference, name: 'carts' })).resolves.toEqual([
      { name: 'carts', by: 'the entity resource:default/carts' },
    ]);
  });
});
