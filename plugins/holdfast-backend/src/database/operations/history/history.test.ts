import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrationsDirectory } from '../../migrateDatabase';
import {
  insertVerdictTransitions,
  VerdictTransition,
} from '../databases/insertVerdictTransitions';
import { countTransitions } from './countTransitions';
import { listTransitions } from './listTransitions';
import { readTransitionsSince } from './readTransitionsSince';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_18'],
});

const orders = { databaseId: 'eu/orders', uid: 'uid-1' };
const transitions: VerdictTransition[] = [
  { ...orders, at: 1000, to: 'unknown', rpo: 'unknown' },
  {
    ...orders,
    at: 2000,
    from: 'unknown',
    to: 'at-risk',
    rpo: 'missed',
    rule: 'objective/rpo-missed',
    message: 'The changes of 2 h would be lost.',
  },
  { databaseId: 'eu/carts', uid: 'uid-2', at: 2500, to: 'protected' },
  { ...orders, at: 3000, from: 'at-risk' },
  { ...orders, uid: 'uid-3', at: 3000, to: 'exempt', rpo: 'exempt' },
  {
    ...orders,
    uid: 'uid-3',
    at: 4000,
    from: 'exempt',
    to: 'proven',
    rpo: 'met',
  },
];

describe.each(databases.eachSupportedId())(
  'operations on history, on %s',
  databaseId => {
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await knex.migrate.latest({ directory: migrationsDirectory });
      await insertVerdictTransitions(knex, { transitions });
    });

    afterEach(async () => {
      await knex.destroy();
    });

    it('list the newest first, page by page, of all incarnations', async () => {
      const own = transitions.filter(
        transition => transition.databaseId === orders.databaseId,
      );
      const paged: VerdictTransition[] = [];
      let after: number | undefined;
      for (;;) {
        const page = await listTransitions(knex, {
          databaseId: orders.databaseId,
          after,
          limit: 2,
        });
        if (!page.length) break;
        after = page[page.length - 1].number;
        paged.push(...page.map(({ number: _, ...transition }) => transition));
      }
      expect(paged).toEqual(own.reverse());
      await expect(
        countTransitions(knex, { databaseId: orders.databaseId }),
      ).resolves.toBe(5);
    });

    it.each([
      [500, [1000, 2000, 3000]],
      [2000, [1000, 2000, 3000]],
      [2001, [2000, 3000]],
      [9000, [3000]],
    ])('know how one incarnation stood at %d', async (since, moments) => {
      const found = await readTransitionsSince(knex, { ...orders, since });
      expect(found.map(({ at }) => at)).toEqual(moments);
    });
  },
);
