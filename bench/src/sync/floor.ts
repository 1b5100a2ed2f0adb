import { createInterface } from 'node:readline';
import {
  cloudNativePgEngine,
  Engines,
  KubernetesObject,
  volumesEngine,
  WatchedResource,
} from '@holdfast/plugin-holdfast-node';
import { insertRows } from '@holdfast/plugin-holdfast-backend/testUtils';
import { Knex } from 'knex';
import { request } from 'undici';
import { Gauge } from './Gauge';
import { obey } from './obey';
import { openDatabase } from './openDatabase';
import { Report, Scene } from './scene';

const ROWS_PER_TRANSACTION = 1_000;

const engines = Engines.create([cloudNativePgEngine, volumesEngine]);

interface Row {
  key: string;
  kind: string;
  uid: string;
  /** The database that it is about. */
  subject: string;
  body: string;
}

async function write(knex: Knex, rows: readonly Row[]): Promise<void> {
  await knex.transaction(tx =>
    insertRows(tx, {
      into: 'floor',
      columns: [
        ['key', 'text'],
        ['kind', 'text'],
        ['uid', 'text'],
        ['subject', 'text'],
        ['body', 'text'],
      ],
      rows,
      onConflict: 'do nothing',
    }),
  );
}

/** Reads all objects of a kind by the quickest way there is, and writes what is kept of them. */
async function read(
  scene: Scene,
  knex: Knex,
  resource: WatchedResource,
): Promise<void> {
  const { group, version, plural } = resource;
  const root = group ? `apis/${group}` : 'api';
  const { statusCode, body } = await request(
    `${scene.url}/${root}/${version}/${plural}`,
    {
      query: {
        watch: true,
        sendInitialEvents: true,
        resourceVersionMatch: 'NotOlderThan',
        allowWatchBookmarks: true,
      },
      headers: { authorization: `Bearer ${scene.token}` },
    },
  );
  if (statusCode !== 200) {
    await body.dump();
    return;
  }
  const lines = createInterface({ input: body });
  // The watch is given up when all objects have been told.
  lines.on('error', () => {});
  let rows: Row[] = [];
  for await (const line of lines) {
    const event: { type: string; object: KubernetesObject } = JSON.parse(line);
    if (event.type === 'BOOKMARK') {
      break;
    }
    const fact = engines.project(resource, event.object);
    if (fact) {
      const { key, kind, uid, subjects } = fact;
      const subject = subjects[0] ?? key;
      rows.push({ key, kind, uid, subject, body: JSON.stringify(fact) });
    }
    if (rows.length >= ROWS_PER_TRANSACTION) {
      const full = rows;
      rows = [];
      await write(knex, full);
    }
  }
  body.destroy();
  await write(knex, rows);
}

/**
 * What any program has to do that is to find these objects in a table by their keys and by their databases: fetch, parse, project, write.
 */
async function sync(scene: Scene): Promise<Report> {
  const knex = await openDatabase(scene, 'floor');
  await knex.schema.createTable('floor', table => {
    table.text('key').primary();
    table.text('kind').notNullable();
    table.text('uid').notNullable();
    table.text('subject').notNullable().index();
    table.text('body').notNullable();
  });
  const gauge = Gauge.start();
  await Promise.all(
    engines.resources.map(resource => read(scene, knex, resource)),
  );
  const cost = gauge.stop();
  const [{ count }] = await knex('floor').count({ count: '*' });
  await knex.destroy();
  return { report: 'synced', cost: { ...cost, rows: Number(count) } };
}

obey(async order => {
  if (order.order !== 'sync') {
    throw new Error(`the floor cannot ${order.order}`);
  }
  return await sync(order.scene);
});
