import { resourceTypes } from '@holdfast/demo';
import { Engines } from '@holdfast/plugin-holdfast-node';
import { ApiClient, collectionPath } from './ApiClient';
import { createNamespace, exampleCluster } from './contract/fixtures';
import { withoutWatchList } from './sync/interruptions';
import { kinds, probeEngine } from './sync/probeEngine';
import { SyncUnderTest } from './sync/SyncUnderTest';
import { waitFor } from './sync/waitFor';
import { clientOf } from './targets/ApiTarget';
import { describeTargets } from './targets/describeTargets';
import { SimulatedTarget } from './targets/simulated';

jest.setTimeout(180_000);

const { clusters } = resourceTypes;

describeTargets('sync of changes', ({ target }) => {
  let admin: ApiClient;
  let namespace: string;
  let sync: SyncUnderTest;

  beforeEach(async () => {
    admin = clientOf(target);
    namespace = await createNamespace(admin);
    sync = await SyncUnderTest.create({
      target,
      engines: Engines.create([probeEngine]),
    });
  });

  afterEach(async () => {
    await sync.dispose();
    await admin.close();
  });

  async function create(...names: string[]) {
    for (const name of names) {
      await admin.create(clusters, exampleCluster({ namespace, name }));
    }
  }

  const names = () => sync.namesOf(kinds.cluster, namespace);

  async function untilWatching() {
    await waitFor(async () => {
      const state = await sync.stateOf(kinds.cluster);
      expect(state).toMatchObject({
        phase: 'watching',
        resourceVersion: expect.stringMatching(/^\d+$/),
      });
    });
  }

  it.each([
    ['WatchList', undefined],
    ['list and watch', withoutWatchList],
  ])('sees what is there and what changes, by %s', async (_, through) => {
    await create('orders', 'carts');
    await sync.begin({ through });
    await untilWatching();
    expect(await names()).toEqual(['carts', 'orders']);
    expect(await sync.dataOf(kinds.cluster, namespace, 'orders')).toEqual({
      instances: 1,
    });

    await create('users');
    await admin.patch(
      clusters,
      { namespace, name: 'orders' },
      { spec: { instances: 3 } },
    );
    await admin.delete(clusters, { namespace, name: 'carts' });
    await waitFor(
      async () => {
        expect(await names()).toEqual(['orders', 'users']);
        expect(await sync.dataOf(kinds.cluster, namespace, 'orders')).toEqual({
          instances: 3,
        });
      },
      { seconds: 2 },
    );
  });

  it('tells an object that was made anew from the one before', async () => {
    await create('orders');
    await sync.begin();
    await untilWatching();
    const uid = async () => {
      const { body } = await sync
        .knex('facts')
        .where('key', 'like', `%/${namespace}/orders`)
        .first('body');
      return JSON.parse(body).uid;
    };
    const before = await uid();
    expect(before).toEqual(expect.any(String));
    await admin.delete(clusters, { namespace, name: 'orders' });
    await create('orders');
    await waitFor(async () => {
      expect(await names()).toEqual(['orders']);
      expect(await uid()).not.toBe(before);
    });
  });

  it('goes on after a pause with what changed meanwhile', async () => {
    await create('orders', 'carts');
    await sync.begin();
    await untilWatching();
    await sync.end();

    await create('users');
    await admin.delete(clusters, { namespace, name: 'carts' });
    const readAt = (await sync.stateOf(kinds.cluster)).lastCompleteSyncAt;
    await sync.begin();
    await waitFor(async () =>
      expect(await names()).toEqual(['orders', 'users']),
    );
    expect((await sync.stateOf(kinds.cluster)).lastCompleteSyncAt).toBe(readAt);
  });

  it('reads everything again when what changed meanwhile has been forgotten', async () => {
    await create('orders', 'carts');
    await sync.begin();
    await untilWatching();
    await sync.end();

    await create('users');
    await admin.delete(clusters, { namespace, name: 'carts' });
    await target.expireHistory();
    const readAt = (await sync.stateOf(kinds.cluster)).lastCompleteSyncAt;
    await sync.begin();
    await waitFor(async () =>
      expect(await names()).toEqual(['orders', 'users']),
    );
    expect((await sync.stateOf(kinds.cluster)).lastCompleteSyncAt).not.toBe(
      readAt,
    );
  });

  it('says what it may not read, and reads the rest', async () => {
    if (target instanceof SimulatedTarget) {
      // Its accounts have no roles, and it has no Secrets.
      target.cluster.faults.inject({ kind: 'forbid', resource: 'configmaps' });
    }
    const kind =
      target instanceof SimulatedTarget ? kinds.configMap : kinds.secret;
    await create('orders');
    await sync.begin();
    await untilWatching();
    await waitFor(async () =>
      expect(await sync.stateOf(kind)).toMatchObject({
        phase: 'forbidden',
        error: {
          code: 403,
          reason: 'Forbidden',
          message: expect.stringMatching(
            /^(secrets|configmaps) is forbidden: User "reader" cannot list /,
          ),
        },
      }),
    );
    expect((await sync.clusterState()).contact.state).toBe('live');
    expect(await names()).toEqual(['orders']);
  });

  it('says what there is not, and reads the rest', async () => {
    await create('orders');
    // A role that does not name the kind would give 403, whether there is one or not.
    await sync.begin({ who: 'admin' });
    await untilWatching();
    await waitFor(async () =>
      expect(await sync.stateOf(kinds.widget)).toMatchObject({
        phase: 'absent',
        error: { code: 404 },
      }),
    );
    expect((await sync.clusterState()).contact.state).toBe('live');
    expect(await names()).toEqual(['orders']);
  });

  it('goes forward with the bookmarks of a quiet kind', async () => {
    await create('orders');
    await sync.begin();
    await untilWatching();
    const { resourceVersion } = await sync.stateOf(kinds.cluster);
    // Other kinds move on, which the cache of a real server finds out at the latest when somebody lists. A bookmark comes about every
    // minute.
    await createNamespace(admin);
    await admin.json('GET', collectionPath(clusters));
    await waitFor(
      async () => {
        const state = await sync.stateOf(kinds.cluster);
        expect(Number(state.resourceVersion)).toBeGreaterThan(
          Number(resourceVersion),
        );
      },
      { seconds: 100 },
    );
  });
});
