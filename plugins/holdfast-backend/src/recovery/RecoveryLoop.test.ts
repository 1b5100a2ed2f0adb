import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { defaultObjectiveConfig } from '@holdfast/plugin-holdfast-common';
import { Engines } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { migrationsDirectory } from '../database/migrateDatabase';
import { writeClusterContact } from '../database/operations/clusters/writeClusterContact';
import { writeResourceState } from '../database/operations/clusters/writeResourceState';
import { readDatabases } from '../database/operations/databases/readDatabases';
import { acquireLease } from '../database/operations/leases/acquireLease';
import { waitFor } from '../__testUtils__/waitFor';
import { DatabaseInventory } from '../inventory/DatabaseInventory';
import { HashedFact } from '../inventory/Inventory';
import { Lease } from '../sync/leases/Lease';
import {
  backupFact,
  BACKUP_KIND,
  exampleEngine,
  exampleRule,
  SERVER_KIND,
  serverFact,
} from './__testUtils__/exampleEngine';
import { Describer } from './Describer';
import { Judge } from './Judge';
import { RecoveryLoop } from './RecoveryLoop';
import { Wakeup } from './Wakeup';

const LONGER_THAN_A_TEST_MS = 600_000;

jest.setTimeout(60_000);

describe('RecoveryLoop', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let knex: Knex;
  let inventory: DatabaseInventory;
  let writer: Lease;
  let stop: AbortController;
  let running: Promise<void>;

  async function acquire(name: string): Promise<Lease> {
    const lease = await acquireLease(knex, {
      name,
      holder: 'test',
      ttlMs: 600_000,
    });
    if (!lease) {
      throw new Error(`the lease '${name}' is taken`);
    }
    return lease;
  }

  async function write(kind: string, ...upserts: HashedFact[]) {
    await inventory.writeFacts({
      lease: writer,
      cluster: 'eu',
      kind,
      upserts,
      deletedKeys: [],
    });
  }

  async function until(verdict: string): Promise<void> {
    const id = `eu/shop/${SERVER_KIND}/orders`;
    await waitFor(async () => {
      const found = await readDatabases(knex, { ids: [id] });
      expect(found.get(id)?.summary.verdict).toBe(verdict);
    });
  }

  beforeEach(async () => {
    knex = await databases.init('SQLITE_3');
    await knex.migrate.latest({ directory: migrationsDirectory });
    inventory = DatabaseInventory.create({
      knex,
      rootKinds: [SERVER_KIND],
      kinds: [SERVER_KIND, BACKUP_KIND],
    });
    writer = await acquire('cluster/eu');
    const now = new Date().toISOString();
    await writeClusterContact(knex, {
      cluster: 'eu',
      contact: { state: 'live', since: now, lastContactAt: now },
    });
    for (const kind of [SERVER_KIND, BACKUP_KIND]) {
      await writeResourceState(knex, {
        cluster: 'eu',
        state: {
          kind,
          phase: 'watching',
          projectionVersion: '1',
          objectCount: 0,
          brokenCount: 0,
          lastCompleteSyncAt: now,
        },
      });
    }
    const logger = mockServices.logger.mock();
    stop = new AbortController();
    running = RecoveryLoop.create({
      knex,
      inventory,
      judge: Judge.create({
        knex,
        describer: Describer.create({
          knex,
          inventory,
          engines: Engines.create([exampleEngine]),
          logger: mockServices.logger.mock(),
        }),
        rules: [exampleRule],
        objectives: defaultObjectiveConfig,
        defaultOwner: undefined,
      }),
      version: '1',
      logger,
    }).run(await acquire('recovery'), stop.signal);
  });

  afterEach(async () => {
    stop.abort();
    await running;
    await knex.destroy();
  });

  it('shows a change as soon as it was written, and not at the next look', async () => {
    await write(SERVER_KIND, serverFact('orders'));
    await until('unprotected');

    const { sleep } = Wakeup.prototype;
    const longSleep = jest
      .spyOn(Wakeup.prototype, 'sleep')
      .mockImplementation(function sleepLong(this: Wakeup, options) {
        return sleep.call(this, { ...options, ms: LONGER_THAN_A_TEST_MS });
      });
    await waitFor(() => expect(longSleep).toHaveBeenCalled());

    await write(BACKUP_KIND, backupFact('nightly', { of: 'orders' }));
    await until('proven');
    longSleep.mockRestore();
  });

  it('goes on after an error', async () => {
    await write(SERVER_KIND, serverFact('orders'));
    await until('unprotected');

    const read = jest
      .spyOn(inventory, 'readChanges')
      .mockRejectedValueOnce(new Error('the database is away'));
    await write(BACKUP_KIND, backupFact('nightly', { of: 'orders' }));
    await until('proven');
    expect(read).toHaveBeenCalled();
  });
});
