import { TestDatabases } from '@backstage/backend-test-utils';
import { DatabaseCopy, FateTie } from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { judgedDatabase } from '../../../recovery/__testUtils__/judgedDatabase';
import { migrationsDirectory } from '../../migrateDatabase';
import { readCopies } from '../copies/readCopies';
import { syncCopies } from '../copies/syncCopies';
import { syncDatabaseStores } from '../databases/syncDatabaseStores';
import { upsertDatabases } from '../databases/upsertDatabases';
import { listFateMembers, listFates } from './listFates';
import { syncFates } from './syncFates';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const tie = (
  kind: FateTie['kind'],
  id: string,
  data: boolean,
  backups: FateTie['backups'],
): FateTie => ({ kind, id, name: id, data, backups });

describe.each(databases.eachSupportedId())('fates on %s', databaseId => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });

  afterEach(async () => {
    await knex.destroy();
  });

  const sync = (fates: Record<string, FateTie[]>) =>
    knex.transaction(tx =>
      syncFates(tx, { fates: new Map(Object.entries(fates)) }),
    );
  const list = async (options: Partial<Parameters<typeof listFates>[1]> = {}) =>
    (
      await listFates(knex, { filter: undefined, limit: 10, ...options })
    ).fates.map(({ kind, id }) => `${kind} ${id}`);

  it('come worst first: nothing left, then no backups, then most that are down', async () => {
    await sync({
      a: [
        tie('cluster', 'eu', true, 'none'),
        tie('bucket', 'b', false, 'all'),
        tie('region', 'r', true, 'all'),
      ],
      b: [tie('cluster', 'eu', true, 'none'), tie('bucket', 'b', false, 'all')],
      c: [tie('cluster', 'eu', true, 'none'), tie('node', 'n', true, 'none')],
    });
    await expect(list()).resolves.toEqual([
      'region r',
      'bucket b',
      'cluster eu',
    ]);
    await expect(list({ kinds: ['cluster', 'node'] })).resolves.toEqual([
      'cluster eu',
    ]);
    const { fates } = await listFates(knex, { filter: undefined, limit: 1 });
    await expect(list({ after: fates[0].position })).resolves.toEqual([
      'bucket b',
      'cluster eu',
    ]);
    const members = await listFateMembers(knex, {
      fates: [{ kind: 'cluster', id: 'eu' }],
      filter: undefined,
      limit: 2,
    });
    expect(members.get('cluster|eu')).toEqual({
      readable: 3,
      members: [
        { id: 'a', down: true, backups: 0 },
        { id: 'b', down: true, backups: 0 },
      ],
    });
  });

  it('follow what databases stand on', async () => {
    await sync({ a: [tie('bucket', 'b', true, 'all')] });
    await sync({ a: [tie('bucket', 'c', true, 'all')] });
    await expect(list()).resolves.toEqual(['bucket c']);
    await sync({ a: [] });
    await expect(list()).resolves.toEqual([]);
  });

  it('have who is followed judged again when its copy came, changed or went', async () => {
    const orders = judgedDatabase({ name: 'orders' });
    const { id } = orders.summary;
    await upsertDatabases(knex, { databases: [orders], judgedWith: '1' });
    await knex.transaction(tx =>
      syncDatabaseStores(tx, { stores: new Map([[id, ['store']]]) }),
    );
    const evidence = { object: orders.summary.reference, field: '.spec' };
    const copy = (ready: boolean): DatabaseCopy => ({
      id: 'us/shop/Cluster/orders',
      object: { ...orders.summary.reference, cluster: 'us' },
      via: { value: 'archive', evidence },
      ready: { value: ready, evidence },
    });
    const marksAfter = async (followed: DatabaseCopy | undefined) => {
      await knex.transaction(tx =>
        syncCopies(tx, {
          copies: new Map([
            [
              'us/shop/Cluster/orders',
              followed && { storeId: 'store', copy: followed },
            ],
          ]),
        }),
      );
      const row = await knex('databases').where({ id }).first('marks');
      return row.marks;
    };
    await expect(marksAfter(copy(true))).resolves.toBe(1);
    await expect(marksAfter(copy(true))).resolves.toBe(1);
    await expect(marksAfter(copy(false))).resolves.toBe(2);
    const known = await readCopies(knex, { storeIds: ['store', 'other'] });
    expect(known.get('store')).toEqual([copy(false)]);
    await expect(marksAfter(undefined)).resolves.toBe(3);
    await expect(readCopies(knex, { storeIds: ['store'] })).resolves.toEqual(
      new Map(),
    );
  });
});
