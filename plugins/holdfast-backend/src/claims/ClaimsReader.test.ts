import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { migrationsDirectory } from '../database/migrateDatabase';
import { readClaims } from '../database/operations/claims/readClaims';
import { readStatedObjectives } from '../database/operations/claims/readStatedObjectives';
import { listDueDatabases } from '../database/operations/databases/listDueDatabases';
import { upsertDatabases } from '../database/operations/databases/upsertDatabases';
import {
  CLUSTER_KIND,
  judgedDatabase,
} from '../recovery/__testUtils__/judgedDatabase';
import { ClaimsReader } from './ClaimsReader';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_18'],
});

function claiming(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'holdfast.io/cluster': 'eu',
        'holdfast.io/namespace': 'shop',
        'holdfast.io/kind': CLUSTER_KIND,
        'holdfast.io/name': 'orders',
        'backstage.io/techdocs-ref': 'dir:.',
        ...annotations,
      },
    },
    spec: { type: 'database' },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/checkout' },
      { type: 'partOf', targetRef: 'resource:default/estate' },
      { type: 'partOf', targetRef: 'system:default/shop' },
    ],
  };
}

function stating(kind: string, name: string, rpo?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: rpo ? { 'holdfast.io/rpo': rpo } : {},
    },
  };
}

describe.each(databases.eachSupportedId())('ClaimsReader on %s', databaseId => {
  let knex: Knex;
  const onMarked = jest.fn();
  const logger = mockServices.logger.mock();
  const orders = judgedDatabase({
    name: 'orders',
    summary: { owner: 'group:default/checkout', system: 'system:default/shop' },
  });
  const carts = judgedDatabase({ name: 'carts' });

  const read = (...entities: Entity[]) =>
    ClaimsReader.create({
      knex,
      catalog: catalogServiceMock({ entities }),
      auth: mockServices.auth(),
      logger,
      onMarked,
    }).read();

  /** The databases that are to be judged anew since this was last asked. */
  async function takeMarked(): Promise<string[]> {
    const due = await listDueDatabases(knex, { now: 0, limit: 10 });
    await knex('databases').update({ marks: 0, judged_marks: 0 });
    return due.map(({ key }) => key);
  }

  beforeEach(async () => {
    jest.resetAllMocks();
    knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory: migrationsDirectory });
    await upsertDatabases(knex, {
      databases: [orders, carts],
      judgedWith: '1',
    });
  });

  afterEach(async () => {
    await knex.destroy();
  });

  it('reads what an entity claims and states', async () => {
    await read(claiming('orders-db', { 'holdfast.io/tier': 'gold' }));

    await expect(readClaims(knex)).resolves.toEqual([
      {
        entityRef: 'resource:default/orders-db',
        databaseId: orders.summary.id,
        discovered: false,
        owner: 'group:default/checkout',
        system: 'system:default/shop',
        annotations: {
          cluster: 'eu',
          kind: CLUSTER_KIND,
          name: 'orders',
          namespace: 'shop',
          tier: 'gold',
        },
      },
    ]);
    expect(await takeMarked()).toEqual([orders.factKey]);
    expect(onMarked).toHaveBeenCalledTimes(1);
  });

  it('does nothing when nothing changed', async () => {
    const entities = [claiming('orders-db'), stating('Group', 'a', '5m')];
    await read(...entities);
    await takeMarked();
    onMarked.mockReset();

    await read(...entities);
    expect(onMarked).not.toHaveBeenCalled();
    expect(await takeMarked()).toEqual([]);
  });

  it('notices a claim that moves to another database, and one that goes', async () => {
    await read(claiming('orders-db'));
    await takeMarked();

    await read(claiming('orders-db', { 'holdfast.io/name': 'carts' }));
    expect((await takeMarked()).sort()).toEqual([
      carts.factKey,
      orders.factKey,
    ]);

    await read();
    expect(await takeMarked()).toEqual([carts.factKey]);
    await expect(readClaims(knex)).resolves.toEqual([]);
  });

  it('puts the claim first that was there first', async () => {
    const refs = async () =>
      (await readClaims(knex)).map(({ entityRef }) => entityRef);
    await read(claiming('younger'));
    await knex('claims').decrement('first_seen_at', 1000);

    await read(claiming('an-older-name'), claiming('younger'));
    expect(await refs()).toEqual([
      'resource:default/younger',
      'resource:default/an-older-name',
    ]);

    await read(
      claiming('an-older-name'),
      claiming('younger', { 'holdfast.io/tier': 'gold' }),
    );
    expect((await refs())[0]).toBe('resource:default/younger');
  });

  it('tells entities that Holdfast made from claims of repositories', async () => {
    await read(claiming('made', { 'holdfast.io/discovered': 'true' }));

    await expect(readClaims(knex)).resolves.toMatchObject([
      { entityRef: 'resource:default/made', discovered: true },
    ]);
  });

  it('says once what is missing to a claim, and heeds the others', async () => {
    const partial = claiming('partial');
    delete partial.metadata.annotations?.['holdfast.io/cluster'];
    const reader = ClaimsReader.create({
      knex,
      catalog: catalogServiceMock({ entities: [partial, claiming('whole')] }),
      auth: mockServices.auth(),
      logger,
      onMarked,
    });
    await reader.read();
    await reader.read();

    await expect(readClaims(knex)).resolves.toHaveLength(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(
        /resource:default\/partial .* not holdfast\.io\/cluster:/,
      ),
    );
  });

  it('reads what Systems and owners ask for', async () => {
    await read(
      stating('System', 'shop', '1h'),
      stating('Group', 'checkout', '2h'),
      stating('Group', 'silent'),
    );
    expect([...(await readStatedObjectives(knex)).values()]).toEqual(
      expect.arrayContaining([
        { entityRef: 'system:default/shop', annotations: { rpo: '1h' } },
        { entityRef: 'group:default/checkout', annotations: { rpo: '2h' } },
      ]),
    );
    expect(await takeMarked()).toEqual([orders.factKey]);

    await read(stating('System', 'shop', '1h'));
    expect(await takeMarked()).toEqual([orders.factKey]);
    expect([...(await readStatedObjectives(knex)).keys()]).toEqual([
      'system:default/shop',
    ]);
  });

  it('changes nothing when the catalog does not answer', async () => {
    await read(claiming('orders-db'));
    const catalog = catalogServiceMock({ entities: [] });
    jest.spyOn(catalog, 'streamEntities').mockImplementation(() => {
      throw new Error('the catalog is away');
    });

    await expect(
      ClaimsReader.create({
        knex,
        catalog,
        auth: mockServices.auth(),
        logger,
        onMarked,
      }).read(),
    ).rejects.toThrow('the catalog is away');
    await expect(readClaims(knex)).resolves.toHaveLength(1);
  });
});
