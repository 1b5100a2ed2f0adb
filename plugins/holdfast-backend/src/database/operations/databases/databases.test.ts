import { TestDatabases } from '@backstage/backend-test-utils';
import { Verdict } from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { DatabaseFilter } from '../../../recovery/DatabaseFilter';
import { DatabaseOrder } from '../../../recovery/DatabaseOrder';
import { judgedDatabase } from '../../../recovery/__testUtils__/judgedDatabase';
import { JudgedDatabase } from '../../../recovery/StoredDatabase';
import { migrationsDirectory } from '../../migrateDatabase';
import { countDatabases } from './countDatabases';
import { countDatabasesBy } from './countDatabasesBy';
import { deleteDatabases } from './deleteDatabases';
import { insertVerdictTransitions } from './insertVerdictTransitions';
import { listDatabases } from './listDatabases';
import { listDueDatabases } from './listDueDatabases';
import { listInventory } from './listInventory';
import { markDatabases } from './markDatabases';
import { pruneVerdictTransitions } from './pruneVerdictTransitions';
import { readDatabases } from './readDatabases';
import { readFormerJudgements } from './readFormerJudgements';
import { readStoreWriters } from './readStoreWriters';
import { syncDatabaseStores } from './syncDatabaseStores';
import { upsertDatabases } from './upsertDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_18'],
});

const worstFirst: DatabaseOrder = { field: 'verdict', direction: 'asc' };

describe.each(databases.eachSupportedId())(
  'operations on databases, on %s',
  databaseId => {
    let knex: Knex;

    async function store(...judged: JudgedDatabase[]) {
      await upsertDatabases(knex, { databases: judged, judgedWith: '1' });
    }

    async function names(options?: {
      filter?: DatabaseFilter;
      order?: DatabaseOrder;
    }) {
      const found = await listDatabases(knex, {
        filter: options?.filter,
        order: options?.order ?? worstFirst,
        limit: 100,
      });
      return found.map(({ summary }) => summary.reference.name);
    }

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await knex.migrate.latest({ directory: migrationsDirectory });
    });

    afterEach(async () => {
      await knex.destroy();
    });

    it('lists worst first, with exempt ones last', async () => {
      await store(
        judgedDatabase({ name: 'a', verdict: 'exempt' }),
        judgedDatabase({ name: 'b', verdict: 'proven' }),
        judgedDatabase({ name: 'c', verdict: 'unknown' }),
        judgedDatabase({ name: 'd', verdict: 'unprotected' }),
        judgedDatabase({ name: 'e', verdict: 'at-risk' }),
        judgedDatabase({ name: 'f', verdict: 'protected' }),
      );

      await expect(names()).resolves.toEqual(['d', 'c', 'e', 'f', 'b', 'a']);
    });

    it('counts an exposure that cannot be told as the longest', async () => {
      await store(
        judgedDatabase({ name: 'a', summary: { attainedRpoSeconds: 300 } }),
        judgedDatabase({ name: 'b' }),
        judgedDatabase({ name: 'c', summary: { attainedRpoSeconds: 0.5 } }),
      );

      await expect(
        names({ order: { field: 'attainedRpo', direction: 'desc' } }),
      ).resolves.toEqual(['b', 'a', 'c']);
    });

    it.each<DatabaseOrder>([
      { field: 'verdict', direction: 'asc' },
      { field: 'verdict', direction: 'desc' },
      { field: 'name', direction: 'desc' },
      { field: 'owner', direction: 'asc' },
      { field: 'attainedRpo', direction: 'desc' },
      { field: 'cluster', direction: 'asc' },
    ])('pages by $field, $direction, telling each one once', async order => {
      const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name, index) =>
        judgedDatabase({
          name,
          cluster: index % 2 ? 'us' : 'eu',
          verdict: index % 3 ? 'unknown' : 'at-risk',
          summary: {
            owner: index % 2 ? `group:default/${index % 3}` : undefined,
            attainedRpoSeconds: index % 3 ? index % 2 : undefined,
          },
        }),
      );
      await store(...all);
      const whole = await listDatabases(knex, {
        filter: undefined,
        order,
        limit: 100,
      });

      const paged: typeof whole = [];
      for (;;) {
        const page = await listDatabases(knex, {
          filter: undefined,
          order,
          after: paged.at(-1)?.position,
          limit: 2,
        });
        if (!page.length) {
          break;
        }
        paged.push(...page);
      }

      expect(paged).toEqual(whole);
      expect(whole).toHaveLength(7);
    });

    it('filters by every condition, and by their combinations', async () => {
      await store(
        judgedDatabase({
          name: 'orders',
          summary: { owner: 'group:default/checkout', system: 'system:shop' },
        }),
        judgedDatabase({
          name: 'ledger_50%',
          cluster: 'us',
          verdict: 'unknown',
          summary: {
            owner: 'group:default/payments',
            entityRef: 'resource:default/ledger',
          },
        }),
        judgedDatabase({ name: 'sandbox', verdict: 'unknown' }),
      );
      const owner = (...values: string[]) => ({
        key: 'owner' as const,
        values,
      });

      await expect(
        names({ filter: owner('group:default/checkout') }),
      ).resolves.toEqual(['orders']);
      await expect(
        names({ filter: { not: owner('group:default/checkout') } }),
      ).resolves.toEqual(['sandbox', 'ledger_50%']);
      await expect(
        names({
          filter: {
            anyOf: [
              owner('group:default/checkout'),
              {
                allOf: [
                  { key: 'verdict', values: ['unknown'] },
                  { key: 'cluster', values: ['us'] },
                ],
              },
            ],
          },
        }),
      ).resolves.toEqual(['ledger_50%', 'orders']);
      await expect(
        names({ filter: { key: 'system', values: ['system:shop'] } }),
      ).resolves.toEqual(['orders']);
      await expect(
        names({
          filter: { key: 'entityRef', values: ['resource:default/ledger'] },
        }),
      ).resolves.toEqual(['ledger_50%']);
      await expect(
        names({ filter: { key: 'text', value: 'CHECK' } }),
      ).resolves.toEqual(['orders']);
      await expect(
        names({ filter: { key: 'text', value: '0%' } }),
      ).resolves.toEqual(['ledger_50%']);
      await expect(
        names({ filter: { key: 'text', value: 'r_e' } }),
      ).resolves.toEqual([]);
      await expect(
        names({ filter: owner(`'; drop table databases; --`) }),
      ).resolves.toEqual([]);
      await expect(
        countDatabases(knex, {
          filter: { key: 'verdict', values: ['unknown'] },
        }),
      ).resolves.toBe(2);
      await expect(
        countDatabasesBy(knex, { column: 'owner', filter: undefined }),
      ).resolves.toEqual({
        'group:default/checkout': 1,
        'group:default/payments': 1,
      });
    });

    it('stores a database anew and keeps the marks that came meanwhile', async () => {
      const orders = judgedDatabase({ name: 'orders' });
      await store(orders);
      await markDatabases(knex, { ids: [orders.summary.id] });
      const readBack = async () =>
        (
          await readFormerJudgements(knex, {
            cluster: 'eu',
            factKeys: [orders.factKey],
          })
        ).get(orders.factKey);
      const former = await readBack();
      expect(former?.marks).toBe(1);
      await markDatabases(knex, {
        cluster: 'eu',
        factKeys: [orders.factKey],
      });

      await store(
        judgedDatabase({ name: 'orders', verdict: 'proven', former }),
      );
      await expect(
        listDueDatabases(knex, { now: 0, limit: 10 }),
      ).resolves.toEqual([{ cluster: 'eu', key: orders.factKey }]);

      await store(
        judgedDatabase({
          name: 'orders',
          verdict: 'proven',
          former: await readBack(),
        }),
      );
      await expect(
        listDueDatabases(knex, { now: 0, limit: 10 }),
      ).resolves.toEqual([]);
      const { id } = orders.summary;
      expect(
        (await readDatabases(knex, { ids: [id] })).get(id)?.summary.verdict,
      ).toBe('proven');
    });

    it('tells which are due, the longest due first', async () => {
      await store(
        ...[3, 1, 2].map(minute =>
          judgedDatabase({
            name: `due-${minute}`,
            assessment: { reassessAt: `2026-11-20T10:0${minute}:00.000Z` },
          }),
        ),
        judgedDatabase({ name: 'never' }),
      );

      const due = await listDueDatabases(knex, {
        now: Date.parse('2026-11-20T10:02:00.000Z'),
        limit: 10,
      });
      expect(due.map(({ key }) => key.split('/').at(-1))).toEqual([
        'due-1',
        'due-2',
      ]);
    });

    it('marks those of an owner or System', async () => {
      await store(
        judgedDatabase({ name: 'a', summary: { owner: 'group:default/a' } }),
        judgedDatabase({ name: 'b', summary: { system: 'system:default/b' } }),
        judgedDatabase({ name: 'c' }),
      );
      await markDatabases(knex, {
        ownersOrSystems: ['group:default/a', 'system:default/b'],
      });

      const due = await listDueDatabases(knex, { now: 0, limit: 10 });
      expect(due.map(({ key }) => key.split('/').at(-1)).sort()).toEqual([
        'a',
        'b',
      ]);
    });

    it('lets databases know when another one begins or ceases to write to their store', async () => {
      const [a, b] = ['a', 'b'].map(name => judgedDatabase({ name }));
      await store(a, b);
      const write = (id: string, stores: string[]) =>
        knex.transaction(tx =>
          syncDatabaseStores(tx, { stores: new Map([[id, stores]]) }),
        );
      const marked = async () =>
        (await listDueDatabases(knex, { now: 0, limit: 10 })).map(
          ({ key }) => key,
        );

      await write(a.summary.id, ['s3://x']);
      await expect(marked()).resolves.toEqual([]);
      await write(b.summary.id, ['s3://x', 's3://y']);
      await expect(marked()).resolves.toEqual([a.factKey]);
      await expect(
        readStoreWriters(knex, { storeIds: ['s3://x', 's3://z'] }),
      ).resolves.toEqual(new Map([['s3://x', [a.summary.id, b.summary.id]]]));

      await store(
        judgedDatabase({
          name: 'a',
          former: {
            id: a.summary.id,
            uid: a.summary.uid,
            factKey: a.factKey,
            summary: a.summary,
            inventoryHash: '',
            marks: 1,
          },
        }),
      );
      await write(b.summary.id, ['s3://x', 's3://y']);
      await expect(marked()).resolves.toEqual([]);

      await write(b.summary.id, []);
      await expect(marked()).resolves.toEqual([a.factKey]);
      await deleteDatabases(knex, { ids: [b.summary.id] });
      await expect(names()).resolves.toEqual(['a']);
    });

    it('forgets transitions that are too old, but for the last of those', async () => {
      const of = (name: string) => judgedDatabase({ name }).summary;
      const tell = (name: string, at: number, to?: Verdict) => ({
        databaseId: of(name).id,
        uid: of(name).uid,
        at,
        to,
      });
      await insertVerdictTransitions(knex, {
        transitions: [
          tell('steady', 1000, 'at-risk'),
          tell('steady', 1500, 'protected'),
          tell('gone', 1000, 'protected'),
          tell('gone', 1900),
          tell('lively', 1000, 'protected'),
          tell('lively', 2000, 'at-risk'),
          tell('lively', 3000, 'protected'),
          tell('going', 1000, 'protected'),
          tell('going', 2500),
        ],
      });

      await expect(
        pruneVerdictTransitions(knex, { before: 2000 }),
      ).resolves.toBe(4);
      const left = await knex('verdict_transitions').orderBy('id');
      expect(
        left.map(({ database_id, at }) => [
          database_id.split('/').pop(),
          Number(at),
        ]),
      ).toEqual([
        ['steady', 1500],
        ['lively', 2000],
        ['lively', 3000],
        ['going', 1000],
        ['going', 2500],
      ]);
    });

    it('pages through what the catalog needs in the order of ids', async () => {
      await store(...['c', 'a', 'b'].map(name => judgedDatabase({ name })));

      const first = await listInventory(knex, { limit: 2 });
      const second = await listInventory(knex, {
        limit: 2,
        after: first[1].id,
      });
      expect(
        [...first, ...second].map(({ reference }) => reference.name),
      ).toEqual(['a', 'b', 'c']);
      await expect(
        listInventory(knex, { ids: [first[1].id], limit: 2 }),
      ).resolves.toEqual([first[1]]);
    });
  },
);
