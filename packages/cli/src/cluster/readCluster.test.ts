import { KubeConfig } from '@kubernetes/client-node';
import { SimulatedCluster } from '@holdfast/demo';
import {
  cloudNativePgEngine,
  Engines,
  volumesEngine,
} from '@holdfast/plugin-holdfast-node';
import { kubeconfigOf, startLabCluster } from '../__testUtils__/labCluster';
import { readRecording } from '../__testUtils__/recordings';
import { ApiServer } from './ApiServer';
import { readCluster } from './readCluster';

const engines = Engines.create([cloudNativePgEngine, volumesEngine]);
const { objects } = readRecording('healthy-one-instance');
let cluster: SimulatedCluster;

beforeEach(async () => {
  cluster = await startLabCluster(objects);
});

afterEach(() => cluster.stop());

async function read(options: { namespace?: string; token?: string } = {}) {
  const kubeconfig = new KubeConfig();
  kubeconfig.loadFromString(
    JSON.stringify(kubeconfigOf(cluster, options.token)),
  );
  return await readCluster({
    server: ApiServer.create({ kubeconfig, url: `${cluster.url}/` }),
    engines,
    namespace: options.namespace,
    label: 'context lab',
  });
}

const namesOf = (
  kind: string,
  all: { kind?: string; metadata: { name: string } }[],
) =>
  all
    .filter(object => object.kind === kind)
    .map(({ metadata }) => metadata.name);

it('reads every kind that engines read', async () => {
  const { objects: found, unread, problems } = await read();
  expect(found).toHaveLength(objects.length);
  expect(namesOf('Cluster', found)).toEqual(['orders']);
  expect(found[0]).toMatchObject({ apiVersion: expect.any(String) });
  expect(unread).toEqual([]);
  expect(problems).toEqual([]);
});

it('reads of a kind only what has the labels that an engine asks for', async () => {
  const backups = engines.resources.filter(({ kind }) => kind === 'Backup');
  const [resource] = backups;
  const kubeconfig = new KubeConfig();
  kubeconfig.loadFromString(JSON.stringify(kubeconfigOf(cluster)));
  const readWith = async (labelSelector: string) =>
    (
      await readCluster({
        server: ApiServer.create({ kubeconfig, url: `${cluster.url}/` }),
        engines: { resources: [{ ...resource, labelSelector }] },
        label: 'context lab',
      })
    ).objects;
  expect(await readWith('cnpg.io/cluster=orders')).not.toHaveLength(0);
  expect(await readWith('holdfast.io/report')).toEqual([]);
});

it('reads one namespace, and what is in none', async () => {
  const { objects: found } = await read({ namespace: 'shop' });
  expect(namesOf('Cluster', found)).toEqual([]);
  expect(namesOf('StorageClass', found)).toEqual(['local']);
});

it('reads a page at a time, and anew where the pages ran out', async () => {
  const [backup] = objects.filter(({ kind }) => kind === 'Backup');
  const many = Array.from({ length: 501 }, (_, index) => ({
    ...backup,
    metadata: { ...backup.metadata, name: `backup-${index}` },
  }));
  await cluster.stop();
  cluster = await startLabCluster(many);
  const count = async () => namesOf('Backup', (await read()).objects).length;
  expect(await count()).toBe(501);

  cluster.faults.inject({ kind: 'expire', requests: 1 });
  expect(await count()).toBe(501);
});

it('waits when it is told to', async () => {
  cluster.faults.inject({ kind: 'throttle', requests: 1 });
  const { objects: found, problems } = await read();
  expect(found).toHaveLength(objects.length);
  expect(problems).toEqual([]);
});

it('takes a kind that it may not read for unread', async () => {
  cluster.faults.inject({
    kind: 'forbid',
    resource: 'backups.postgresql.cnpg.io',
  });
  const { unread, problems } = await read();
  expect(problems).toEqual([]);
  expect(unread).toEqual([
    {
      kind: 'Backup.postgresql.cnpg.io',
      reason: 'forbidden',
      message: expect.stringContaining(
        'backups.postgresql.cnpg.io is forbidden',
      ),
    },
  ]);
});

it('takes a kind that is not installed for absent', async () => {
  cluster.faults.inject({
    kind: 'withdraw',
    resource: 'volumesnapshots.snapshot.storage.k8s.io',
  });
  const { unread, problems } = await read();
  expect(problems).toEqual([]);
  expect(unread).toMatchObject([
    { kind: 'VolumeSnapshot.snapshot.storage.k8s.io', reason: 'absent' },
  ]);
});

it.each(['reset', 'cut', 'garble'] as const)(
  'says what failed when answers are hit by %s, and reads the rest',
  async kind => {
    cluster.faults.inject({ kind, resource: 'backups.postgresql.cnpg.io' });
    const { objects: found, unread, problems } = await read();
    expect(namesOf('Cluster', found)).toEqual(['orders']);
    expect(unread).toMatchObject([
      { kind: 'Backup.postgresql.cnpg.io', reason: 'failed' },
    ]);
    expect(problems).toEqual([
      {
        file: 'context lab',
        message: expect.stringContaining('cannot be read: '),
        hidesObjects: true,
      },
    ]);
  },
);

it('says once that a server does not answer', async () => {
  await cluster.stop();
  const { unread, problems } = await read();
  expect(unread).toHaveLength(engines.resources.length);
  expect(problems).toEqual([
    {
      file: 'context lab',
      message: expect.stringContaining('ECONNREFUSED'),
      hidesObjects: true,
    },
  ]);
});

it('says that its credentials are refused, and not what they are', async () => {
  const reading = await read({ token: 'stolen-token' });
  expect(reading.problems).toMatchObject([
    { message: 'cannot be read: 401 Unauthorized' },
  ]);
  expect(JSON.stringify(reading)).not.toContain('stolen-token');
});
