import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { factKeyOf, MetricQuery } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { migrationsDirectory } from '../database/migrateDatabase';
import { listDueDatabases } from '../database/operations/databases/listDueDatabases';
import { upsertDatabases } from '../database/operations/databases/upsertDatabases';
import { acquireLease } from '../database/operations/leases/acquireLease';
import { readMetricsStates } from '../database/operations/samples/readMetricsStates';
import { readSamples } from '../database/operations/samples/readSamples';
import { DatabaseInventory } from '../inventory/DatabaseInventory';
import { hashFact } from '../inventory/hashFact';
import {
  CLUSTER_KIND,
  judgedDatabase,
} from '../recovery/__testUtils__/judgedDatabase';
import { MetricsCollector } from './MetricsCollector';
import { MetricsSource } from './MetricsSource';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_18'],
});

const orders = judgedDatabase({ name: 'orders' });
const claim = factKeyOf({
  kind: 'PersistentVolumeClaim',
  namespace: 'shop',
  name: 'orders-1',
});

const queries: MetricQuery[] = [
  {
    name: 'backlog',
    query: 'backlog',
    subjectOf: ({ database }) => database && `${CLUSTER_KIND}/shop/${database}`,
  },
  {
    name: 'used',
    query: 'used',
    subjectOf: ({ claim: name }) =>
      name && `PersistentVolumeClaim/shop/${name}`,
  },
];

/** A vector as `/api/v1/query` answers it: https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries */
function vector(series: Array<{ metric: object; value: string }>) {
  return {
    status: 'success',
    data: {
      resultType: 'vector',
      result: series.map(({ metric, value }) => ({
        metric,
        value: [1_795_000_000.123, value],
      })),
    },
  };
}

describe.each(databases.eachSupportedId())(
  'MetricsCollector on %s',
  databaseId => {
    let knex: Knex;
    let server: Server;
    let asked: Array<{ query: string; authorization?: string }>;
    let answers: Record<string, object>;
    let status: number;
    const onMarked = jest.fn();

    function collector(source?: Partial<MetricsSource>) {
      const { port } = server.address() as AddressInfo;
      return MetricsCollector.create({
        knex,
        inventory: DatabaseInventory.create({
          knex,
          rootKinds: [CLUSTER_KIND],
          kinds: [CLUSTER_KIND],
        }),
        queries,
        sources: [
          {
            clusters: ['eu'],
            url: `http://127.0.0.1:${port}`,
            labels: { cluster: '{cluster}' },
            ...source,
          },
        ],
        logger: mockServices.logger.mock(),
        onMarked,
      });
    }

    const collect = (source?: Partial<MetricsSource>) =>
      collector(source).collect(new AbortController().signal);
    const samples = async (subject: string) =>
      (await readSamples(knex, { cluster: 'eu', subjects: [subject] })).get(
        subject,
      );
    const marked = async () =>
      (await listDueDatabases(knex, { now: 0, limit: 10 })).length > 0;
    const settle = () =>
      knex('databases').update({ marks: 0, judged_marks: 0 });

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await knex.migrate.latest({ directory: migrationsDirectory });
      await upsertDatabases(knex, { databases: [orders], judgedWith: '1' });
      const lease = await acquireLease(knex, {
        name: 'cluster/eu',
        holder: 'test',
        ttlMs: 60_000,
      });
      if (!lease) {
        throw new Error('the lease is taken');
      }
      const inventory = DatabaseInventory.create({
        knex,
        rootKinds: [CLUSTER_KIND],
        kinds: [CLUSTER_KIND],
      });
      for (const [key, subjects] of [
        [orders.factKey, []],
        [claim, [orders.factKey]],
      ] as const) {
        const [kind, namespace, name] = key.split('/');
        await inventory.writeFacts({
          lease,
          cluster: 'eu',
          kind,
          upserts: [
            hashFact({
              key,
              kind,
              namespace,
              name,
              uid: key,
              subjects: [...subjects],
              needs: [],
              data: {},
            }),
          ],
          deletedKeys: [],
        });
      }

      asked = [];
      status = 200;
      answers = {
        'backlog{cluster="eu"}': vector([
          { metric: { database: 'orders' }, value: '3' },
          { metric: { database: 'other' }, value: 'NaN' },
          { metric: {}, value: '1' },
        ]),
        'used{cluster="eu"}': vector([
          { metric: { claim: 'orders-1' }, value: '1024' },
        ]),
      };
      onMarked.mockReset();
      server = createServer(async (request, response) => {
        let body = '';
        for await (const chunk of request) {
          body += chunk;
        }
        const query = new URLSearchParams(body).get('query') ?? '';
        asked.push({ query, authorization: request.headers.authorization });
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answers[query] ?? vector([])));
      });
      await new Promise<void>(resolve =>
        server.listen(0, '127.0.0.1', resolve),
      );
    });

    afterEach(async () => {
      await new Promise(resolve => server.close(resolve));
      await knex.destroy();
    });

    it('asks each question once for each cluster, and keeps the answers', async () => {
      await collect({ authorization: 'Bearer t0ken' });

      expect(asked).toEqual([
        { query: 'backlog{cluster="eu"}', authorization: 'Bearer t0ken' },
        { query: 'used{cluster="eu"}', authorization: 'Bearer t0ken' },
      ]);
      expect(await samples(orders.factKey)).toEqual([
        {
          name: 'backlog',
          labels: { database: 'orders' },
          value: 3,
          observedAt: expect.any(String),
        },
      ]);
      expect(await samples(claim)).toMatchObject([{ value: 1024 }]);
      expect((await readMetricsStates(knex)).get('eu')?.state).toBe('live');
    });

    it('has databases judged anew when something changed about them or their volumes, and only then', async () => {
      await collect();
      expect(await marked()).toBe(true);
      expect(onMarked).toHaveBeenCalled();

      await settle();
      onMarked.mockReset();
      const before = (await samples(orders.factKey))?.[0].observedAt;
      await collect();
      expect(await marked()).toBe(false);
      expect(onMarked).not.toHaveBeenCalled();
      expect(
        Date.parse((await samples(orders.factKey))?.[0].observedAt ?? ''),
      ).toBeGreaterThan(Date.parse(before ?? ''));

      answers['used{cluster="eu"}'] = vector([
        { metric: { claim: 'orders-1' }, value: '2048' },
      ]);
      await collect();
      expect(await marked()).toBe(true);

      await settle();
      answers['backlog{cluster="eu"}'] = vector([]);
      await collect();
      expect(await samples(orders.factKey)).toBeUndefined();
      expect(await marked()).toBe(true);
    });

    it.each<[string, () => void, string]>([
      ['refuses', () => (status = 503), '503'],
      [
        'answers something else',
        () => (answers['backlog{cluster="eu"}'] = { status: 'error' }),
        'success',
      ],
    ])(
      'keeps samples for five minutes when the source %s, and says so',
      async (_, fail, message) => {
        await collect();
        fail();
        await collect();
        expect(await samples(orders.factKey)).toHaveLength(1);
        expect((await readMetricsStates(knex)).get('eu')).toMatchObject({
          state: 'failing',
          lastSuccessAt: expect.any(String),
          error: expect.stringContaining(message),
        });

        await settle();
        await knex('samples').decrement('observed_at', 5 * 60_000);
        await collect();
        expect(await samples(orders.factKey)).toBeUndefined();
        expect(await marked()).toBe(true);
      },
    );

    it('does not touch other clusters when one source cannot be reached', async () => {
      await collect({ url: 'http://127.0.0.1:1' });
      const states = await readMetricsStates(knex);
      expect(states.get('eu')).toMatchObject({ state: 'failing' });

      await collect({ clusters: ['us'], labels: {} });
      expect([...(await readMetricsStates(knex)).keys()]).toEqual(['us']);
    });
  },
);
