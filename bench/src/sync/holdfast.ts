import { setTimeout as delay } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  DatabaseInventory,
  LeaseKeeper,
  migrateDatabase,
  readClusters,
  SyncService,
} from '@holdfast/plugin-holdfast-backend/testUtils';
import {
  cloudNativePgEngine,
  Engines,
  qualifiedKind,
  volumesEngine,
} from '@holdfast/plugin-holdfast-node';
import { Gauge } from './Gauge';
import { obey } from './obey';
import { openDatabase } from './openDatabase';
import { Report, Scene, Sighting } from './scene';

const ALL_WITHIN_MS = 30_000;

const engines = Engines.create([cloudNativePgEngine, volumesEngine]);
const kinds = engines.resources.map(qualifiedKind);

let inventory: DatabaseInventory | undefined;

/** Reads all objects as the backend does, and goes on following them. */
async function sync(scene: Scene): Promise<Report> {
  const logger = mockServices.rootLogger();
  const knex = await migrateDatabase({
    getClient: () => openDatabase(scene, 'holdfast'),
  });
  const facts = DatabaseInventory.create({
    knex,
    kinds,
    rootKinds: engines.databaseKinds,
  });
  const clusters = [
    {
      name: 'bench',
      url: scene.url,
      authProvider: 'serviceAccount',
      serviceAccountToken: scene.token,
    },
  ];
  const service = SyncService.create({
    clusters: readClusters({
      config: new ConfigReader({
        kubernetes: { clusterLocatorMethods: [{ type: 'config', clusters }] },
      }),
      logger,
    }),
    engines,
    inventory: facts,
    leases: LeaseKeeper.create({ knex, holder: 'bench', logger }),
    logger,
  });

  const gauge = Gauge.start();
  await service.start();
  while (!(await isComplete(facts))) {
    await delay(20);
  }
  const cost = gauge.stop();
  const [{ count }] = await knex('facts').count({ count: '*' });
  inventory = facts;
  return { report: 'synced', cost: { ...cost, rows: Number(count) } };
}

async function isComplete(facts: DatabaseInventory): Promise<boolean> {
  const unread = await facts.unread('bench');
  return unread.every(({ reason }) => reason === 'absent');
}

/** Notes when changes of databases can be read. */
async function expect(count: number): Promise<Report> {
  if (!inventory) {
    throw new Error('nothing was synced yet');
  }
  const facts = inventory;
  const seen = new Map<string, number>();
  let after = await facts.newestSeq();
  const deadline = Date.now() + ALL_WITHIN_MS;
  while (seen.size < count && Date.now() < deadline) {
    const { changes, upTo } = await facts.changesAfter({
      stream: 'fact',
      after,
      limit: 1_000,
    });
    const now = Date.now();
    for (const { key } of changes) {
      seen.set(key.slice(key.lastIndexOf('/') + 1), now);
    }
    after = upTo;
    await new Promise<void>(resolve => {
      const timer = setTimeout(wake, 100);
      const end = facts.subscribe('fact', wake);
      function wake() {
        clearTimeout(timer);
        end();
        resolve();
      }
    });
  }
  const sightings: Sighting[] = Array.from(seen, ([name, at]) => ({
    name,
    at,
  }));
  return { report: 'seen', sightings };
}

obey(async order => {
  switch (order.order) {
    case 'sync':
      return await sync(order.scene);
    case 'expect':
      return await expect(order.count);
    default:
      throw new Error(`Holdfast cannot ${order.order}`);
  }
});
