import { DatabaseTraits } from '../postgresql/DatabaseTraits';
import { RunningDemo, startDemo } from '../startDemo';

// All servers of the demo start.
jest.setTimeout(60_000);

const databases: DatabaseTraits[] = [
  {
    cluster: 'dev',
    namespace: 'shop',
    name: 'orders',
    schedule: 'none',
    backups: 'none',
  },
  {
    cluster: 'dev',
    namespace: 'shop',
    name: 'cache',
    instances: 1,
    archiver: 'none',
    schedule: 'none',
    backups: 'none',
  },
];

describe('the switches', () => {
  let demo: RunningDemo;

  beforeAll(async () => {
    demo = await startDemo({
      token: 'secret',
      databases,
      others: {
        workloads: [
          {
            cluster: 'dev',
            namespace: 'shop',
            name: 'wishes',
            kind: 'MariaDB',
          },
        ],
      },
    });
  });

  afterAll(() => demo.stop());

  async function call(method: string, path: string, body?: unknown) {
    const response = await fetch(`${demo.controlUrl}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  function ofDev(): Promise<Response> {
    return fetch(`${demo.fleet.cluster('dev').url}/api/v1/nodes`, {
      headers: { authorization: 'Bearer secret' },
    });
  }

  it('tell what there is', async () => {
    const { body } = await call('GET', '/');

    expect(body.stores).toContainEqual({
      name: 'garage-dev',
      state: 'on',
      since: expect.any(String),
    });
    expect(body.clusters).toContainEqual({
      name: 'dev',
      state: 'on',
      url: demo.fleet.cluster('dev').url,
      faults: [],
    });
    expect(body.databases).toContainEqual({
      id: 'dev/shop/orders',
      store: 'garage-dev',
      phase: 'Cluster in healthy state',
      primary: 'orders-1',
      fenced: false,
      backups: 0,
    });
  });

  it('tell what lives by the clock alone, and refuse to act on it', async () => {
    const { body } = await call('GET', '/');
    expect(body.workloads).toEqual([
      { id: 'dev/shop/wishes', kind: 'MariaDB.k8s.mariadb.com' },
    ]);

    const { status, body: answer } = await call(
      'POST',
      '/databases/dev/shop/wishes/failover',
    );
    expect(status).toBe(400);
    expect(answer.error.message).toContain(
      'dev/shop/wishes is a MariaDB.k8s.mariadb.com, which lives by the clock alone',
    );
  });

  it('tell where the Git host is, and what became of repositories', async () => {
    const { body } = await call('GET', '/');

    expect(body.git).toEqual({ url: demo.gitUrl, repositories: [] });
    expect((await call('GET', '/deliveries')).body).toEqual([]);
  });

  it.each(['off', 'refusing', 'hanging', 'on'])(
    'turn a store %s',
    async state => {
      expect(await call('POST', '/stores/s3-eu-west', { state })).toEqual({
        status: 200,
        body: { name: 's3-eu-west', state },
      });
      expect(demo.fleet.store('s3-eu-west').state).toBe(state);
    },
  );

  it('turn a cluster off and on, twice if they are told to', async () => {
    for (const state of ['off', 'off', 'on', 'on']) {
      expect(await call('POST', '/clusters/dev', { state })).toEqual({
        status: 200,
        body: { name: 'dev', state },
      });
      const reachable = await ofDev().then(
        () => 'on',
        () => 'off',
      );
      expect(reachable).toBe(state);
    }
  });

  it('inject faults into a cluster, and end them', async () => {
    const fault = {
      kind: 'throttle',
      resource: 'clusters.postgresql.cnpg.io',
      requests: 1,
    };
    const path = '/clusters/prod-eu-west/faults';
    expect(await call('POST', path, fault)).toEqual({
      status: 200,
      body: [fault],
    });
    const slow = { kind: 'slow', milliseconds: 5, seconds: 60 };
    await call('POST', path, slow);

    expect(await call('DELETE', `${path}?kind=throttle`)).toEqual({
      status: 200,
      body: [slow],
    });
    expect((await call('DELETE', path)).body).toEqual([]);
  });

  it('act on a database', async () => {
    const act = (action: string) =>
      call('POST', `/databases/dev/shop/orders/${action}`);
    const database = demo.fleet.database('dev/shop/orders');

    expect(await act('backup')).toEqual({
      status: 200,
      body: { database: 'dev/shop/orders', action: 'backup' },
    });
    expect(database.backups.all.map(({ state }) => state)).toEqual(['started']);
    await act('fence');
    expect(database.fencedSince).toBeInstanceOf(Date);
    await act('unfence');
    expect(database.fencedSince).toBeUndefined();
    await act('failover');
    expect(database.readyInstances.map(({ name }) => name)).toEqual([
      'orders-2',
    ]);
  });

  it.each([
    [
      '/stores/s3-eu-west',
      {},
      'state is missing; it has to be one of on, off, refusing, hanging',
    ],
    [
      '/stores/s3-eu-west',
      { state: 'OFF' },
      'state is "OFF"; it has to be one of on, off, refusing, hanging',
    ],
    [
      '/stores/s3-eu-west',
      ['off'],
      'state is missing; it has to be one of on, off, refusing, hanging',
    ],
    [
      '/clusters/dev',
      { state: true },
      'state is true; it has to be one of on, off',
    ],
    [
      '/clusters/dev/faults',
      { kind: 'plague' },
      'kind is "plague"; it has to be one of reset, hang, slow, throttle, initialize, expire, cut, garble, forbid, withdraw',
    ],
    [
      '/clusters/dev/faults',
      { kind: 'hang', second: 5 },
      'second is no field of a fault; there are kind, resource, requests, seconds, milliseconds',
    ],
    [
      '/clusters/dev/faults',
      { kind: 'hang', seconds: '5' },
      'seconds is "5"; it has to be a number of at least 0',
    ],
    [
      '/clusters/dev/faults',
      { kind: 'hang', seconds: -5 },
      'seconds of a fault is -5; it has to be a number of at least 0',
    ],
    [
      '/databases/dev/shop/cache/backup',
      {},
      'cache has neither an archiver nor volume snapshots, so nothing can take a backup of it',
    ],
    [
      '/databases/dev/shop/cache/failover',
      {},
      'cache has no other ready instance that could become primary',
    ],
  ])('refuse POST %s %j in words', async (path, body, message) => {
    expect(await call('POST', path, body)).toEqual({
      status: 400,
      body: { error: { name: 'InputError', message } },
    });
  });

  it('name the resources that a fault can befall', async () => {
    const { status, body } = await call('POST', '/clusters/dev/faults', {
      kind: 'hang',
      resource: 'clusters',
    });

    expect(status).toBe(400);
    expect(body.error.message).toMatch(
      /^resource is "clusters"; it has to be one of .*\bpods\b.*\bclusters\.postgresql\.cnpg\.io\b/,
    );
  });

  it('refuse what is no JSON', async () => {
    const { status, body } = await call('POST', '/stores/s3-eu-west', '{state');

    expect(status).toBe(400);
    expect(body.error.name).toBe('SyntaxError');
  });

  it.each([
    [
      'POST',
      '/stores/s3',
      'There is no store "s3"; there are s3-eu-west, s3-us-east, garage-dev',
    ],
    [
      'POST',
      '/clusters/prod',
      'There is no cluster "prod"; there are prod-eu-west, prod-us-east, dev',
    ],
    [
      'DELETE',
      '/clusters/prod/faults',
      'There is no cluster "prod"; there are prod-eu-west, prod-us-east, dev',
    ],
    [
      'POST',
      '/databases/dev/shop/order/backup',
      'There is no database "dev/shop/order"; there are dev/shop/orders, dev/shop/cache',
    ],
    [
      'POST',
      '/databases/dev/shop/orders/drop',
      'There is no action "drop"; there are backup, failover, fence, unfence',
    ],
    [
      'GET',
      '/stores',
      'There is nothing at GET /stores; GET / shows what there is',
    ],
  ])('find nothing at %s %s', async (method, path, message) => {
    const body = method === 'POST' ? { state: 'off' } : undefined;

    expect(await call(method, path, body)).toEqual({
      status: 404,
      body: { error: { name: 'NotFoundError', message } },
    });
  });
});
