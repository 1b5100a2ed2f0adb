import {
  AuditorService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
  ServiceMock,
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
import { listDueDatabases } from './database/operations/databases/listDueDatabases';
import { writeJudgedCluster } from './database/operations/databases/writeJudgedCluster';
import { writeClusterContact } from './database/operations/clusters/writeClusterContact';
import { syncFates } from './database/operations/fates/syncFates';
import { DefaultSharedFates } from './fates/DefaultSharedFates';
import { DatabaseInventory } from './inventory/DatabaseInventory';
import { AuthorizedDatabases } from './permissions/AuthorizedDatabases';
import { AuthorizedLedger } from './permissions/AuthorizedLedger';
import { AuthorizedPreviews } from './permissions/AuthorizedPreviews';
import { AuthorizedSharedFates } from './permissions/AuthorizedSharedFates';
import { AuthorizedWaivers } from './permissions/AuthorizedWaivers';
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
import { DefaultLedger } from './recovery/ledger/DefaultLedger';
import { keepJudgement } from './recovery/keepJudgement';
import { JudgedDatabase } from './recovery/StoredDatabase';
import { createRouter } from './router';
import { openapiDocumentPath } from './schema/openapiDocumentPath';
import { DefaultWaivers } from './waivers/DefaultWaivers';
import {
  builtInRules,
  Connection,
  FateTie,
  holdfastDatabaseReadPermission,
  holdfastEvidenceReadPermission,
  holdfastProvisioningReadPermission,
  holdfastWaiverCreatePermission,
  holdfastWaiverDeletePermission,
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
  const claim = {
    cluster: 'eu',
    kind: 'PersistentVolumeClaim',
    namespace: 'shop',
    name: 'orders-1',
  };
  database.volumes = [
    {
      claim,
      role: 'data',
      coverage: [
        {
          backup: { ...claim, kind: 'Backup.velero.io', name: 'nightly-1' },
          method: 'velero-data-mover',
          state: 'skipped',
          reason: 'no DataUpload of it',
          evidence: { object: claim, field: '.status.phase', value: 'Bound' },
        },
      ],
    },
  ];
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
  let auditor: ServiceMock<AuditorService>;
  let auditEvent: { success: jest.Mock; fail: jest.Mock };
  let woken: jest.Mock;

  async function keep(...judged: JudgedDatabase[]) {
    await knex.transaction(tx =>
      keepJudgement(tx, {
        judgement: {
          judged,
          gone: [],
          storesInUse: new Map(),
          fates: new Map(),
          copies: new Map(),
        },
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
      [holdfastWaiverCreatePermission.name]: allow,
      [holdfastWaiverDeletePermission.name]: allow,
    };
    nonconforming = [];
    const permissions: Pick<PermissionsService, 'authorizeConditional'> = {
      authorizeConditional: async requests =>
        requests.map(({ permission }) => decisions[permission.name]),
    };
    const isAllowed = createConditionAuthorizer(ruleset);
    const readable = AuthorizedDatabases.create({
      databases: DefaultDatabases.create({
        knex,
        inventory,
        describer: { describe: async () => [withRecoveryPoints()] },
      }),
      permissions,
      transformConditions: createConditionTransformer(ruleset),
      isAllowed,
    });
    auditor = mockServices.auditor.mock({
      createEvent: jest.fn(async () => auditEvent),
    });
    auditEvent = { success: jest.fn(), fail: jest.fn() };
    woken = jest.fn();
    const router = await createRouter({
      httpAuth: mockServices.httpAuth(),
      auditor,
      databases: readable,
      ledger: AuthorizedLedger.create({
        ledger: DefaultLedger.create({
          knex,
          describer: { describe: async () => [withRecoveryPoints()] },
          onMarked: woken,
          logger: mockServices.logger.mock(),
        }),
        databases: readable,
        permissions,
        findResource: async () => undefined,
        isAllowed,
      }),
      waivers: AuthorizedWaivers.create({
        waivers: DefaultWaivers.create({
          knex,
          rules: builtInRules,
          onMarked: woken,
        }),
        databases: readable,
        permissions,
        isAllowed,
      }),
      sharedFates: AuthorizedSharedFates.create({
        sharedFates: DefaultSharedFates.create({ knex }),
        permissions,
        transformConditions: createConditionTransformer(ruleset),
      }),
      rules: builtInRules,
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
        const { method, originalUrl } = incoming;
        const forwarded =
          method === 'POST'
            ? request(served).post(originalUrl).send(incoming.body)
            : request(served)[method === 'DELETE' ? 'delete' : 'get'](
                originalUrl,
              );
        const answer = await forwarded.set(
          'Authorization',
          incoming.headers.authorization ?? '',
        );
        outgoing.status(answer.status).set('etag', answer.headers.etag);
        if (answer.status === 204) outgoing.end();
        else outgoing.json(answer.body);
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

  describe('waivers', () => {
    const path = `/databases/${encodeURIComponent(orders.summary.id)}`;
    const waiver = {
      rule: 'placement/single-instance',
      reason: 'a test system',
      until: '2999-01-31',
    };
    const post = (body: object, headers = user) =>
      request(app).post(`${path}/waivers`).set(headers).send(body);
    const waiversOf = async () =>
      (await request(app).get(path).set(user)).body.waivers;

    it('are stated by a person, kept, listed, audited and taken away', async () => {
      const { status, body } = await post(waiver);
      expect(status).toBe(201);
      expect(body).toMatchObject({
        id: expect.any(String),
        rule: 'placement/single-instance',
        reason: 'a test system',
        // To the end of the day.
        until: '2999-02-01T00:00:00.000Z',
        by: 'user:default/mock',
        origin: { level: 'portal', reference: orders.summary.id },
      });
      expect(woken).toHaveBeenCalledTimes(1);
      await expect(
        listDueDatabases(knex, { now: 0, limit: 9 }),
      ).resolves.toEqual([{ cluster: 'eu', key: orders.factKey }]);
      expect(await waiversOf()).toEqual([body]);
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'waiver-create',
          meta: { databaseId: orders.summary.id, ...waiver },
        }),
      );
      expect(auditEvent.success).toHaveBeenCalledTimes(1);

      const again = await post(waiver);
      expect(again.status).toBe(409);
      expect(again.body.error.message).toContain(
        'user:default/mock has waived',
      );
      expect(auditEvent.fail).toHaveBeenCalledTimes(1);

      const own = `${path}/waivers/${body.id}`;
      const gone = await request(app).delete(own).set(user);
      expect(gone.status).toBe(204);
      expect(await waiversOf()).toEqual([]);
      expect((await request(app).delete(own).set(user)).status).toBe(404);
    });

    it('show what became of them, and those of Git beside them', async () => {
      const { body } = await post(waiver);
      const ofGit = {
        rule: 'volume/nearly-full',
        reason: 'it is emptied on Friday',
        until: '2999-01-31T00:00:00.000Z',
        origin: {
          level: 'entity' as const,
          reference: 'resource:default/orders',
          field: 'holdfast.io/waive',
        },
        state: 'idle' as const,
      };
      await keep({
        ...orders,
        assessment: {
          ...orders.assessment,
          waivers: [ofGit, { ...body, state: 'holds' }],
        },
      });
      expect(await waiversOf()).toEqual([ofGit, { ...body, state: 'holds' }]);
    });

    it('of an earlier incarnation do not count', async () => {
      await post(waiver);
      await keep({
        ...orders,
        summary: { ...orders.summary, uid: 'another' },
      });
      expect(await waiversOf()).toEqual([]);
      expect((await post(waiver)).status).toBe(201);
    });

    it.each<[object, string]>([
      [{ ...waiver, rule: 'placement/one' }, "rule is 'placement/one'"],
      [
        { ...waiver, rule: 'facts/missing' },
        'cannot be waived: what is not known cannot be accepted as known',
      ],
      [
        { ...waiver, rule: 'restore/failed' },
        'cannot be waived: it tells what can be restored',
      ],
      [{ ...waiver, until: '2999-02-31' }, "until is '2999-02-31'"],
      [{ ...waiver, until: '2020-01-01' }, 'which is over'],
      [{ ...waiver, reason: ' \n ' }, 'it has to be a sentence in one line'],
      [{ ...waiver, reason: 'a\nb' }, 'it has to be a sentence in one line'],
      [
        { ...waiver, reason: 'a\u2028b' },
        'it has to be a sentence in one line',
      ],
      [
        { ...waiver, reason: 'a\u202eb' },
        'it has to be a sentence in one line',
      ],
      [{ ...waiver, reason: '\u200b' }, 'it has to be a sentence in one line'],
      [{ ...waiver, until: '2999-01-31T12:00:00' }, 'no day of the calendar'],
      [{ ...waiver, until: '+275760-09-13' }, 'no day of the calendar'],
      [{ ...waiver, by: 'user:default/eve' }, 'additional properties'],
      [{ rule: waiver.rule, until: waiver.until }, 'reason'],
    ])('refuse %j', async (body, message) => {
      const answer = await post(body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toContain(message);
      expect(await waiversOf()).toEqual([]);
    });

    it('cannot accept that there is nothing to restore from', async () => {
      const finding = {
        rule: 'base-backup/none',
        severity: 'critical' as const,
        message: 'None.',
        evidence: [],
        ceiling: 'unprotected' as const,
      };
      await keep({
        ...orders,
        assessment: { ...orders.assessment, findings: [finding] },
      });
      const { status, body } = await post({
        ...waiver,
        rule: 'base-backup/none',
      });
      expect(status).toBe(400);
      expect(body.error.message).toContain('it leaves nothing to restore from');
    });

    it('are for people with the permission, who may read the database', async () => {
      expect((await post(waiver, service)).status).toBe(403);

      const ofPayments = holdfastConditions.isOwner({
        claims: ['group:default/payments'],
      });
      decisions[holdfastWaiverCreatePermission.name] =
        createHoldfastConditionalDecision(
          holdfastWaiverCreatePermission,
          ofPayments,
        );
      const refused = await post(waiver);
      expect(refused.status).toBe(403);
      expect(refused.body.error.message).toContain("'holdfast.waiver.create'");
      expect(auditEvent.fail).toHaveBeenCalledTimes(1);

      decisions[holdfastWaiverCreatePermission.name] = allow;
      const { body } = await post(waiver);
      decisions[holdfastWaiverDeletePermission.name] = deny;
      const own = `${path}/waivers/${body.id}`;
      expect((await request(app).delete(own).set(user)).status).toBe(403);

      decisions[holdfastDatabaseReadPermission.name] = deny;
      decisions[holdfastWaiverDeletePermission.name] = allow;
      expect((await request(app).delete(own).set(user)).status).toBe(403);
    });
  });

  describe('GET /databases/{id}/history', () => {
    const path = `/databases/${encodeURIComponent(orders.summary.id)}/history`;

    it('tells of transitions, newest first, and of the time that objectives were met', async () => {
      const daysAgo = (days: number) =>
        new Date(Date.now() - days * 86_400_000).toISOString();
      await knex('verdict_transitions').delete();
      const moments = [
        { days: 20, verdict: 'protected' as const, rpo: 'met' as const },
        { days: 5, verdict: 'unknown' as const, rpo: 'unknown' as const },
        { days: 4, verdict: 'at-risk' as const, rpo: 'met' as const },
        { days: 1, verdict: 'protected' as const, rpo: 'met' as const },
      ];
      let former: JudgedDatabase['former'];
      for (const { days, verdict, rpo } of moments) {
        const summary = {
          ...orders.summary,
          verdict,
          rpoAttainment: rpo,
          topFinding:
            verdict === 'at-risk' ? orders.summary.topFinding : undefined,
        };
        await keep({
          ...orders,
          summary,
          assessment: {
            ...orders.assessment,
            verdict,
            assessedAt: daysAgo(days),
          },
          former,
        });
        former = {
          id: summary.id,
          uid: summary.uid,
          factKey: orders.factKey,
          summary,
          inventoryHash: orders.inventoryHash,
          marks: 0,
        };
      }

      const first = await request(app).get(path).query({ limit: 3 }).set(user);
      expect(first.status).toBe(200);
      expect(first.body.totalItems).toBe(4);
      expect(first.body.items).toMatchObject([
        { from: 'at-risk', to: 'protected', rpo: 'met' },
        {
          from: 'unknown',
          to: 'at-risk',
          rule: 'backup/none',
          message: 'No base backup exists.',
        },
        { from: 'protected', to: 'unknown', rpo: 'unknown' },
      ]);
      const second = await request(app)
        .get(path)
        .query({ limit: 3, cursor: first.body.pageInfo.nextCursor })
        .set(user);
      expect(second.body.items).toMatchObject([{ to: 'protected' }]);
      expect(second.body.items[0]).not.toHaveProperty('from');
      expect(second.body.pageInfo).toEqual({});

      const [week, month, quarter] = first.body.attainment;
      const days = (seconds: number) => Math.round(seconds / 8640) / 10;
      expect(week.days).toBe(7);
      // 7 d: 2 protected, 1 unknown, 3 at risk, 1 protected.
      expect(days(week.verdict.metSeconds)).toBe(3);
      expect(days(week.verdict.missedSeconds)).toBe(3);
      expect(days(week.verdict.unknownSeconds)).toBe(1);
      expect(week.verdict.attained).toBeCloseTo(0.5, 3);
      expect(week.rpo.attained).toBe(1);
      expect(days(week.rpo.unknownSeconds)).toBe(1);
      // First seen 20 d ago: what was before is not counted.
      expect(month.verdict.from).toBe(quarter.verdict.from);
      expect(days(month.verdict.metSeconds)).toBe(16);
    });

    it('is for those who may read the database', async () => {
      decisions[holdfastDatabaseReadPermission.name] = deny;
      expect((await request(app).get(path).set(user)).status).toBe(403);
    });
  });

  it('lists the rules, for those who are signed in', async () => {
    const { status, body } = await request(app).get('/rules').set(user);
    expect(status).toBe(200);
    expect(body.totalItems).toBe(body.items.length);
    expect(body.items).toContainEqual({
      id: 'placement/single-instance',
      title: 'A single instance where the objective needs more',
      description: expect.any(String),
      judges: 'arrangement',
      waivable: true,
    });
    expect(body.items).toContainEqual(
      expect.objectContaining({ id: 'restore/failed', waivable: false }),
    );
    expect(body.items).toContainEqual(
      expect.objectContaining({ id: 'waiver/expired' }),
    );
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

  describe('GET /databases/{id}/deletion', () => {
    const path = `/databases/${encodeURIComponent(orders.summary.id)}/deletion`;

    it('tells what becomes of the bytes, event by event', async () => {
      const { body, status } = await request(app).get(path).set(user);
      expect(status).toBe(200);
      expect(body.items.map(({ event }: { event: string }) => event)).toEqual([
        'leaves-git',
        'object-deleted',
        'claim-deleted',
        'namespace-deleted',
      ]);
    });

    it('is refused to who may not read the database', async () => {
      decisions[holdfastDatabaseReadPermission.name] = deny;
      const { status } = await request(app).get(path).set(user);
      expect(status).toBe(403);
    });
  });

  describe('GET /databases/{id}/protection', () => {
    const path = `/databases/${encodeURIComponent(
      orders.summary.id,
    )}/protection`;

    it('tells what backups did with each volume', async () => {
      const { body, status } = await request(app).get(path).set(user);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        volumes: [
          {
            claim: 'orders-1',
            coverage: [
              {
                state: 'skipped',
                backup: { name: 'nightly-1' },
                evidence: [{}],
              },
            ],
          },
        ],
        drills: [],
        stale: false,
      });
    });

    it('leaves out which objects say so for who may not see evidence', async () => {
      decisions[holdfastEvidenceReadPermission.name] = deny;
      const { body } = await request(app).get(path).set(user);
      expect(body.evidenceHidden).toBe(true);
      expect(body.volumes[0].coverage).toEqual([
        { method: 'velero-data-mover', state: 'skipped', evidence: [] },
      ]);
    });

    it('is refused to who may not read the database', async () => {
      decisions[holdfastDatabaseReadPermission.name] = deny;
      const { status } = await request(app).get(path).set(user);
      expect(status).toBe(403);
    });
  });

  describe('GET /shared-fate', () => {
    const bucket = (backups: 'some' | 'all'): FateTie => ({
      kind: 'bucket',
      id: 's3|backups',
      name: 'backups',
      data: false,
      backups,
    });
    const cluster = (name: string): FateTie => ({
      kind: 'cluster',
      id: name,
      name,
      data: true,
      backups: 'none',
    });

    beforeEach(async () => {
      await knex.transaction(tx =>
        syncFates(tx, {
          fates: new Map([
            [orders.summary.id, [cluster('eu'), bucket('all')]],
            [carts.summary.id, [cluster('eu'), bucket('some')]],
            [ledger.summary.id, [cluster('us'), bucket('all')]],
          ]),
        }),
      );
    });

    it('puts first what most is lost with', async () => {
      const { body, status } = await request(app).get('/shared-fate').set(user);
      expect(status).toBe(200);
      expect(body).toEqual({
        items: [
          {
            ...{ kind: 'bucket', id: 's3|backups', name: 'backups' },
            ...{ databases: 3, down: 0, withoutBackups: 2, nothingLeft: 0 },
            readable: 3,
            members: [
              { id: orders.summary.id, down: false, backups: 'all' },
              { id: ledger.summary.id, down: false, backups: 'all' },
              { id: carts.summary.id, down: false, backups: 'some' },
            ],
          },
          expect.objectContaining({ kind: 'cluster', id: 'eu', down: 2 }),
        ],
        totalItems: 2,
        pageInfo: {},
      });
    });

    it('names what may be read, and counts the rest', async () => {
      decisions[holdfastDatabaseReadPermission.name] =
        createHoldfastConditionalDecision(
          holdfastDatabaseReadPermission,
          holdfastConditions.isOwner({ claims: ['group:default/payments'] }),
        );
      const { body } = await request(app).get('/shared-fate').set(user);
      expect(body).toMatchObject({
        items: [
          {
            kind: 'bucket',
            databases: 3,
            readable: 1,
            members: [{ id: ledger.summary.id }],
          },
        ],
        totalItems: 1,
      });
    });

    it('tells nothing to who may read nothing', async () => {
      decisions[holdfastDatabaseReadPermission.name] = deny;
      const { body } = await request(app).get('/shared-fate').set(user);
      expect(body).toEqual({ items: [], totalItems: 0, pageInfo: {} });
    });

    it('tells of some kinds only, page by page', async () => {
      const first = await request(app)
        .get('/shared-fate?kind=cluster&kind=bucket&limit=1')
        .set(user);
      expect(first.body.items).toMatchObject([{ kind: 'bucket' }]);
      const { nextCursor } = first.body.pageInfo;
      const second = await request(app)
        .get(
          `/shared-fate?kind=cluster&kind=bucket&limit=1&cursor=${nextCursor}`,
        )
        .set(user);
      expect(second.body).toMatchObject({
        items: [{ kind: 'cluster', id: 'eu' }],
        totalItems: 2,
        pageInfo: {},
      });
    });

    it('refuses a kind that there is not, by name', async () => {
      const { status, body } = await request(app)
        .get('/shared-fate?kind=planet')
        .set(user);
      expect(status).toBe(400);
      expect(body.error.message).toContain('kind');
    });
  });
});
