import { createServer, IncomingHttpHeaders, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { ClusterEntry } from './ClusterEntry';
import { readClusters } from './readClusters';

function read(data: JsonObject): ClusterEntry[] {
  return readClusters({
    config: new ConfigReader(data),
    logger: mockServices.logger.mock(),
  });
}

function kubernetes(...clusters: JsonObject[]): JsonObject {
  return { clusterLocatorMethods: [{ type: 'config', clusters }] };
}

const eu = {
  name: 'eu',
  url: 'https://eu.example.com',
  authProvider: 'serviceAccount',
  serviceAccountToken: 'token',
};

describe('readClusters', () => {
  const directory = createMockDirectory();
  let server: Server;
  let url: string;
  let requests: Array<{ url?: string; headers: IncomingHttpHeaders }>;
  let unauthorized: number;

  beforeEach(async () => {
    requests = [];
    unauthorized = 0;
    server = createServer((request, response) => {
      requests.push({ url: request.url, headers: request.headers });
      response.statusCode = unauthorized-- > 0 ? 401 : 200;
      response.end('ok');
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    url = `http://127.0.0.1:${port}`;
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  async function ask(entry: ClusterEntry | undefined) {
    if (!entry || 'problem' in entry) {
      throw new Error(`no connection: ${JSON.stringify(entry)}`);
    }
    const response = await entry.connection.request('/version');
    response.body.resume();
    await entry.connection.close();
    return response.status;
  }

  it('finds none where none are configured', () => {
    expect(read({})).toEqual([]);
  });

  it('reads the clusters of the Kubernetes plugin, and names what is wrong with single ones', () => {
    const entries = read({
      kubernetes: kubernetes(
        eu,
        { ...eu, name: 'no-url', url: 'eu.example.com' },
        { ...eu, name: 'user', authProvider: 'google' },
        { ...eu, name: 'no-provider', authProvider: null },
        { url: 'https://nameless.example.com' },
        { ...eu, name: 'no-ca', caFile: '/does/not/exist' },
        { ...eu, name: 'us' },
        eu,
      ),
    });
    expect(
      entries.map(entry =>
        'problem' in entry
          ? `${entry.name}: ${entry.problem.field}: ${entry.problem.message}`
          : entry.name,
      ),
    ).toEqual([
      'eu',
      'no-url: kubernetes.clusterLocatorMethods[0].clusters[1].url: has to be a URL of http or https',
      "user: kubernetes.clusterLocatorMethods[0].clusters[2].authProvider: is 'google' and has to be one that works without a user: serviceAccount, aws, azure, googleServiceAccount, localKubectlProxy",
      expect.stringMatching(
        /^no-provider: kubernetes.clusterLocatorMethods\[0\].clusters\[3\].authProvider: /,
      ),
      expect.stringMatching(
        /^kubernetes.clusterLocatorMethods\[0\].clusters\[4\]: kubernetes.clusterLocatorMethods\[0\].clusters\[4\].name: /,
      ),
      "no-ca: kubernetes.clusterLocatorMethods[0].clusters[5].caFile: there is no file '/does/not/exist'",
      'us',
      "eu (again): name: There is another cluster 'eu'; names have to differ",
    ]);
  });

  it('follows only the clusters that are asked for', () => {
    const entries = read({
      kubernetes: kubernetes(eu, { ...eu, name: 'us' }),
      holdfast: { clusters: ['us', 'asia'] },
    });
    expect(entries).toEqual([
      { name: 'us', connection: expect.anything() },
      {
        name: 'asia',
        problem: {
          field: 'holdfast.clusters[1]',
          message: "No cluster 'asia' is configured; there are: eu, us",
        },
      },
    ]);
  });

  it('presents a token that stands in the configuration', async () => {
    const [here] = read({ kubernetes: kubernetes({ ...eu, url }) });
    await expect(ask(here)).resolves.toBe(200);
    expect(requests[0].headers.authorization).toBe('Bearer token');
  });

  it('finds kubectl proxy', () => {
    expect(
      read({
        kubernetes: { clusterLocatorMethods: [{ type: 'localKubectlProxy' }] },
      }),
    ).toEqual([{ name: 'local', connection: expect.anything() }]);
  });

  describe('with a kubeconfig', () => {
    const sample = () => ({
      'current-context': 'eu-admin',
      clusters: [
        { name: 'eu', cluster: { server: `${url}/k8s/eu/` } },
        { name: 'us', cluster: { server: url } },
      ],
      users: [
        { name: 'token', user: { token: 'from-kubeconfig' } },
        { name: 'basic', user: { username: 'me', password: 'secret' } },
        {
          name: 'exec',
          user: {
            exec: {
              apiVersion: 'client.authentication.k8s.io/v1',
              command: process.execPath,
              args: [
                '-e',
                'console.log(JSON.stringify({status: {token: "from-exec-" + process.pid}}))',
              ],
            },
          },
        },
      ],
      contexts: [
        { name: 'eu', context: { cluster: 'eu', user: 'basic' } },
        { name: 'eu-admin', context: { cluster: 'eu', user: 'token' } },
        { name: 'us', context: { cluster: 'us', user: 'exec' } },
      ],
    });

    function write(change?: (kubeconfig: ReturnType<typeof sample>) => void) {
      const kubeconfig = sample();
      change?.(kubeconfig);
      // JSON is YAML.
      directory.setContent({ config: JSON.stringify(kubeconfig) });
    }

    const kubeconfig = (contexts?: string[]): JsonObject => ({
      holdfast: {
        kubeconfig: {
          file: directory.resolve('config'),
          ...(contexts && { contexts }),
        },
      },
    });

    it('takes one context for each cluster, the current one first', async () => {
      write();
      const entries = read(kubeconfig());
      expect(entries.map(({ name }) => name)).toEqual(['eu-admin', 'us']);

      await expect(ask(entries[0])).resolves.toBe(200);
      expect(requests).toEqual([
        {
          url: '/k8s/eu/version',
          headers: expect.objectContaining({
            authorization: 'Bearer from-kubeconfig',
          }),
        },
      ]);
    });

    it('runs exec plugins, and again when what they gave is refused', async () => {
      write();
      unauthorized = 1;
      const [, us] = read(kubeconfig());
      await expect(ask(us)).resolves.toBe(200);
      const tokens = requests.map(({ headers }) => headers.authorization);
      expect(tokens).toEqual([
        expect.stringMatching(/^Bearer from-exec-\d+$/),
        expect.stringMatching(/^Bearer from-exec-\d+$/),
      ]);
      expect(tokens[0]).not.toEqual(tokens[1]);
    });

    it('takes the contexts that are asked for', async () => {
      write();
      const entries = read(kubeconfig(['eu', 'asia']));
      expect(entries).toEqual([
        { name: 'eu', connection: expect.anything() },
        {
          name: 'asia',
          problem: {
            field: 'holdfast.kubeconfig.contexts[1]',
            message: `'${directory.resolve(
              'config',
            )}' has no context 'asia'; there are: eu, eu-admin, us`,
          },
        },
      ]);
      await ask(entries[0]);
      expect(requests[0].headers.authorization).toBe(
        `Basic ${Buffer.from('me:secret').toString('base64')}`,
      );
    });

    it('names a context that lacks something and takes the others', () => {
      write(content => {
        content.users.shift();
        content.clusters[1].cluster.server = 'nowhere';
      });
      expect(read(kubeconfig(['eu-admin', 'us', 'eu']))).toEqual([
        {
          name: 'eu-admin',
          problem: {
            field: 'holdfast.kubeconfig.contexts[0]',
            message: expect.stringMatching(/needs a user 'token'$/),
          },
        },
        {
          name: 'us',
          problem: {
            field: 'holdfast.kubeconfig.contexts[1]',
            message: expect.stringMatching(/needs a cluster 'us' with the URL/),
          },
        },
        { name: 'eu', connection: expect.anything() },
      ]);
    });

    it.each([
      ['is not there', {}],
      ['is no YAML', { config: '{' }],
    ])('names the file when it %s', (_, content) => {
      directory.setContent(content);
      expect(read({ ...kubeconfig(), kubernetes: kubernetes(eu) })).toEqual([
        { name: 'eu', connection: expect.anything() },
        {
          name: 'holdfast.kubeconfig',
          problem: {
            field: 'holdfast.kubeconfig.file',
            message: expect.stringContaining(directory.resolve('config')),
          },
        },
      ]);
    });
  });

  it('says that this is no pod where the cluster around is asked for', () => {
    expect(read({ holdfast: { inCluster: { name: 'here' } } })).toEqual([
      {
        name: 'here',
        problem: {
          field: 'holdfast.inCluster',
          message: expect.stringContaining('KUBERNETES_SERVICE_HOST'),
        },
      },
    ]);
  });
});
