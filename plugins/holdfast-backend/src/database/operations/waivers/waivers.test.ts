import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { RecordedWaiver } from '../../../waivers/RecordedWaiver';
import { migrationsDirectory } from '../../migrateDatabase';
import { deleteWaiver } from './deleteWaiver';
import { insertWaiver } from './insertWaiver';
import { pruneWaivers } from './pruneWaivers';
import { readWaivers } from './readWaivers';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_18'],
});

function aWaiver(
  id: string,
  databaseId: string,
  until: string,
): RecordedWaiver {
  return {
    id,
    databaseId,
    uid: 'uid-1',
    rule: 'placement/single-instance',
    reason: 'a test system: nobody waits for it',
    until,
    by: 'user:default/ada',
    createdAt: '2026-11-20T10:00:00.000Z',
    origin: { level: 'portal', reference: databaseId },
  };
}

describe.each(databases.eachSupportedId())(
  'operations on waivers, on %s',
  databaseId => {
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await knex.migrate.latest({ directory: migrationsDirectory });
    });

    afterEach(async () => {
      await knex.destroy();
    });

    it('keep, find, take away and forget', async () => {
      const later = aWaiver('1', 'eu/a', '2027-02-01T00:00:00.000Z');
      const sooner = aWaiver('2', 'eu/a', '2027-01-01T00:00:00.000Z');
      const other = aWaiver('3', 'eu/b', '2026-12-01T00:00:00.000Z');
      for (const waiver of [later, sooner, other]) {
        await insertWaiver(knex, waiver);
      }
      const idsOf = async (...databaseIds: string[]) =>
        (await readWaivers(knex, { databaseIds })).map(({ id }) => id);

      await expect(
        readWaivers(knex, { databaseIds: ['eu/a'] }),
      ).resolves.toEqual([sooner, later]);
      await expect(idsOf('eu/a', 'eu/b', 'eu/c')).resolves.toEqual([
        '3',
        '2',
        '1',
      ]);
      await expect(idsOf()).resolves.toEqual([]);

      await expect(
        deleteWaiver(knex, { id: '1', databaseId: 'eu/b' }),
      ).resolves.toBe(false);
      await expect(
        deleteWaiver(knex, { id: '1', databaseId: 'eu/a' }),
      ).resolves.toBe(true);
      await expect(
        pruneWaivers(knex, {
          endedBefore: Date.parse('2026-12-31T00:00:00Z'),
        }),
      ).resolves.toBe(1);
      await expect(idsOf('eu/a', 'eu/b')).resolves.toEqual(['2']);
    });
  },
);
