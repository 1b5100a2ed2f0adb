import { setTimeout as delay } from 'node:timers/promises';
import {
  DemoFleet,
  KubernetesObject,
  ResourceType,
  resourceTypes,
  SimulatedCluster,
} from '@holdfast/demo';
import { typicalDatabase } from '../assess/typicalDatabase';
import { obey } from './obey';
import { Report, Sighting } from './scene';

const TOKEN = 'reader';

/** How many objects of a kind there are for each four. */
const SHARES: ReadonlyArray<[ResourceType, number]> = [
  [resourceTypes.clusters, 1],
  [resourceTypes.persistentVolumeClaims, 2],
  [resourceTypes.backups, 1],
];

/** The changes are spread over about a second. */
const PAUSE_MS = 10;

const cluster = SimulatedCluster.create({
  name: 'bench',
  accounts: [{ token: TOKEN, user: 'reader', access: 'read' }],
});

function samplesOf(type: ResourceType): string[] {
  const demo = DemoFleet.create({ token: TOKEN, databases: [typicalDatabase] });
  demo.tick();
  const found = [...demo.clusters.values()].flatMap(each =>
    each.objects.list(type),
  );
  return found.map(({ metadata, ...object }) => {
    const { namespace, name, labels, annotations } = metadata;
    return JSON.stringify({
      ...object,
      metadata: { namespace, name, labels, annotations },
    });
  });
}

/** Multiplies the objects of a typical database, under other names. */
async function serve(objects: number): Promise<Report> {
  for (const [type, share] of SHARES) {
    const samples = samplesOf(type);
    const count = (objects / 4) * share;
    for (let i = 0; i < count; i++) {
      const name = `db-${String(i).padStart(6, '0')}`;
      const object: KubernetesObject = JSON.parse(
        samples[i % samples.length].replaceAll(typicalDatabase.name, name),
      );
      cluster.objects.apply(type, object);
    }
  }
  await cluster.start();
  const bytes = SHARES.flatMap(([type]) => cluster.objects.list(type)).reduce(
    (sum, object) => sum + JSON.stringify(object).length,
    0,
  );
  return {
    report: 'serving',
    url: cluster.url,
    token: TOKEN,
    megabytes: bytes / 1e6,
  };
}

/** Changes databases one by one, and notes when. */
async function change(count: number): Promise<Report> {
  const sightings: Sighting[] = [];
  const type = resourceTypes.clusters;
  const keys = cluster.objects
    .list(type)
    .slice(0, count)
    .map(({ metadata: { namespace, name } }) => ({ namespace, name }));
  for (const key of keys) {
    cluster.objects.patch(type, key, {
      status: { phase: `Failing over (${Date.now()})` },
    });
    sightings.push({ name: key.name, at: Date.now() });
    await delay(PAUSE_MS);
  }
  return { report: 'changed', sightings };
}

obey(async order => {
  switch (order.order) {
    case 'serve':
      return await serve(order.objects);
    case 'change':
      return await change(order.count);
    default:
      throw new Error(`a fleet cannot ${order.order}`);
  }
});
