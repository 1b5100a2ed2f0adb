import { Fault } from './Faults';
import { resourceTypes } from './resourceTypes';
import { SimulatedCluster } from './SimulatedCluster';

const { clusters, pods } = resourceTypes;
const PATH = '/apis/postgresql.cnpg.io/v1/clusters';

interface Event {
  type: string;
  object: { code?: number; metadata: { name?: string } };
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    const lines = (text + decoder.decode(value, { stream: true })).split('\n');
    text = lines.pop() ?? '';
    yield* lines;
  }
}

// What the server says when nothing is wrong is held to the real one by the conformance package. These tests are about what
// goes wrong, and that it does so when it is asked to.
describe('SimulatedCluster', () => {
  let cluster: SimulatedCluster;
  let aborter: AbortController;
  beforeEach(async () => {
    aborter = new AbortController();
    cluster = SimulatedCluster.create({
      name: 'prod-1',
      startUp: {
        forbiddenMilliseconds: 100,
        unavailableMilliseconds: 100,
        initializingMilliseconds: 100,
      },
    });
    for (const name of ['carts', 'orders']) {
      cluster.objects.apply(clusters, {
        metadata: { namespace: 'shop', name },
        spec: { instances: 3, description: 'x'.repeat(500) },
      });
    }
    await cluster.start();
  });
  afterEach(async () => {
    aborter.abort();
    await cluster.kill();
  });

  const get = (path = PATH) =>
    fetch(cluster.url + path, {
      headers: { authorization: 'Bearer reader' },
      signal: aborter.signal,
    });
  const list = async () => (await get()).json();
  const watch = async (query: string) => {
    const response = await get(`${PATH}?watch=true&${query}`);
    const lines = linesOf(response);
    return {
      next: async (): Promise<Event | undefined> => {
        const { value, done } = await lines.next();
        return done ? undefined : JSON.parse(value);
      },
    };
  };
  const watchNow = () => watch(`resourceVersion=${cluster.objects.revision}`);
  const rename = (description: string) =>
    cluster.objects.patch(
      clusters,
      { namespace: 'shop', name: 'orders' },
      { spec: { description } },
    );

  it.each([
    ['{"kind": "smoke"}', 'fault kind "smoke" is none of reset, hang, slow'],
    [
      '{"kind": "slow", "milliseconds": "1s"}',
      'milliseconds of a fault is "1s"; it has to be a number of at least 0',
    ],
    ['{"kind": "hang", "seconds": -1}', 'seconds of a fault is -1'],
  ])('refuses the fault %s', (text, message) => {
    const fault = JSON.parse(text);
    expect(() => cluster.faults.inject(fault)).toThrow(message);
    expect(cluster.faults.list()).toEqual([]);
  });

  it('befalls the resource and the number of requests that are meant', async () => {
    cluster.faults.inject({
      kind: 'throttle',
      resource: 'clusters.postgresql.cnpg.io',
      requests: 1,
    });
    expect((await get('/api/v1/pods')).status).toBe(200);
    const throttled = await get();
    expect(throttled.status).toBe(429);
    expect(throttled.headers.get('retry-after')).toBe('1');
    // The words of API priority and fairness, which are no Status.
    expect(await throttled.text()).toBe(
      'Too many requests, please try again later.\n',
    );
    expect((await get()).status).toBe(200);
    expect(cluster.faults.list()).toEqual([]);
  });

  it('ends a fault after its time, or when it is switched off', async () => {
    cluster.faults.inject({ kind: 'initialize', seconds: 0.2 });
    const off = cluster.faults.inject({ kind: 'forbid' });
    expect((await get()).status).toBe(403);
    off();
    const refused = await get();
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({
      message: 'storage is (re)initializing',
    });
    await new Promise(resolve => setTimeout(resolve, 300));
    expect((await get()).status).toBe(200);
  });

  it('withdraws a resource from lists and from discovery', async () => {
    cluster.faults.inject({
      kind: 'withdraw',
      resource: 'clusters.postgresql.cnpg.io',
    });
    const answer = await get();
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('404 page not found\n');
    const discovery = await get('/apis/postgresql.cnpg.io/v1');
    const { resources } = await discovery.json();
    const names = resources.map(({ name }: { name: string }) => name);
    expect(names).toContain('backups');
    expect(names).not.toContain('clusters');
  });

  it('resets connections, open watches at once', async () => {
    const events = await watchNow();
    cluster.faults.inject({ kind: 'reset' });
    await expect(events.next()).rejects.toThrow('terminated');
    await expect(get()).rejects.toThrow();
    cluster.faults.clear();
    expect((await get()).status).toBe(200);
  });

  it('resets what is open and takes new connections', async () => {
    const events = await watchNow();
    cluster.resetConnections();
    await expect(events.next()).rejects.toThrow('terminated');
    expect((await get()).status).toBe(200);
  });

  it('hangs, and goes on where it was', async () => {
    const events = await watchNow();
    cluster.faults.inject({ kind: 'hang' });
    rename('while it hangs');
    const event = events.next();
    const answer = list();
    const first = await Promise.race([
      event,
      answer,
      new Promise(resolve => setTimeout(() => resolve('nothing'), 100)),
    ]);
    expect(first).toBe('nothing');
    cluster.faults.clear('hang');
    expect(await event).toMatchObject({ type: 'MODIFIED' });
    expect((await answer).items).toHaveLength(2);
  });

  it('is slow', async () => {
    const began = performance.now();
    cluster.faults.inject({ kind: 'slow', milliseconds: 150 });
    await list();
    expect(performance.now() - began).toBeGreaterThanOrEqual(145);
  });

  it('cuts a list off in the middle', async () => {
    cluster.faults.inject({ kind: 'cut', requests: 1 });
    await expect(list()).rejects.toThrow();
    expect((await list()).items).toHaveLength(2);
  });

  it('cuts a watch off in the middle of an event', async () => {
    const events = await watchNow();
    cluster.faults.inject({ kind: 'cut', requests: 1 });
    rename('cut');
    await expect(events.next()).rejects.toThrow('terminated');
  });

  it('answers what is no JSON', async () => {
    cluster.faults.inject({ kind: 'garble', requests: 1 });
    const answer = await get();
    expect(answer.status).toBe(200);
    await expect(answer.json()).rejects.toThrow('is not valid JSON');
  });

  it('lets versions expire: on the next page, the next watch and open watches', async () => {
    const expire: Fault = { kind: 'expire', requests: 1 };
    const page = await (await get(`${PATH}?limit=1`)).json();
    cluster.faults.inject(expire);
    const next = await get(
      `${PATH}?limit=1&continue=${page.metadata.continue}`,
    );
    expect(next.status).toBe(410);

    cluster.faults.inject(expire);
    const late = await watchNow();
    expect(await late.next()).toMatchObject({
      type: 'ERROR',
      object: { code: 410, reason: 'Expired' },
    });
    expect(await late.next()).toBeUndefined();

    const open = await watchNow();
    cluster.faults.inject(expire);
    expect(await open.next()).toMatchObject({
      type: 'ERROR',
      object: { code: 410 },
    });
  });

  it('tells a watcher who has fallen too far behind that its version is gone', async () => {
    const small = SimulatedCluster.create({ name: 'small', historyLimit: 5 });
    const version = small.objects.revision;
    for (let replicas = 0; replicas < 50; replicas++) {
      small.objects.apply(pods, {
        metadata: { namespace: 'shop', name: 'a' },
        spec: { replicas },
      });
    }
    await small.start();
    const answer = await fetch(
      `${small.url}/api/v1/pods?watch=true&resourceVersion=${version}`,
      { headers: { authorization: 'Bearer reader' } },
    );
    expect(await answer.json()).toMatchObject({
      type: 'ERROR',
      object: { code: 410 },
    });
    await small.stop();
  });

  it('sends bookmarks as often as it is told', async () => {
    const eager = SimulatedCluster.create({
      name: 'eager',
      bookmarkIntervalSeconds: 0.05,
    });
    await eager.start();
    const answer = await fetch(
      `${eager.url}/api/v1/pods?watch=true&allowWatchBookmarks=true&timeoutSeconds=1`,
      { headers: { authorization: 'Bearer reader' } },
    );
    const lines = (await answer.text()).trim().split('\n');
    await eager.stop();
    expect(lines.length).toBeGreaterThan(5);
    expect(JSON.parse(lines[0])).toMatchObject({ type: 'BOOKMARK' });
  });

  it('is away after a kill and comes back on the same port through the stages of a start', async () => {
    const { url } = cluster;
    await cluster.kill();
    expect(cluster.running).toBe(false);
    await expect(get()).rejects.toThrow();
    const startedAt = Date.now();
    const now = jest.spyOn(Date, 'now').mockReturnValue(startedAt);
    await cluster.restart();
    expect(cluster.url).toBe(url);

    const codes: number[] = [];
    for (const milliseconds of [0, 150, 250, 350]) {
      now.mockReturnValue(startedAt + milliseconds);
      codes.push((await get()).status);
    }
    expect(codes).toEqual([403, 503, 429, 200]);
    expect((await list()).items).toHaveLength(2);
    now.mockRestore();
  });

  it('has forgotten after a restart what it told before, unless it is to remember', async () => {
    const version = cluster.objects.revision;
    const resume = async () => {
      // A connection that was kept alive may be found dead only now.
      while ((await get().catch(() => undefined))?.status !== 200) {
        await new Promise(resolve => setTimeout(resolve, 10));
      }
      return (await watch(`resourceVersion=${version}`)).next();
    };
    rename('before the restart');
    await cluster.restart({ history: 'kept' });
    expect(await resume()).toMatchObject({ type: 'MODIFIED' });
    await cluster.restart();
    expect(await resume()).toMatchObject({
      type: 'ERROR',
      object: { code: 410 },
    });
  });

  it('does not start twice', async () => {
    await expect(cluster.start()).rejects.toThrow('prod-1 runs already');
  });

  it('gives a kubeconfig for each of its accounts', () => {
    expect(JSON.parse(cluster.kubeconfig('reader'))).toEqual({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'prod-1', cluster: { server: cluster.url } }],
      users: [{ name: 'reader', user: { token: 'reader' } }],
      contexts: [
        { name: 'prod-1', context: { cluster: 'prod-1', user: 'reader' } },
      ],
      'current-context': 'prod-1',
    });
    expect(() => cluster.kubeconfig('nobody')).toThrow(
      'cluster prod-1 has no account "nobody"',
    );
  });
});
