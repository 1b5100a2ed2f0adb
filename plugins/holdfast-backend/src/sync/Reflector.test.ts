import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  Engine,
  Engines,
  WatchedResource,
} from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { Exchange, ScriptedApi } from '../__testUtils__/ScriptedApi';
import { waitFor } from '../__testUtils__/waitFor';
import { UndiciConnection } from '../clusters/UndiciConnection';
import { migrationsDirectory } from '../database/migrateDatabase';
import { acquireLease } from '../database/operations/leases/acquireLease';
import { readResourceStates } from '../database/operations/clusters/readResourceStates';
import { ResourceState } from '../inventory/ClusterState';
import { DatabaseInventory } from '../inventory/DatabaseInventory';
import { Lease } from './leases/Lease';
import { Reflector } from './Reflector';

jest.setTimeout(30_000);

const resource: WatchedResource = {
  group: 'postgresql.cnpg.io',
  version: 'v1',
  plural: 'clusters',
  kind: 'Cluster',
  namespaced: true,
};
const kind = 'Cluster.postgresql.cnpg.io';

function engineOf(options?: { projectionVersion?: number }): Engine {
  return {
    id: 'phases',
    projectionVersion: options?.projectionVersion ?? 1,
    resources: [resource],
    databaseKinds: [],
    project: (_, object) => {
      const phase = object.status?.phase ?? 'none';
      if (phase === 'unreadable') {
        throw new TypeError('an engine with a mistake in it');
      }
      return phase === 'uninteresting'
        ? undefined
        : { subjects: [], needs: [], data: { phase } };
    },
  };
}

function cluster(name: string, resourceVersion: number, phase = 'healthy') {
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: {
      name,
      namespace: 'shop',
      uid: `uid-${name}`,
      resourceVersion: String(resourceVersion),
      managedFields: [],
    },
    status: { phase },
  };
}

const added = (object: object) => ({ type: 'ADDED', object });
const modified = (object: object) => ({ type: 'MODIFIED', object });
const deleted = (object: object) => ({ type: 'DELETED', object });
const bookmark = (resourceVersion: number) => ({
  type: 'BOOKMARK',
  object: { metadata: { resourceVersion: String(resourceVersion) } },
});
// As in the documentation of streaming lists.
const initialEventsEnd = (resourceVersion: number) => ({
  type: 'BOOKMARK',
  object: {
    metadata: {
      resourceVersion: String(resourceVersion),
      annotations: { 'k8s.io/initial-events-end': 'true' },
    },
  },
});
const expired = {
  type: 'ERROR',
  object: {
    kind: 'Status',
    status: 'Failure',
    code: 410,
    reason: 'Expired',
    message: 'too old resource version: 1 (7)',
  },
};
const list = (
  resourceVersion: number,
  items: object[],
  continueToken?: string,
) => ({
  kind: 'ClusterList',
  metadata: {
    resourceVersion: String(resourceVersion),
    ...(continueToken && { continue: continueToken }),
  },
  items,
});

describe('Reflector', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const logger = mockServices.logger.mock();
  let knex: Knex;
  let inventory: DatabaseInventory;
  let lease: Lease;
  let api: ScriptedApi;
  let ends: Array<() => Promise<void>>;

  beforeEach(async () => {
    // No waiting between attempts, and 300 s for each watch.
    jest.spyOn(Math, 'random').mockReturnValue(0);
    knex = await databases.init('SQLITE_3');
    await knex.migrate.latest({ directory: migrationsDirectory });
    inventory = DatabaseInventory.create({ knex, rootKinds: [], kinds: [] });
    lease = (await acquireLease(knex, {
      name: 'cluster/eu',
      holder: 'test',
      ttlMs: 60_000,
    }))!;
    ends = [];
  });

  afterEach(async () => {
    for (const end of ends.reverse()) {
      await end();
    }
    await knex.destroy();
    jest.restoreAllMocks();
    jest.clearAllMocks();
  });

  async function readState(): Promise<ResourceState> {
    const states = await readResourceStates(knex, { cluster: 'eu' });
    const state = states.get('eu')?.[0];
    if (!state) {
      throw new Error('no state was written');
    }
    return state;
  }

  async function phases(): Promise<Record<string, unknown>> {
    const rows: Array<{ body: string }> = await knex('facts').orderBy('key');
    return Object.fromEntries(
      rows.map(({ body }) => {
        const { name, data } = JSON.parse(body);
        return [name, data.phase];
      }),
    );
  }

  async function begin(options?: {
    projectionVersion?: number;
    labelSelector?: string;
  }) {
    const { labelSelector } = options ?? {};
    const connection = UndiciConnection.create({
      name: 'eu',
      url: api.url,
      credentials: {
        present: async () => ({
          headers: { authorization: 'Bearer reader' },
          tls: {},
        }),
      },
    });
    const stop = new AbortController();
    const reflector = Reflector.create({
      connection,
      resource: { ...resource, ...(labelSelector && { labelSelector }) },
      engines: Engines.create([engineOf(options)]),
      inventory,
      lease,
      logger,
      stored: await readState().catch(() => undefined),
      acquireSlot: async () => () => {},
      onAnswer: () => {},
      onFailure: () => {},
    });
    const running = reflector.run(stop.signal);
    running.catch(() => {});
    const end = async () => {
      stop.abort();
      await running.catch(() => {});
      await connection.close();
    };
    ends.push(end);
    return { reflector, running, end };
  }

  async function startApi(...answers: Array<(exchange: Exchange) => void>) {
    api = await ScriptedApi.start(...answers);
    ends.push(() => api.stop());
  }

  it('streams all objects, then follows the changes', async () => {
    let watch: Exchange | undefined;
    await startApi(exchange => {
      watch = exchange.send(
        added(cluster('orders', 3)),
        added(cluster('carts', 4)),
      );
    });
    await begin();
    await waitFor(async () => expect(await phases()).toHaveProperty('carts'));
    expect(await readState()).toMatchObject({ phase: 'listing' });
    expect((await readState()).resourceVersion).toBeUndefined();
    expect((await readState()).lastCompleteSyncAt).toBeUndefined();

    watch?.send(initialEventsEnd(7));
    await waitFor(async () =>
      expect(await readState()).toMatchObject({
        kind,
        phase: 'watching',
        resourceVersion: '7',
        projectionVersion: 'phases:1',
        objectCount: 2,
        lastCompleteSyncAt: expect.any(String),
      }),
    );
    watch?.send(
      modified(cluster('orders', 8, 'failing over')),
      deleted(cluster('carts', 9)),
      added(cluster('users', 10)),
      bookmark(12),
    );
    await waitFor(async () =>
      expect(await readState()).toMatchObject({ resourceVersion: '12' }),
    );
    expect(await phases()).toEqual({
      orders: 'failing over',
      users: 'healthy',
    });
    expect(api.requests).toEqual([
      expect.objectContaining({
        path: '/apis/postgresql.cnpg.io/v1/clusters',
        query: {
          watch: 'true',
          allowWatchBookmarks: 'true',
          timeoutSeconds: '300',
          sendInitialEvents: 'true',
          resourceVersionMatch: 'NotOlderThan',
        },
        headers: expect.objectContaining({ authorization: 'Bearer reader' }),
      }),
    ]);
  });

  it('asks only for objects with the labels that are wanted, by watch and by list', async () => {
    await startApi(
      exchange => exchange.refuse(422, 'Invalid'),
      exchange => exchange.answer(200, list(5, [cluster('orders', 3)])),
      () => {},
    );
    await begin({ labelSelector: 'example.org/report' });
    await waitFor(async () => expect(api.requests).toHaveLength(3));
    expect(api.requests.map(({ query }) => query)).toMatchObject([
      { labelSelector: 'example.org/report', sendInitialEvents: 'true' },
      { labelSelector: 'example.org/report', limit: '500' },
      { labelSelector: 'example.org/report', resourceVersion: '5' },
    ]);
  });

  it('reads all anew when other labels are wanted', async () => {
    await startApi(
      exchange =>
        exchange.send(added(cluster('orders', 3)), initialEventsEnd(7)),
      exchange =>
        exchange.send(added(cluster('carts', 4)), initialEventsEnd(8)),
    );
    const { end } = await begin({ labelSelector: 'a' });
    await waitFor(async () =>
      expect(await readState()).toMatchObject({ resourceVersion: '7' }),
    );
    await end();
    await begin({ labelSelector: 'b' });
    await waitFor(async () =>
      expect(await phases()).toEqual({ carts: 'healthy' }),
    );
    expect(api.requests[1].query).toMatchObject({
      labelSelector: 'b',
      sendInitialEvents: 'true',
    });
  });

  it.each([
    [
      'refuses it',
      (exchange: Exchange) =>
        exchange.refuse(
          422,
          'Invalid',
          'sendInitialEvents: Forbidden: sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled',
        ),
    ],
    [
      'has an etcd that cannot do it',
      (exchange: Exchange) => {
        exchange
          .send({
            type: 'ERROR',
            object: {
              kind: 'Status',
              status: 'Failure',
              code: 500,
              reason: 'InternalError',
              message:
                'required storage feature RequestWatchProgress is disabled',
            },
          })
          .end();
      },
    ],
  ])('lists in pages where the server %s', async (_, refusal) => {
    await startApi(
      refusal,
      exchange => exchange.answer(200, list(5, [cluster('orders', 3)], 'more')),
      exchange => exchange.answer(200, list(5, [cluster('carts', 4)])),
      exchange => exchange.send(modified(cluster('carts', 6, 'failed'))),
    );
    await begin();
    await waitFor(async () =>
      expect(await phases()).toEqual({ orders: 'healthy', carts: 'failed' }),
    );
    const [, first, second, watch] = api.requests;
    expect(first.query).toEqual({ limit: '500' });
    expect(first.headers['accept-encoding']).toBe('gzip');
    expect(second.query).toEqual({ limit: '500', continue: 'more' });
    expect(watch.query).toMatchObject({
      watch: 'true',
      resourceVersion: '5',
      allowWatchBookmarks: 'true',
    });
  });

  it('deletes what a complete reading does not have, and nothing before', async () => {
    await startApi(exchange =>
      exchange
        .send(
          added(cluster('orders', 3)),
          added(cluster('carts', 4)),
          initialEventsEnd(5),
          expired,
        )
        .end(),
    );
    const { end } = await begin();
    await waitFor(() => expect(api.requests).toHaveLength(2));
    await end();

    let watch: Exchange | undefined;
    api.expect(
      // The connection breaks in the middle of everything, three ways.
      exchange => {
        exchange.send(added(cluster('carts', 4)));
        setTimeout(() => exchange.reset(), 50);
      },
      exchange => exchange.send(added(cluster('carts', 4))).end(),
      exchange =>
        exchange.send(added(cluster('carts', 4))).sendText('{"type":"ADD\n'),
      exchange => {
        watch = exchange.send(added(cluster('carts', 4)));
      },
    );
    await begin();
    await waitFor(() => expect(watch).toBeDefined());
    expect(Object.keys(await phases())).toEqual(['carts', 'orders']);

    watch?.send(initialEventsEnd(9));
    await waitFor(async () =>
      expect(Object.keys(await phases())).toEqual(['carts']),
    );
  });

  it('goes on from where it was after a restart', async () => {
    await startApi(
      exchange =>
        exchange.send(added(cluster('orders', 3)), initialEventsEnd(5)),
      exchange => exchange.send(deleted(cluster('orders', 8)), bookmark(9)),
    );
    const { end } = await begin();
    await waitFor(async () =>
      expect(await readState()).toMatchObject({ resourceVersion: '5' }),
    );
    await end();
    await begin();
    await waitFor(async () => expect(await phases()).toEqual({}));
    expect(api.requests[1].query).toMatchObject({ resourceVersion: '5' });
  });

  it('reads everything again for another version of an engine, and writes what differs', async () => {
    await startApi(
      exchange =>
        exchange.send(added(cluster('orders', 3)), initialEventsEnd(5)),
      exchange =>
        exchange.send(added(cluster('orders', 3)), initialEventsEnd(6)),
    );
    const { end } = await begin();
    await waitFor(async () =>
      expect(await readState()).toMatchObject({ resourceVersion: '5' }),
    );
    await end();
    const seq = await inventory.newestSeq();
    await begin({ projectionVersion: 2 });
    await waitFor(async () =>
      expect(await readState()).toMatchObject({
        resourceVersion: '6',
        projectionVersion: 'phases:2',
      }),
    );
    expect(api.requests[1].query).toHaveProperty('sendInitialEvents');
    expect(await inventory.newestSeq()).toBe(seq);
  });

  it('reads everything again when its version has expired', async () => {
    await startApi(
      exchange =>
        exchange.send(added(cluster('orders', 3)), initialEventsEnd(5)).end(),
      exchange => exchange.refuse(410, 'Expired'),
      exchange =>
        exchange.send(added(cluster('carts', 8)), initialEventsEnd(9)),
    );
    await begin();
    await waitFor(async () =>
      expect(await phases()).toEqual({ carts: 'healthy' }),
    );
    expect(api.requests[1].query).toMatchObject({ resourceVersion: '5' });
    expect(api.requests[2].query).toHaveProperty('sendInitialEvents');
  });

  it('lets the server say how long to wait', async () => {
    await startApi(
      exchange =>
        exchange.refuse(429, 'TooManyRequests', 'storage is (re)initializing', {
          'retry-after': '1',
        }),
      exchange =>
        exchange.send(added(cluster('orders', 3)), initialEventsEnd(5)),
    );
    await begin();
    await waitFor(async () =>
      expect(await readState()).toMatchObject({
        phase: 'retrying',
        error: { code: 429, reason: 'TooManyRequests' },
      }),
    );
    const askedAt = Date.now();
    expect(api.requests).toHaveLength(1);
    await waitFor(() => expect(api.requests).toHaveLength(2));
    expect(Date.now() - askedAt).toBeGreaterThan(500);
    await waitFor(async () => {
      const state = await readState();
      expect(state.phase).toBe('watching');
      expect(state.error).toBeUndefined();
    });
  });

  it.each([
    [403, 'Forbidden', 'forbidden', 2],
    [404, 'NotFound', 'absent', 1],
  ])('leaves a kind that gets %d alone', async (code, reason, phase, tries) => {
    // 1 s after the first failure, then 2 s, and so on.
    jest.spyOn(Math, 'random').mockReturnValue(1);
    const refuse = (exchange: Exchange) => exchange.refuse(code, reason);
    await startApi(refuse, refuse, refuse, refuse);
    await begin();
    await waitFor(async () =>
      expect(await readState()).toMatchObject({
        phase,
        error: { code, reason },
      }),
    );
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(api.requests).toHaveLength(tries);
  });

  it('does not believe at once that a kind may not be read any more', async () => {
    let last: Exchange | undefined;
    await startApi(
      exchange =>
        exchange.send(added(cluster('orders', 3)), initialEventsEnd(5)).end(),
      exchange => exchange.refuse(403, 'Forbidden'),
      exchange => {
        last = exchange;
      },
    );
    await begin();
    await waitFor(async () =>
      expect(await readState()).toMatchObject({
        phase: 'retrying',
        resourceVersion: '5',
        error: { code: 403 },
      }),
    );

    const later = Date.now() + 20_000;
    jest.spyOn(Date, 'now').mockImplementation(() => later);
    last?.refuse(403, 'Forbidden');
    await waitFor(async () =>
      expect(await readState()).toMatchObject({ phase: 'forbidden' }),
    );
    expect(await phases()).toEqual({ orders: 'healthy' });
  });

  it('counts an object that it cannot read, once, and takes its neighbours', async () => {
    let watch: Exchange | undefined;
    await startApi(exchange => {
      watch = exchange.send(
        added(cluster('orders', 3)),
        added(cluster('broken', 4, 'unreadable')),
        added({ metadata: { name: 'nameless-uid' } }),
        added({ nothing: 'at all' }),
        added(cluster('carts', 5)),
        initialEventsEnd(6),
        modified(cluster('orders', 7, 'unreadable')),
        modified(cluster('orders', 8, 'unreadable')),
        modified(cluster('carts', 9, 'failed')),
      );
    });
    await begin();
    await waitFor(async () =>
      expect(await readState()).toMatchObject({ resourceVersion: '9' }),
    );
    // What was known of the object stays.
    expect(await phases()).toEqual({ orders: 'healthy', carts: 'failed' });
    expect(await readState()).toMatchObject({ brokenCount: 4 });
    expect(logger.warn).toHaveBeenCalledTimes(4);

    watch?.send(
      modified(cluster('broken', 10)),
      modified(cluster('orders', 11, 'uninteresting')),
    );
    await waitFor(async () =>
      expect(await phases()).toEqual({ broken: 'healthy', carts: 'failed' }),
    );
  });

  it('gives up a watch with a line that is no event, and goes on from the one before', async () => {
    await startApi(
      exchange =>
        exchange
          .send(added(cluster('orders', 3)), initialEventsEnd(5))
          .sendText('<html>\n'),
      exchange => exchange.send(modified(cluster('orders', 6, 'failed'))),
    );
    await begin();
    await waitFor(async () =>
      expect(await phases()).toEqual({ orders: 'failed' }),
    );
    expect(api.requests[1].query).toMatchObject({ resourceVersion: '5' });
  });

  it('connects anew from where it was when told to', async () => {
    await startApi(
      exchange =>
        exchange.send(added(cluster('orders', 3)), initialEventsEnd(5)),
      exchange => exchange.send(modified(cluster('orders', 6, 'failed'))),
    );
    const { reflector } = await begin();
    await waitFor(async () =>
      expect(await readState()).toMatchObject({ resourceVersion: '5' }),
    );
    reflector.reconnect();
    await waitFor(async () =>
      expect(await phases()).toEqual({ orders: 'failed' }),
    );
    expect(api.requests[1].query).toMatchObject({ resourceVersion: '5' });
  });

  it('ends when its lease has passed on', async () => {
    let watch: Exchange | undefined;
    await startApi(exchange => {
      watch = exchange.send(added(cluster('orders', 3)), initialEventsEnd(5));
    });
    const { running } = await begin();
    await waitFor(async () => expect(await phases()).toHaveProperty('orders'));
    await knex('leases').update({ epoch: 7, holder: 'another' });
    watch?.send(modified(cluster('orders', 6, 'failed')));
    await expect(running).rejects.toThrow(/has passed to 'another'/);
    expect(await phases()).toEqual({ orders: 'healthy' });
  });

  it('keeps what it has while the database is away', async () => {
    let watch: Exchange | undefined;
    await startApi(exchange => {
      watch = exchange.send(added(cluster('orders', 3)), initialEventsEnd(5));
    });
    await begin();
    await waitFor(async () => expect(await phases()).toHaveProperty('orders'));
    jest
      .spyOn(inventory, 'writeFacts')
      .mockRejectedValueOnce(new Error('connection terminated'));
    watch?.send(
      modified(cluster('orders', 6, 'failed')),
      added(cluster('carts', 7)),
    );
    await waitFor(async () =>
      expect(await phases()).toEqual({ orders: 'failed', carts: 'healthy' }),
    );
  });
});
