import { SimulatedCluster } from './kubernetes';
import { RunningDemo, startDemo } from './startDemo';

describe('startDemo', () => {
  let demo: RunningDemo;

  beforeAll(async () => {
    demo = await startDemo({ token: 'secret' });
  });

  afterAll(() => demo.stop());

  function list(cluster: SimulatedCluster, token: string): Promise<Response> {
    return fetch(`${cluster.url}/apis/postgresql.cnpg.io/v1/clusters`, {
      headers: { authorization: `Bearer ${token}` },
    });
  }

  it('serves every cluster to who has the token', async () => {
    for (const [name, cluster] of demo.fleet.clusters) {
      const response = await list(cluster, 'secret');
      const { items } = await response.json();

      expect(items).toHaveLength(
        demo.fleet.databases.filter(({ traits }) => traits.cluster === name)
          .length,
      );
      expect((await list(cluster, 'guess')).status).toBe(401);
    }
  });

  it('lets nobody write', async () => {
    const response = await fetch(
      `${demo.fleet.cluster('dev').url}/api/v1/namespaces/shop`,
      { method: 'DELETE', headers: { authorization: 'Bearer secret' } },
    );

    expect(response.status).toBe(403);
  });

  it('answers queries over all clusters', async () => {
    const query = encodeURIComponent('cnpg_collector_up{cluster="dev"}');
    const response = await fetch(
      `${demo.prometheusUrl}/api/v1/query?query=${query}`,
    );
    const { data } = await response.json();

    expect(data.result.length).toBeGreaterThan(5);
  });

  it('leaves nothing listening once it is stopped', async () => {
    const other = await startDemo({ token: 'secret', databases: [] });
    const cluster = other.fleet.cluster('dev');
    await other.stop();

    await expect(fetch(other.controlUrl)).rejects.toThrow('fetch failed');
    await expect(fetch(other.prometheusUrl)).rejects.toThrow('fetch failed');
    await expect(list(cluster, 'secret')).rejects.toThrow('fetch failed');
  });

  it('fails aloud where a port is taken', async () => {
    const port = Number(new URL(demo.controlUrl).port);

    await expect(
      startDemo({ token: 'secret', ports: { control: port }, databases: [] }),
    ).rejects.toThrow('EADDRINUSE');
  });
});
