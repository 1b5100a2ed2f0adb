import { Server } from 'node:http';
import { MetricSeries } from '../postgresql/metrics';
import { createPrometheusServer } from './createPrometheusServer';

const now = new Date('2026-11-20T12:00:00.500Z');

/** A gauge of two instances, one of which began to be there at 11:59. */
function metrics(at: Date): MetricSeries[] {
  const series = (pod: string) => ({
    name: 'cnpg_pg_replication_lag',
    labels: { cluster: 'dev', namespace: 'shop', pod },
    value: at.getUTCMinutes(),
  });
  return [
    series('orders-1'),
    ...(at >= new Date('2026-11-20T11:59:00Z') ? [series('orders-2')] : []),
    { name: 'cnpg_collector_up', labels: { pod: 'orders-1' }, value: 1 },
  ];
}

// The answers are those of Prometheus' documentation of its HTTP API ("Format overview", "Expression queries").
describe('the query API of Prometheus', () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const app = createPrometheusServer({ metrics, now: () => now });
    await new Promise<void>(resolve => {
      server = app.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${Object(server.address()).port}/api/v1`;
  });

  afterAll(() => new Promise(resolve => server.close(resolve)));

  async function ask(
    path: string,
    parameters: Record<string, string>,
    method: 'GET' | 'POST' = 'GET',
  ) {
    const form = new URLSearchParams(parameters);
    const response =
      method === 'GET'
        ? await fetch(`${url}/${path}?${form}`)
        : await fetch(`${url}/${path}`, { method, body: form });
    return { status: response.status, body: await response.json() };
  }

  const query = 'cnpg_pg_replication_lag{pod="orders-2"}';
  const metric = {
    __name__: 'cnpg_pg_replication_lag',
    cluster: 'dev',
    namespace: 'shop',
    pod: 'orders-2',
  };

  it.each(['GET', 'POST'] as const)(
    'answers instant queries by %s with a vector',
    async method => {
      expect(await ask('query', { query }, method)).toEqual({
        status: 200,
        body: {
          status: 'success',
          data: {
            resultType: 'vector',
            // Unix seconds as a number, the value as text.
            result: [{ metric, value: [1795176000.5, '0'] }],
          },
        },
      });
    },
  );

  it.each(['1795175999', '2026-11-20T11:59:59Z'])(
    'answers for the time %s',
    async time => {
      const { body } = await ask('query', { query, time });

      expect(body.data.result).toEqual([{ metric, value: [1795175999, '59'] }]);
    },
  );

  it('answers with nothing for what there is not', async () => {
    expect((await ask('query', { query: 'no_such_metric' })).body).toEqual({
      status: 'success',
      data: { resultType: 'vector', result: [] },
    });
  });

  it.each(['GET', 'POST'] as const)(
    'answers range queries by %s with a matrix',
    async method => {
      const { body } = await ask(
        'query_range',
        {
          query: 'cnpg_pg_replication_lag',
          start: '2026-11-20T11:58:00Z',
          end: '2026-11-20T12:00:00Z',
          step: '1m',
        },
        method,
      );

      expect(body).toEqual({
        status: 'success',
        data: {
          resultType: 'matrix',
          result: [
            {
              metric: { ...metric, pod: 'orders-1' },
              values: [
                [1795175880, '58'],
                [1795175940, '59'],
                [1795176000, '0'],
              ],
            },
            {
              metric,
              values: [
                [1795175940, '59'],
                [1795176000, '0'],
              ],
            },
          ],
        },
      });
    },
  );

  const range = { query, start: '0', end: '60', step: '15' };

  it.each([
    [
      'query',
      {},
      'invalid parameter "query": it has to be given once and not empty',
    ],
    [
      'query',
      { query: 'sum(up)' },
      'invalid parameter "query": "sum(up)" is more than a metric name with label matchers, which is all that this simulated Prometheus answers',
    ],
    [
      'query',
      { query: 'up{pod=~"a.*"}' },
      'invalid parameter "query": matcher pod=~"a.*" in "up{pod=~"a.*"}" is not of the form label="value" or label!="value"',
    ],
    [
      'query',
      { query, time: 'yesterday' },
      'invalid parameter "time": cannot parse "yesterday" to a valid timestamp',
    ],
    [
      'query_range',
      { ...range, step: 'often' },
      'invalid parameter "step": cannot parse "often" to a valid duration',
    ],
    [
      'query_range',
      { ...range, step: '0' },
      'invalid parameter "step": zero or negative query resolution step widths are not accepted. Try a positive integer',
    ],
    [
      'query_range',
      { ...range, start: '61' },
      'invalid parameter "end": end timestamp must not be before start time',
    ],
    [
      'query_range',
      { ...range, end: '1000000' },
      'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
    ],
  ])('refuses %s with %j in words', async (path, parameters, error) => {
    expect(await ask(path, { ...parameters })).toEqual({
      status: 400,
      body: { status: 'error', errorType: 'bad_data', error },
    });
  });

  it('has nothing else', async () => {
    expect((await fetch(`${url}/labels`)).status).toBe(404);
    expect((await fetch(`${url}/query`, { method: 'DELETE' })).status).toBe(
      404,
    );
  });
});
