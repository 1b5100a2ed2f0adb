import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import { undescribedDatabase } from '@holdfast/plugin-holdfast-node';
import express, { Express } from 'express';
import { middleware as openapiMiddleware } from 'express-openapi-validator';
import { Knex } from 'knex';
import request from 'supertest';
import { migrationsDirectory } from './database/migrateDatabase';
import { deleteDatabases } from './database/operations/databases/deleteDatabases';
import { writeJudgedCluster } from './database/operations/databases/writeJudgedCluster';
import { writeClusterContact } from './database/operations/clusters/writeClusterContact';
import { DatabaseInventory } from './inventory/DatabaseInventory';
import { AuthorizedDatabases } from './permissions/AuthorizedDatabases';
import { AuthorizedPreviews } from './permissions/AuthorizedPreviews';
import {
  createHoldfastConditionalDecision,
  holdfastConditions,
} from './permissions/conditionExports';
import { databasePermissionRules } from './permissions/rules';
import {
  CLUSTER_KIND,
  judgedDatabase,
} from './recovery/__testUtils__/judgedDatabase';
import { examplePreviews } from './provisioning/__testUtils__/examplePreviews';
import { Changes } from './recovery/Changes';
import { DescribedDatabase } from './recovery/Describer';
import { DefaultDatabases } from './recovery/DefaultDatabases';
import { keepJudgement } from './recovery/keepJudgement';
import { JudgedDatabase } from './recovery/StoredDatabase';
import { createRouter } from './router';
import { openapiDocumentPath } from './schema/openapiDocumentPath';
import {
  Connection,
  holdfastDatabaseReadPermission,
  holdfastEvidenceReadPermission,
  holdfastProvisioningReadPermission,
} from '@holdfast/plugin-holdfast-common';

jest.setTimeout(60_000);

const user = { Authorization: mockCredentials.user.header() };
const service = { Authorization: mockCredentials.service.header() };
const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

const rules = Object.values(databasePermissionRules);
const ruleset = {
  getRuleByName(name: string) {
    const rule = rules.find(candidate => candidate.name === name);
    if (!rule) {
      throw new Error(`no rule ${name}`);
    }
    return rule;
  },
};

const orders = judgedDatabase({
  name: 'orders',
  verdict: 'at-risk',
  summary: { owner: 'group:default/checkout', attainedRpoSeconds: 3 },
});
const carts = judgedDatabase({
  name: 'carts',
  summary: { owner: 'group:default/checkout' },
});
const ledger = judgedDatabase({
  name: 'ledger',
  cluster: 'us',
  verdict: 'unprotected',
  summary: {
    owner: 'group:default/payments',
    system: 'system:default/payments',
  },
});

const connection: Connection = {
  endpoints: [
    {
      service: 'orders-rw',
      namespace: 'shop',
      port: 5432,
      serviceType: 'ClusterIP',
      definedBy: orders.summary.reference,
      reaches: 'primary',
      writable: true,
      instances: 1,
      tls: 'required',
      certificate: {
        authority: {
          secret: 'orders-ca',
          key: 'ca.crt',
          madeBy: 'operator',
          hasPrivateKey: true,
          expiresAt: '2027-02-18T17:25:42Z',
        },
        hostNames: ['orders-rw', 'orders-rw.shop', 'orders-rw.shop.svc'],
      },
    },
  ],
  databases: [
    {
      name: 'app',
      owner: 'app',
      definedBy: orders.summary.reference,
      allowsConnections: true,
    },
  ],
  roles: [
    {
      name: 'app',
      definedBy: orders.summary.reference,
      superuser: false,
      memberOf: [],
      credentials: [
        {
          kind: 'password',
          secret: 'orders-app',
          keys: [
            { key: 'username', holds: 'username' },
            { key: 'password', holds: 'password' },
          ],
          madeBy: 'operator',
        },
      ],
      authentication: 'password',
    },
  ],
  gaps: [
    {
      area: 'pools',
      kind: 'Pooler.postgresql.cnpg.io',
      reason: 'forbidden',
      message: 'poolers.postgresql.cnpg.io is forbidden',
    },
  ],
};

/** The database as its engine describes it, with three recovery points. */
function withRecoveryPoints(): DescribedDatabase {
  const root = {
    key: orders.factKey,
    kind: CLUSTER_KIND,
    namespace: 'shop',
    name: 'orders',
    uid: orders.summary.uid,
    subjects: [],
    needs: [],
    data: {},
  };
  const database = undescribedDatabase({
    cluster: 'eu',
    root,
    engine: { id: 'cloudnative-pg' },
    engineName: 'postgresql',
  });
  database.recoveryPoints = ['09', '11', '10'].map(hour => ({
    object: {
      cluster: 'eu',
      kind: 'Backup.postgresql.cnpg.io',
      namespace: 'shop',
      name: `orders-${hour}`,
    },
    method: 'barman-cloud-plugin',
    consistentAt: `2026-11-20T${hour}:00:00Z`,
    needsWal: true,
    incarnation: 'current',
    evidence: {
      object: orders.summary.reference,
      field: '.status.phase',
      value: 'completed',
    },
  }));
  database.connection = connection;
  return {
    facts: { cluster: 'eu', root, related: new Map(), find: () => undefined },
    database,
  };
}

describe('router', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let knex: Knex;
  let app: Express;
  let inventory: DatabaseInventory;
  let nonconforming: unknown[];
  let decisions: Record<string, PolicyDecision>;

  async function keep(...judged: JudgedDatabase[]) {
    await knex.transaction(tx =>
      keepJudgement(tx, {
        judgement: { judged, gone: [], storesInUse: new Map() },
        judgedWith: '1',
        inventory,
      }),
    );
  }

  beforeEach(async () => {
    knex = await databases.init('SQLITE_3');
    await knex.migrate.latest({ directory: migrationsDirectory });
    inventory = DatabaseInventory.create({
      knex,
      rootKinds: [CLUSTER_KIND],
      kinds: [CLUSTER_KIND],
    });
    await writeClusterContact(knex, {
      cluster: 'eu',
      contact: {
        state: 'live',
        since: '2026-11-20T09:00:00.000Z',
        lastContactAt: new Date().toISOString(),
      },
    });
    await writeClusterContact(knex, {
      cluster: 'us',
      contact: {
        state: 'lost',
        since: '2026-11-20T09:30:00.000Z',
        lastContactAt: '2026-11-20T09:29:00.000Z',
        error: { reason: 'ECONNREFUSED', message: 'connection refused' },
      },
    });
    await keep(orders, carts, ledger);

    decisions = {
      [holdfastDatabaseReadPermission.name]: allow,
      [holdfastEvidenceReadPermission.name]: allow,
    };
    nonconforming = [];
    const router = await createRouter({
      httpAuth: mockServices.httpAuth(),
      databases: AuthorizedDatabases.create({
        databases: DefaultDatabases.create({
          knex,
          inventory,
          describer: { describe: async () => [withRecoveryPoints()] },
        }),
        permissions: {
          authorizeConditional: async requests =>
            requests.map(({ permission }) => decisions[permission.name]),
        },
        transformConditions: createConditionTransformer(ruleset),
        isAllowed: createConditionAuthorizer(ruleset),
      }),
      changes: Changes.create({ knex, inventory, clusters: ['eu', 'us'] }),
      previews: AuthorizedPreviews.create({
        previews: examplePreviews(),
        permissions: {
          authorize: async requests =>
            requests.map(({ permission }) =>
              decisions[permission.name]?.result === AuthorizeResult.DENY
                ? { result: AuthorizeResult.DENY }
                : { result: AuthorizeResult.ALLOW },
            ),
        },
      }),
    });
    const served = express().use(router).use(mockErrorHandler());
    // Every answer passes through a check against the document, in an app of its own: two validators in one app get in each other's way.
    app = express()
      .use(
        openapiMiddleware({
          apiSpec: openapiDocumentPath,
          validateRequests: false,
          validateResponses: { onError: error => nonconforming.push(error) },
          ignoreUndocumented: true,
        }),
      )
      .use(express.json())
      .use(async (incoming, outgoing) => {
        const forwarded =
          incoming.method === 'POST'
            ? request(served).post(incoming.originalUrl).send(incoming.body)
            : request(served).get(incoming.originalUrl);
        const answer = await forwarded.set(
          'Authorization',
          incoming.headers.authorization ?? '',
        );
        outgoing.status(answer.status).set('etag', answer.headers.etag);
        outgoing.json(answer.body);
      });
  });

  afterEach(async () => {
    await knex.destroy();
    if (nonconforming.length) {
      throw new Error(`Answers against the document: ${nonconforming}`);
    }
  });

  describe('GET /databases', () => {
    it('lists worst first, page by page', async () => {
      const first = await request(app).get('/databases?limit=2').set(user);

      expect(first.status).toBe(200);
      expect(first.body.totalItems).toBe(3);
      expect(first.body.items.map((item: { id: string }) => item.id)).toEqual([
        ledger.summary.id,
        orders.summary.id,
      ]);
      expect(first.body.items[0]).toMatchObject({
        stale: true,
        asOf: '2026-11-20T09:29:00.000Z',
      });
      expect(first.body.items[1]).toMatchObject({ stale: false });

      const second = await request(app)
        .get('/databases')
        .query({ limit: 2, cursor: first.body.pageInfo.nextCursor })
        .set(user);
      expect(second.body.items).toHaveLength(1);
      expect(second.body.items[0].id).toBe(carts.summary.id);
      expect(second.body.pageInfo).toEqual({});
    });

    it('answers HEAD as it does GET, without a body', async () => {
      const good = await request(app).head('/databases').set(user);
      expect(good.status).toBe(200);
      expect(good.text).toBeUndefined();
      const bad = await request(app).head('/databases?limit=0').set(user);
      expect(bad.status).toBe(400);
    });

    it('filters', async () => {
      const names = async (query: string) => {
        const { body, status } = await request(app)
          .get(`/databases?${query}`)
          .set(user);
        expect(status).toBe(200);
        return body.items.map(
          (item: { reference: { name: string } }) => item.reference.name,
        );
      };

      expect(await names('verdict=protected&verdict=unprotected')).toEqual([
        'ledger',
        'carts',
      ]);
      expect(await names('owner=group:default/payments')).toEqual(['ledger']);
      expect(await names('owner=Group%3ADefault%2FPayments')).toEqual([
        'ledger',
      ]);
      expect(await names('cluster=eu&orderField=name,desc')).toEqual([
        'orders',
        'carts',
      ]);
      expect(await names('text=LEDG')).toEqual(['ledger']);
      expect(await names('engine=mysql')).toEqual([]);
      expect(await names('entityRef=resource:default/none')).toEqual([]);
    });

    it.each([
      ['limit=0', `Query parameter 'limit' is '0': must be >= 1`],
      ['limit=many', `Query parameter 'limit' is 'many': must be integer`],
      [
        'verdict=protected&verdict=green',
        `Query parameter 'verdict' is 'green': must be equal to one of the allowed values: unprotected, unknown, at-risk, protected, proven, exempt`,
      ],
      [
        'orderField=size,asc',
        `Query parameter 'orderField' is 'size,asc': must be equal to one of the allowed values: verdict,asc`,
      ],
      [
        'verdikt=unknown',
        `Query parameter 'verdikt' is not known here: there are limit, cursor, orderField, verdict, owner, engine, cluster, entityRef, text`,
      ],
      ['text=', `Query parameter 'text'`],
      [
        'cursor=nonsense',
        `Query parameter 'cursor' is 'nonsense', which is not a cursor`,
      ],
    ])('refuses %s by name', async (query, message) => {
      const { status, body } = await request(app)
        .get(`/databases?${query}`)
        .set(user);

      expect(status).toBe(400);
      expect(body.error).toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(message),
      });
    });

    it('says which cluster there is not', async () => {
      const { status, body } = await request(app)
        .get('/databases?cluster=eu&cluster=ue')
        .set(user);

      expect(status).toBe(404);
      expect(body.error).toMatchObject({
        name: 'NotFoundError',
        message: 'No cluster "ue" is followed',
      });
    });

    it('refuses the cursor of another query', async () => {
      const { body } = await request(app).get('/databases?limit=1').set(user);

      const answer = await request(app)
        .get('/databases')
        .query({ cursor: body.pageInfo.nextCursor, cluster: 'eu' })
        .set(user);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toContain(
        'belongs to another filter or order',
      );
    });

    it('lists nothing for those who may read nothing', async () => {
      decisions[holdfastDatabaseReadPermission.name] = deny;

      const { status, body } = await request(app).get('/databases').set(user);
      expect(status).toBe(200);
      expect(body).toEqual({ items: [], totalItems: 0, pageInfo: {} });
    });

    it('lists what conditions allow', async () => {
      decisions[holdfastDatabaseReadPermission.name] =
        createHoldfastConditionalDecision(holdfastDatabaseReadPermission, {
          anyOf: [
            holdfastConditions.isOwner({ claims: ['group:default/identity'] }),
            holdfastConditions.isInSystem({
              systems: ['system:default/payments'],
            }),
          ],
        });

      const list = await request(app).get('/databases').set(user);
      expect(list.body.totalItems).toBe(1);
      expect(list.body.items[0].id).toBe(ledger.summary.id);

      const summary = await request(app).get('/summary').set(user);
      expect(summary.body).toMatchObject({ totalItems: 1, stale: 1 });

      const clusters = await request(app).get('/clusters').set(user);
      expect(clusters.body.items).toMatchObject([{ name: 'us', databases: 1 }]);
    });

    it('leaves out evidence that may not be seen', async () => {
      decisions[holdfastEvidenceReadPermission.name] =
        createHoldfastConditionalDecision(
          holdfastEvidenceReadPermission,
          holdfastConditions.isOwner({ claims: ['group:default/payments'] }),
        );

      const { body } = await request(app).get('/databases').set(user);
      expect(body.items[0].topFinding.evidence).toHaveLength(1);
      expect(body.items[1].topFinding.evidence).toEqual([]);
    });
  });

  describe('GET /databases/{id}', () => {
    const path = `/databases/${encodeURIComponent(orders.summary.id)}`;

    it('answers with the assessment and its evidence', async () => {
      const { status, body, headers } = await request(app).get(path).set(user);

      expect(status).toBe(200);
      expect(body.summary.id).toBe('eu/shop/Cluster.postgresql.cnpg.io/orders');
      expect(body.assessment).toEqual(orders.assessment);
      expect(body.evidenceHidden).toBeUndefined();
      expect(headers.etag).toBeDefined();
    });

    it('says which database there is not', async () => {
      const { status, body } = await request(app)
        .get(
          `/databases/${encodeURIComponent(
            'eu/shop/Cluster.postgresql.cnpg.io/oders',
          )}`,
        )
        .set(user);

      expect(status).toBe(404);
      expect(body.error).toMatchObject({
        name: 'NotFoundError',
        message:
          'No database "oders" of kind "Cluster.postgresql.cnpg.io" in namespace "shop" of cluster "eu"',
      });
    });

    it('refuses who may not read it', async () => {
      decisions[holdfastDatabaseReadPermission.name] =
        createHoldfastConditionalDecision(
          holdfastDatabaseReadPermission,
          holdfastConditions.isOwner({ claims: ['group:default/payments'] }),
        );

      const { status, body } = await request(app).get(path).set(user);
      expect(status).toBe(403);
      expect(body.error.message).toContain('holdfast.database.read');
    });

    it('leaves out evidence that may not be seen, and says so', async () => {
      decisions[holdfastEvidenceReadPermission.name] = deny;

      const { body } = await request(app).get(path).set(user);
      expect(body.evidenceHidden).toBe(true);
      expect(JSON.stringify(body)).not.toContain('.status.phase');
      expect(body.assessment.findings[0].message).toBe(
        'No base backup exists.',
      );

      const points = await request(app)
        .get(`${path}/recovery-points`)
        .set(user);
      expect(points.status).toBe(403);
      expect(points.body.error.message).toContain('holdfast.evidence.read');
    });

    it('lists recovery points, newest first, page by page', async () => {
      const first = await request(app)
        .get(`${path}/recovery-points?limit=2`)
        .set(user);
      const second = await request(app)
        .get(`${path}/recovery-points`)
        .query({ limit: 2, cursor: first.body.pageInfo.nextCursor })
        .set(user);

      const items = [...first.body.items, ...second.body.items];
      expect(items.map(({ object }) => object.name)).toEqual([
        'orders-11',
        'orders-10',
        'orders-09',
      ]);
      expect(first.body.totalItems).toBe(3);
      expect(second.body.pageInfo).toEqual({});
    });

    it('says how to connect, also to those who may not see evidence', async () => {
      decisions[holdfastEvidenceReadPermission.name] = deny;
      const { status, body } = await request(app)
        .get(`${path}/connection`)
        .set(user);
      expect(status).toBe(200);
      expect(body).toEqual({
        connection,
        asOf: expect.any(String),
        stale: false,
      });
    });

    it('says how to connect to nobody who may not read the database', async () => {
      decisions[holdfastDatabaseReadPermission.name] =
        createHoldfastConditionalDecision(
          holdfastDatabaseReadPermission,
          holdfastConditions.isOwner({ claims: ['group:default/payments'] }),
        );
      const { status, body } = await request(app)
        .get(`${path}/connection`)
        .set(user);
      expect(status).toBe(403);
      expect(JSON.stringify(body)).not.toContain('orders-app');
    });

    it('says that there is no such database to connect to', async () => {
      const { status, body } = await request(app)
        .get(
          `/databases/${encodeURIComponent('eu/shop/Cluster/none')}/connection`,
        )
        .set(user);
      expect(status).toBe(404);
      expect(body.error.name).toBe('NotFoundError');
    });
  });

  it('names a parameter where there is none', async () => {
    const { status, body } = await request(app)
      .get('/clusters?limit=3')
      .set(user);

    expect(status).toBe(400);
    expect(body.error.message).toBe(
      `Query parameter 'limit' is not known here: there is none`,
    );
  });

  it('sums the fleet up', async () => {
    const { status, body } = await request(app).get('/summary').set(user);

    expect(status).toBe(200);
    expect(body).toEqual({
      totalItems: 3,
      byVerdict: { 'at-risk': 1, protected: 1, unprotected: 1 },
      byEngine: { postgresql: 3 },
      byCluster: { eu: 2, us: 1 },
      byOwner: { 'group:default/checkout': 2, 'group:default/payments': 1 },
      stale: 1,
    });
  });

  it('says how fresh clusters are', async () => {
    const { status, body } = await request(app).get('/clusters').set(user);

    expect(status).toBe(200);
    expect(body.totalItems).toBe(2);
    expect(body.items).toMatchObject([
      { name: 'eu', state: 'live', databases: 2 },
      {
        name: 'us',
        state: 'lost',
        databases: 1,
        reason: 'connection refused',
        lastContactAt: '2026-11-20T09:29:00.000Z',
      },
    ]);
  });

  describe('for services', () => {
    it.each(['/changes?after=0', '/inventory'])(
      'answers to them only: %s',
      async path => {
        expect((await request(app).get(path).set(user)).status).toBe(403);
        expect((await request(app).get(path).set(service)).status).toBe(200);
      },
    );

    it('tells what changed since a number, each database once', async () => {
      const all = await request(app).get('/changes?after=0').set(service);
      expect(all.body.items.map(({ id }: { id: string }) => id)).toEqual([
        orders.summary.id,
        carts.summary.id,
        ledger.summary.id,
      ]);

      const after = all.body.next;
      expect(
        (await request(app).get(`/changes?after=${after}`).set(service)).body,
      ).toEqual({ items: [], next: after });

      await keep(
        judgedDatabase({
          name: 'carts',
          summary: { owner: 'group:default/platform' },
        }),
      );
      await knex.transaction(async tx => {
        await deleteDatabases(tx, { ids: [carts.summary.id] });
        await inventory.appendChanges(tx, {
          stream: 'verdict',
          changes: [
            {
              cluster: 'eu',
              key: carts.summary.id,
              kind: CLUSTER_KIND,
              subjects: [],
              deleted: true,
            },
          ],
        });
      });
      const { body } = await request(app)
        .get(`/changes?after=${after}`)
        .set(service);
      expect(body).toEqual({
        items: [{ seq: after + 2, id: carts.summary.id, deleted: true }],
        next: after + 2,
      });
    });

    it('has a reader begin anew whose number is not of this database', async () => {
      const { body } = await request(app)
        .get('/changes?after=1000')
        .set(service);

      expect(body).toMatchObject({ items: [], reset: true });
    });

    it('lists the inventory page by page, and says whether it is complete', async () => {
      const first = await request(app).get('/inventory?limit=2').set(service);
      expect(first.body).toMatchObject({ seq: 3, complete: false });
      const second = await request(app)
        .get('/inventory')
        .query({ limit: 2, cursor: first.body.pageInfo.nextCursor })
        .set(service);
      expect(
        [...first.body.items, ...second.body.items].map(({ id }) => id),
      ).toEqual([carts.summary.id, orders.summary.id, ledger.summary.id]);

      await writeJudgedCluster(knex, { cluster: 'eu', at: 1 });
      await writeJudgedCluster(knex, { cluster: 'us', at: 1 });
      const complete = await request(app).get('/inventory').set(service);
      expect(complete.body.complete).toBe(true);
    });

    it('lists many databases by id', async () => {
      const ids = Array.from({ length: 400 }, (_, i) => `eu/shop/Kind/no-${i}`);
      const { status, body } = await request(app)
        .get('/inventory')
        .query(
          new URLSearchParams(
            [...ids, orders.summary.id].map(id => ['id', id]),
          ).toString(),
        )
        .set(service);

      expect(status).toBe(200);
      expect(body.items).toHaveLength(1);
    });
  });

  it('publishes its document', async () => {
    const { body } = await request(app).get('/openapi.json').set(user);
    expect(body.info.title).toBe('Holdfast');
  });

  describe('GET /provisioning', () => {
    it('says what there is to choose from, with prices and reasons for none', async () => {
      const { status, body } = await request(app)
        .get('/provisioning')
        .set(user);

      expect(status).toBe(200);
      expect(body).toMatchObject({
        currency: 'USD',
        quota: { dataSize: '1Ti' },
        tiers: [
          {
            name: 'gold',
            rpoSeconds: 300,
            rtoSeconds: 3600,
            retentionSeconds: 30 * 86_400,
          },
          { name: 'silver' },
          { name: 'bronze' },
        ],
        clusters: [
          {
            name: 'us',
            provider: 'aws',
            region: 'us-east-1',
            namespaces: ['shop'],
            // gp3 in us-east-1: https://aws.amazon.com/ebs/pricing/
            storageClasses: [
              { name: 'ssd', price: { amount: '0.08', unit: 'GiB-month' } },
              {
                name: 'local-path',
                unpriced: expect.stringContaining(
                  'has no list price, which does not make it free',
                ),
              },
            ],
          },
        ],
      });
      expect(body.clusters[0].storageClasses[0]).not.toHaveProperty(
        'parameters',
      );
    });

    it('is for those who may see it', async () => {
      decisions[holdfastProvisioningReadPermission.name] = deny;
      const { status, body } = await request(app)
        .get('/provisioning')
        .set(user);
      expect(status).toBe(403);
      expect(body.error.message).toContain('holdfast.provisioning.read');
    });
  });

  describe('POST /previews', () => {
    const preview = (body: object) =>
      request(app).post('/previews').set(user).send(body);

    it('says of inputs what they would attain and cost', async () => {
      const { status, body } = await preview({
        inputs: {
          name: 'orders',
          tier: 'gold',
          cluster: 'us',
          region: 'us-east-1',
        },
        compareTiers: true,
      });

      expect(status).toBe(200);
      expect(body).toMatchObject({
        databases: [
          {
            reference: { cluster: 'us', namespace: 'orders', name: 'orders' },
            predicted: {
              verdict: 'protected',
              rpo: { data: { atMostSeconds: 120 } },
            },
            objective: { tier: { value: 'gold' } },
          },
        ],
        choices: { instances: 3, dataSize: '50Gi', namespace: 'orders' },
        place: { provider: 'aws', region: 'us-east-1' },
        cost: { currency: 'USD', complete: true, unpriced: [] },
        errors: [],
      });
      // 3 volumes of 50 GiB at 0.08 USD.
      expect(body.cost.lines).toContainEqual(
        expect.objectContaining({
          object: 'data-volumes',
          component: 'capacity',
          amount: '12',
          estimated: false,
        }),
      );
      const [gold, silver, bronze] = body.tiers;
      expect(gold.cost.total).toBe(body.cost.total);
      expect(Number(gold.cost.total)).toBeGreaterThan(
        Number(silver.cost.total),
      );
      expect(bronze.predicted.verdict).toBe('protected');
    });

    it('refuses inputs field by field, in the words of the form', async () => {
      const { status, body } = await preview({
        inputs: {
          name: 'orders',
          tier: 'gold',
          dataSize: '2Ti',
          cluster: 'eu',
        },
      });
      expect(status).toBe(400);
      expect(body.error).toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('dataSize: "2Ti" is above the quota'),
        problems: [
          { field: 'dataSize', value: '2Ti' },
          { field: 'cluster', value: 'eu' },
        ],
      });
    });

    it('refuses a name that is taken, unless it may be', async () => {
      const inputs = { name: 'carts', tier: 'silver', cluster: 'us' };
      const refused = await preview({ inputs });
      expect(refused.status).toBe(400);
      expect(refused.body.error.problems).toEqual([
        {
          field: 'name',
          value: 'carts',
          message:
            '"carts" is taken by the entity resource:default/carts: write another name',
        },
      ]);
      const repeated = await preview({ inputs, nameMayBeTaken: true });
      expect(repeated.status).toBe(200);
    });

    it('says why a tier cannot be had, instead of leaving it out', async () => {
      const { body } = await preview({
        inputs: { name: 'orders', tier: 'gold', synchronous: 'any' },
        compareTiers: true,
      });
      expect(body.tiers[2]).toMatchObject({
        tier: 'bronze',
        problems: [{ field: 'synchronous' }],
      });
      expect(body.tiers[2]).not.toHaveProperty('predicted');
    });

    it('judges manifests, and tells of those that cannot be read', async () => {
      const { status, body } = await preview({
        manifests: [
          {
            file: 'cluster.yaml',
            text: 'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: {name: orders, namespace: shop}\nspec: {instances: 1, storage: {size: 1Gi}}',
          },
          { text: 'kind: [' },
        ],
        objective: { rpo: '5m' },
      });
      expect(status).toBe(200);
      expect(body.databases).toMatchObject([
        {
          predicted: { verdict: 'unprotected' },
          objective: { rpoSeconds: { data: { value: 300 } } },
        },
      ]);
      expect(body.errors).toMatchObject([{ file: 'manifest 2', line: 1 }]);
      expect(body).not.toHaveProperty('cost');
    });

    it.each<[object, string]>([
      [
        {},
        'A preview is of inputs or of manifests, and the request has neither',
      ],
      [
        {
          inputs: { name: 'orders', tier: 'gold' },
          manifests: [{ text: 'a' }],
        },
        'the request has both',
      ],
      [
        { inputs: { name: 'orders', tier: 'gold', instances: 'three' } },
        'inputs.instances is "three": must be number',
      ],
      [
        { inputs: { tier: 'gold' } },
        "inputs.name: must have required property 'name'",
      ],
      [
        { manifests: [{ text: 'a' }], objective: { rop: '5m' } },
        'objective: "rop" is no objective: write one of tier, rpo',
      ],
      [
        { manifests: [{ text: 'a' }], objective: { rpo: 'soon' } },
        'objective.rpo: "soon" is not a duration',
      ],
    ])('refuses %j', async (body, message) => {
      const answer = await preview(body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toContain(message);
    });

    it('is for those who may see what there is to choose from', async () => {
      decisions[holdfastProvisioningReadPermission.name] = deny;
      const { status } = await preview({
        inputs: { name: 'orders', tier: 'gold' },
      });
      expect(status).toBe(403);
    });
  });
});
