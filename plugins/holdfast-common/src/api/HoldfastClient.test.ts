import { HoldfastClient } from './HoldfastClient';
import { inputProblemsOf } from './inputProblemsOf';

const discoveryApi = {
  getBaseUrl: async (pluginId: string) =>
    `https://portal.example/api/${pluginId}`,
};

function clientAnswering(answer: () => Response) {
  const requests: Request[] = [];
  const client = new HoldfastClient({
    discoveryApi,
    fetchApi: {
      fetch: async (input, init) => {
        requests.push(new Request(input, init));
        return answer();
      },
    },
  });
  return { client, requests };
}

describe('HoldfastClient', () => {
  it('asks for a database by its encoded id, with a token', async () => {
    const { client, requests } = clientAnswering(() => Response.json({}));
    await client.getDatabase('eu-west/shop/Cluster.postgresql.cnpg.io/orders', {
      token: 'abc',
    });
    expect(requests[0].url).toBe(
      'https://portal.example/api/holdfast/databases/eu-west%2Fshop%2FCluster.postgresql.cnpg.io%2Forders',
    );
    expect(requests[0].headers.get('authorization')).toBe('Bearer abc');
  });

  it('asks how to connect to a database', async () => {
    const { client, requests } = clientAnswering(() => Response.json({}));
    await client.getConnection('eu/shop/Cluster.postgresql.cnpg.io/orders');
    expect(requests[0].url).toMatch(/orders\/connection$/);
  });

  it('repeats a parameter for each of its values', async () => {
    const { client, requests } = clientAnswering(() =>
      Response.json({ items: [], totalItems: 0, pageInfo: {} }),
    );
    await client.listDatabases({ verdict: ['unknown', 'at-risk'], limit: 5 });
    const { searchParams } = new URL(requests[0].url);
    expect(searchParams.getAll('verdict')).toEqual(['unknown', 'at-risk']);
    expect(searchParams.get('limit')).toBe('5');
  });

  // The shape of a problem is that of Backstage's error handler.
  it('says what the backend said of a problem', async () => {
    const { client } = clientAnswering(() =>
      Response.json(
        {
          error: {
            name: 'NotFoundError',
            message: 'No cluster "x" is followed',
          },
          response: { statusCode: 404 },
        },
        { status: 404, statusText: 'Not Found' },
      ),
    );
    await expect(
      client.listDatabases({ cluster: ['x'] }),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      cause: { name: 'NotFoundError', message: 'No cluster "x" is followed' },
    });
  });

  // As the middleware of @backstage/core-app-api does that resolves `plugin://` addresses: it makes a Request of what it is given, and hands on
  // what it was given.
  it('posts by a fetch that looks at the request twice', async () => {
    const bodies: string[] = [];
    const client = new HoldfastClient({
      discoveryApi,
      fetchApi: {
        fetch: async (input, init) => {
          const looked = new Request(input, init);
          expect(looked.method).toBe('POST');
          bodies.push(await new Request(input, init).text());
          return Response.json({ databases: [], errors: [] });
        },
      },
    });
    const inputs = { name: 'orders', tier: 'gold' };
    await client.createPreview({ inputs });
    expect(JSON.parse(bodies[0])).toEqual({ inputs });
  });

  it('posts what to preview, and tells which inputs were refused', async () => {
    const problems = [
      { field: 'dataSize', value: '1.5GB', message: 'write whole GiB' },
    ];
    const { client, requests } = clientAnswering(() =>
      Response.json(
        {
          error: { name: 'InputError', message: 'dataSize: ...', problems },
          response: { statusCode: 400 },
        },
        { status: 400, statusText: 'Bad Request' },
      ),
    );
    const inputs = { name: 'orders', tier: 'gold', dataSize: '1.5GB' };
    const refusal = await client
      .createPreview({ inputs })
      .catch((error: unknown) => error);

    expect(inputProblemsOf(refusal)).toEqual(problems);
    expect(requests[0].method).toBe('POST');
    await expect(requests[0].json()).resolves.toEqual({ inputs });
  });

  it.each([
    new Error('no'),
    undefined,
    Object.assign(new Error('no'), { cause: { problems: [{}] } }),
  ])('finds no refused inputs in %p', error => {
    expect(inputProblemsOf(error)).toBeUndefined();
  });
});
