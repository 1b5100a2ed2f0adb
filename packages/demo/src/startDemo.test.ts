import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workspace } from './__testUtils__/Workspace';
import { SimulatedCluster } from './kubernetes';
import { RunningDemo, startDemo } from './startDemo';

// All servers of the demo start.
jest.setTimeout(60_000);

const password = 'for-tests-only';

const application = `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: wishes
spec:
  source:
    repoURL: https://demo.example/checkout/wishes
    path: overlays/moon
  destination:
    name: moon
  syncPolicy:
    automated: {}
`;

describe('startDemo', () => {
  let demo: RunningDemo;

  beforeAll(async () => {
    demo = await startDemo({ token: 'secret', git: { password } });
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
    const query = encodeURIComponent(
      'cnpg_collector_up{kubernetes_cluster="dev"}',
    );
    const response = await fetch(
      `${demo.prometheusUrl}/api/v1/query?query=${query}`,
    );
    const { data } = await response.json();

    expect(data.result.length).toBeGreaterThan(5);
  });

  it('delivers what is pushed, and says what became of it', async () => {
    const headers = {
      authorization: `Basic ${Buffer.from(`demo:${password}`).toString(
        'base64',
      )}`,
      'content-type': 'application/json',
    };
    const created = await fetch(`${demo.gitUrl}/api/v1/orgs/checkout/repos`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: 'wishes' }),
    });
    expect(created.status).toBe(201);
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-demo-test-'));
    try {
      const remote = new URL(`${demo.gitUrl}/checkout/wishes.git`);
      const workspace = await Workspace.create(folder, {
        files: { 'gitops/wishes.yaml': application },
        remote: Object.assign(remote, { username: 'demo', password }).href,
      });
      await workspace.push('main');
    } finally {
      await rm(folder, { recursive: true });
    }
    await demo.gitOps.idle();

    const problem =
      'There is no cluster "moon" in the demo; there are prod-eu-west, prod-us-east, dev';
    const reports = await fetch(`${demo.controlUrl}/deliveries`);
    expect(await reports.json()).toMatchObject([
      {
        repository: 'checkout/wishes',
        deliveries: [{ name: 'wishes', state: 'failed', problem }],
      },
    ]);
    const page = await fetch(`${demo.gitUrl}/checkout/wishes`);
    expect(await page.text()).toContain(
      'There is no cluster &quot;moon&quot; in the demo',
    );
  });

  it('leaves nothing listening once it is stopped', async () => {
    const other = await startDemo({ token: 'secret', databases: [] });
    const cluster = other.fleet.cluster('dev');
    await other.stop();

    await expect(fetch(other.controlUrl)).rejects.toThrow('fetch failed');
    await expect(fetch(other.gitUrl)).rejects.toThrow('fetch failed');
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
