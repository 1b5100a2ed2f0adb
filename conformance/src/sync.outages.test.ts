import { resourceTypes } from '@holdfast/demo';
import { Engines } from '@holdfast/plugin-holdfast-node';
import { setTimeout as delay } from 'node:timers/promises';
import { collectionPath } from './ApiClient';
import { createNamespace, exampleCluster } from './contract/fixtures';
import { interrupted, withoutWatchList } from './sync/interruptions';
import { kinds, probeEngine } from './sync/probeEngine';
import { SyncUnderTest } from './sync/SyncUnderTest';
import { waitFor } from './sync/waitFor';
import { clientOf } from './targets/ApiTarget';
import { describeTargets } from './targets/describeTargets';

jest.setTimeout(240_000);

const { clusters } = resourceTypes;

/** More than fit on one page. */
const COUNT = 520;

describeTargets('sync through outages', ({ target }) => {
  const all = Array.from({ length: COUNT }, (_, i) => `db-${i}`).sort();
  let namespace: string;
  let sync: SyncUnderTest;

  beforeAll(async () => {
    const admin = clientOf(target);
    namespace = await createNamespace(admin);
    const missing = [...all];
    const create = async () => {
      for (let name = missing.pop(); name; name = missing.pop()) {
        await admin.create(clusters, exampleCluster({ namespace, name }));
      }
    };
    await Promise.all([create(), create(), create(), create()]);
    await admin.close();
  });

  beforeEach(async () => {
    // A test that failed may have left it dead.
    await target.start();
    sync = await SyncUnderTest.create({
      target,
      engines: Engines.create([probeEngine]),
    });
  });

  afterEach(async () => {
    await sync.dispose();
  });

  const names = () => sync.namesOf(kinds.cluster, namespace);

  async function untilComplete() {
    await waitFor(
      async () => {
        const state = await sync.stateOf(kinds.cluster);
        expect(state).toMatchObject({
          phase: 'watching',
          lastCompleteSyncAt: expect.any(String),
        });
        expect((await sync.clusterState()).contact.state).toBe('live');
      },
      { seconds: 90 },
    );
    expect(await names()).toEqual(all);
  }

  /** Adds one object and takes it away again, which has to be seen. Returns how many facts were ever deleted after each. */
  async function follow(): Promise<{ added: number; removed: number }> {
    const admin = clientOf(target);
    await admin.create(clusters, exampleCluster({ namespace, name: 'late' }));
    await waitFor(async () => expect(await names()).toContain('late'));
    const added = await sync.countDeletions();
    await admin.delete(clusters, { namespace, name: 'late' });
    await waitFor(async () => expect(await names()).toEqual(all));
    await admin.close();
    return { added, removed: await sync.countDeletions() };
  }

  it('begins while the API server is away', async () => {
    await target.kill();
    await sync.begin();
    await delay(1_000);
    await target.start();
    await untilComplete();
    expect(await follow()).toEqual({ added: 0, removed: 1 });
  });

  it.each([
    ['within', 'the stream of all objects', 'sendInitialEvents', undefined],
    ['within', 'the first page', 'limit', withoutWatchList],
    ['before', 'the second page', 'continue', withoutWatchList],
  ] as const)(
    'survives that the API server dies %s %s',
    async (when, _, parameter, between) => {
      let died = 0;
      const interrupt = interrupted({
        path: collectionPath(clusters),
        parameter,
        when,
        by: async () => {
          await target.kill();
          died += 1;
        },
      });
      await sync.begin({
        through: connection => (between ?? (c => c))(interrupt(connection)),
      });
      await waitFor(() => expect(died).toBe(1));
      const { lastCompleteSyncAt } = await waitFor(() =>
        sync.stateOf(kinds.cluster),
      );
      expect(lastCompleteSyncAt).toBe(undefined);
      await target.start();
      await untilComplete();
      expect(await follow()).toEqual({ added: 0, removed: 1 });
    },
  );

  it('survives that the API server dies while it is watched, and tells of it', async () => {
    await sync.begin();
    await untilComplete();
    await target.kill();
    await waitFor(async () =>
      expect((await sync.clusterState()).contact).toMatchObject({
        state: 'lost',
        error: { reason: 'ECONNREFUSED' },
      }),
    );
    expect(await names()).toEqual(all);

    await target.start();
    await untilComplete();
    expect(await follow()).toEqual({ added: 0, removed: 1 });
  });

  it('survives that the API server dies again and again', async () => {
    await sync.begin();
    for (const pause of [100, 600, 1_500]) {
      await delay(pause);
      await target.kill();
      await target.launch();
    }
    await target.start().catch(() => {});
    await untilComplete();
    expect(await follow()).toEqual({ added: 0, removed: 1 });
  });

  it('deletes what was deleted while nobody looked and the server died', async () => {
    const admin = clientOf(target);
    await admin.create(clusters, exampleCluster({ namespace, name: 'extra' }));
    await sync.begin();
    await waitFor(async () => expect(await names()).toHaveLength(COUNT + 1));
    await waitFor(async () =>
      expect((await sync.stateOf(kinds.cluster)).phase).toBe('watching'),
    );
    await sync.end();
    await admin.delete(clusters, { namespace, name: 'extra' });
    await admin.close();
    await target.kill();
    await sync.begin();
    await target.start();
    await waitFor(async () => expect(await names()).toEqual(all), {
      seconds: 90,
    });
    expect(await sync.countDeletions()).toBe(1);
  });
});
