import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { waitFor } from '../../__testUtils__/waitFor';
import { migrationsDirectory } from '../../database/migrateDatabase';
import { assertLease } from '../../database/operations/leases/assertLease';
import { Lease } from './Lease';
import { LeaseKeeper } from './LeaseKeeper';

jest.setTimeout(30_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_18'],
});

describe.each(databases.eachSupportedId())('LeaseKeeper on %s', databaseId => {
  const name = 'cluster/eu';
  let knex: Knex;
  let stops: AbortController[];
  let turns: string[];

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory: migrationsDirectory });
    stops = [];
    turns = [];
  });

  afterEach(async () => {
    stops.forEach(stop => stop.abort());
    await knex.destroy();
  });

  function hold(holder: string, work?: (lease: Lease) => Promise<void>) {
    const stop = new AbortController();
    stops.push(stop);
    const done = LeaseKeeper.create({
      knex,
      holder,
      logger: mockServices.logger.mock(),
      ttlMs: 300,
    }).hold({
      name,
      signal: stop.signal,
      work: async (lease, signal) => {
        turns.push(`${lease.holder} ${lease.epoch} begins`);
        await work?.(lease);
        await new Promise(resolve => {
          if (signal.aborted) {
            resolve(undefined);
          }
          signal.addEventListener('abort', resolve);
        });
        turns.push(`${lease.holder} ${lease.epoch} ends`);
      },
    });
    return { stop: () => stop.abort(), done };
  }

  it('lets one hold it for as long as it renews, and the next when it gives up', async () => {
    const first = hold('first');
    await waitFor(() => expect(turns).toEqual(['first 1 begins']));
    const second = hold('second');
    await new Promise(resolve => setTimeout(resolve, 700));
    expect(turns).toEqual(['first 1 begins']);

    first.stop();
    await first.done;
    await waitFor(() =>
      expect(turns).toEqual([
        'first 1 begins',
        'first 1 ends',
        'second 2 begins',
      ]),
    );
    second.stop();
    await second.done;
  });

  it('passes on what runs out, and ends the work of who lost it', async () => {
    const first = hold('first');
    await waitFor(() => expect(turns).toEqual(['first 1 begins']));
    // As if the first had been paused for longer than its lease lasts, and another had come.
    await knex('leases')
      .where({ name })
      .update({ holder: 'second', epoch: 2, expires_at: 0 });
    await waitFor(() =>
      expect(turns.slice(1)).toEqual(['first 1 ends', 'first 3 begins']),
    );
    first.stop();
    await first.done;
  });

  it('refuses a transaction with an epoch that is over', async () => {
    const over: Lease = { name, holder: 'first', epoch: 1 };
    await expect(knex.transaction(tx => assertLease(tx, over))).rejects.toThrow(
      "Lease 'cluster/eu' of epoch 1 has passed to nobody",
    );
  });

  it('goes on after work that fails', async () => {
    let count = 0;
    const first = hold('first', async () => {
      count += 1;
      if (count === 1) {
        throw new Error('a turn that went wrong');
      }
    });
    await waitFor(() =>
      expect(turns).toEqual(['first 1 begins', 'first 2 begins']),
    );
    first.stop();
    await first.done;
  });
});
