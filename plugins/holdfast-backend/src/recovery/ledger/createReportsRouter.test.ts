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
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { NotAllowedError } from '@backstage/errors';
import {
  holdfastReportCreatePermission,
  RestoreReport,
} from '@holdfast/plugin-holdfast-common';
import express, { Express } from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { migrationsDirectory } from '../../database/migrateDatabase';
import { listDueDatabases } from '../../database/operations/databases/listDueDatabases';
import { readDatabases } from '../../database/operations/databases/readDatabases';
import { upsertDatabases } from '../../database/operations/databases/upsertDatabases';
import { AuthorizedLedger } from '../../permissions/AuthorizedLedger';
import {
  createHoldfastConditionalDecision,
  holdfastConditions,
} from '../../permissions/conditionExports';
import { databasePermissionRules } from '../../permissions/rules';
import { validateRequests } from '../../schema/validateRequests';
import { judgedDatabase } from '../__testUtils__/judgedDatabase';
import { Databases } from '../Databases';
import { createReportsRouter } from './createReportsRouter';
import { DefaultLedger } from './DefaultLedger';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_18'],
});

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };
const ofCheckout = createHoldfastConditionalDecision(
  holdfastReportCreatePermission,
  holdfastConditions.isOwner({ claims: ['group:default/checkout'] }),
);
const rules = Object.values(databasePermissionRules);
const isAllowed = createConditionAuthorizer({
  getRuleByName(name: string) {
    const rule = rules.find(candidate => candidate.name === name);
    if (!rule) throw new Error(`no rule ${name}`);
    return rule;
  },
});

const orders = judgedDatabase({
  name: 'orders',
  summary: { owner: 'group:default/checkout' },
});
const ledgerDatabase = judgedDatabase({
  name: 'ledger',
  summary: { owner: 'group:default/payments' },
});

const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

const service = { Authorization: mockCredentials.service.header() };

function aReport(overrides: Partial<RestoreReport> = {}): RestoreReport {
  return {
    schemaVersion: 1,
    id: 'nightly-1',
    database: {
      cluster: 'eu',
      namespace: 'shop',
      kind: 'Cluster.postgresql.cnpg.io',
      name: 'orders',
    },
    purpose: 'drill',
    tool: 'pgBackRest',
    backup: '20261120-020000F',
    startedAt: minutesAgo(20),
    readyAt: minutesAgo(10),
    outcome: 'succeeded',
    checks: [{ name: 'orders-today', passed: true, detail: '4711 rows' }],
    ...overrides,
  };
}

/** To read the document takes a second. */
const validators = validateRequests();

describe.each(databases.eachSupportedId())('reports on %s', databaseId => {
  let knex: Knex;
  let app: Express;
  let decision: PolicyDecision;
  let evidenceHidden: boolean;
  const onMarked = jest.fn();
  const auditEvent = { success: jest.fn(), fail: jest.fn() };
  const createEvent = jest.fn(async () => auditEvent);

  beforeEach(async () => {
    jest.clearAllMocks();
    decision = allow;
    evidenceHidden = false;
    knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory: migrationsDirectory });
    await upsertDatabases(knex, {
      databases: [orders, ledgerDatabase],
      judgedWith: '1',
    });
    app = start();
  });

  afterEach(() => knex.destroy());

  function start(): Express {
    const readable: Pick<Databases, 'get'> = {
      get: async id => {
        const stored = (await readDatabases(knex, { ids: [id] })).get(id);
        if (!stored) throw new NotAllowedError('no');
        return {
          summary: { ...stored.summary, asOf: minutesAgo(0), stale: false },
          assessment: stored.assessment,
          ...(evidenceHidden && { evidenceHidden }),
        };
      },
    };
    const router = createReportsRouter({
      httpAuth: mockServices.httpAuth(),
      auditor: mockServices.auditor.mock({ createEvent }),
      ledger: AuthorizedLedger.create({
        ledger: DefaultLedger.create({
          knex,
          // Nothing to estimate with: a report counts all the same.
          describer: { describe: async () => [] },
          onMarked,
          logger: mockServices.logger.mock(),
        }),
        databases: readable,
        permissions: { authorizeConditional: async () => [decision] },
        findResource: async id =>
          (await readDatabases(knex, { ids: [id] })).get(id)?.summary,
        isAllowed,
      }),
    });
    return express()
      .use(express.json())
      .use(validators)
      .use(router)
      .use(mockErrorHandler());
  }

  const post = (body: object, path = '/reports', to = app) =>
    request(to).post(path).set(service).send(body);
  const listOf = async (query: Record<string, string | number> = {}) =>
    (
      await request(app)
        .get(`/databases/${encodeURIComponent(orders.summary.id)}/restores`)
        .query(query)
        .set({ Authorization: mockCredentials.user.header() })
    ).body;
  const due = () => listDueDatabases(knex, { now: 0, limit: 10 });

  it('keeps a report, has the database judged at once, and tells the auditor', async () => {
    const report = aReport();
    const { status, body } = await post(report);

    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: 'nightly-1',
      origin: 'reported',
      outcome: 'succeeded',
      tool: 'pgBackRest',
      seconds: 600,
      incarnation: 'current',
      reportedBy: mockCredentials.service().principal.subject,
      checks: report.checks,
    });
    expect(await due()).toEqual([{ cluster: 'eu', key: orders.factKey }]);
    expect(onMarked).toHaveBeenCalledTimes(1);
    expect(createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'report-create',
        severityLevel: 'medium',
      }),
    );
    expect(auditEvent.success).toHaveBeenCalledWith({
      meta: {
        database: report.database,
        id: 'nightly-1',
        outcome: 'succeeded',
        created: true,
      },
    });
  });

  it('takes the same report again for the same restore', async () => {
    const report = aReport();
    const first = await post(report);
    const { status, body } = await post(report);

    expect(status).toBe(200);
    expect(body).toEqual(first.body);
    expect((await listOf()).totalItems).toBe(1);
    expect(onMarked).toHaveBeenCalledTimes(1);
  });

  it('refuses another restore under the same id, and says what differs', async () => {
    const report = aReport();
    await post(report);
    const { status, body } = await post({
      ...report,
      outcome: 'failed',
      failure: 'disk full',
    });

    expect(status).toBe(409);
    expect(body.error.message).toContain(
      'state (before: "succeeded", now: "failed"), failure (before: none, now: "disk full")',
    );
    expect((await listOf()).items[0].outcome).toBe('succeeded');
    expect(auditEvent.fail).toHaveBeenCalledTimes(1);
  });

  it('takes one report once from two replicas at a time', async () => {
    const report = aReport();
    const other = start();
    const answers = await Promise.all(
      [app, other, app, other].map(each => post(report, '/reports', each)),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 200, 200, 201,
    ]);
    expect((await listOf()).totalItems).toBe(1);
  });

  it.each([
    [
      { outcome: 'ok' },
      /outcome is "ok": must be equal to one of the allowed values/,
    ],
    [{ id: 'a b' }, /id: "a b" has to begin with a letter or digit/],
    [{ readyAt: minutesAgo(30) }, /readyAt: ".*" has to be after startedAt/],
    [{ endedAt: minutesAgo(-600) }, /endedAt: ".*" is later than the report/],
    [{ failure: 'x'.repeat(5000) }, /report: has \d+ bytes; it may have 4096/],
    [{ begun: 'now' }, /must NOT have additional properties/],
  ])('refuses %j by its field', async (change, message) => {
    const { status, body } = await post({ ...aReport(), ...change });
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
    expect((await listOf()).totalItems).toBe(0);
  });

  it('takes the JSON of cnpg-drill as it is', async () => {
    const { status, body } = await post(
      {
        schemaVersion: 1,
        source: 'shop/orders',
        sourceClusterUID: 'uid-of-orders',
        drillCluster: 'drill-orders-1',
        backupName: 'orders-daily-1',
        startedAt: minutesAgo(20).replace('Z', '000+00:00'),
        finishedAt: minutesAgo(10).replace('Z', '000+00:00'),
        recoverySeconds: 56.07,
        status: 'passed',
        checks: [],
        targetTime: null,
      },
      '/reports/cnpg-drill?cluster=eu',
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({ tool: 'cnpg-drill', seconds: 56.07 });
  });

  it('takes what restore-drill writes and what its webhook sends for one', async () => {
    const result = {
      name: 'orders',
      provider: 'postgres',
      status: 'pass',
      started_at: minutesAgo(20),
      duration: '1m0s',
      duration_ms: 60_000,
      validation_passed: true,
      checks: null,
    };
    const path = `/reports/restore-drill?database=${orders.summary.id}&drill=orders`;
    const { status } = await post([result, { ...result, name: 'carts' }], path);
    expect(status).toBe(201);
    const again = await post({ summary: {}, results: [result] }, path);
    expect(again.status).toBe(200);
    const unnamed = await post(
      [result, { ...result, name: 'carts' }],
      `/reports/restore-drill?database=${orders.summary.id}`,
    );
    expect(unnamed.status).toBe(400);
    expect(unnamed.body.error.message).toContain('drill: is missing');
  });

  describe('permissions', () => {
    const unknown = aReport({
      database: { ...aReport().database, name: 'nothing' },
    });
    const ofPayments = aReport({
      database: { ...aReport().database, name: 'ledger' },
    });

    it.each<[string, PolicyDecision, RestoreReport, number]>([
      ['who may report', allow, aReport(), 201],
      ['who may report, of a database that is not there', allow, unknown, 404],
      ['who may not', deny, aReport(), 403],
      ['who may not, of one that is not there', deny, unknown, 403],
      ['who may of own ones', ofCheckout, aReport(), 201],
      ['who may of own ones, of another', ofCheckout, ofPayments, 403],
      ['who may of own ones, of one not there', ofCheckout, unknown, 403],
    ])('answer those %s', async (_, given, report, status) => {
      decision = given;
      const answer = await post(report);
      expect(answer.status).toBe(status);
      expect(String(answer.body.error?.message)).toMatch(
        status === 403 ? 'holdfast.report.create' : '',
      );
    });

    it('are asked of people as well, who are named', async () => {
      const { body } = await request(app)
        .post('/reports')
        .set({ Authorization: mockCredentials.user.header('user:default/ada') })
        .send(aReport());
      expect(body.reportedBy).toBe('user:default/ada');
    });

    it('leave nobody to report without a token', async () => {
      const { status } = await request(app)
        .post('/reports')
        .set({ Authorization: mockCredentials.none.header() })
        .send(aReport());
      expect(status).toBe(401);
    });
  });

  describe('GET /databases/{id}/restores', () => {
    beforeEach(async () => {
      for (const [index, minutes] of [10, 30, 20, 40].entries()) {
        await post(
          aReport({
            id: `drill-${index}`,
            startedAt: minutesAgo(1000 - index * 100),
            readyAt: minutesAgo(1000 - index * 100 - minutes),
            ...(index === 3 && { outcome: 'failed', failure: 'disk full' }),
          }),
        );
      }
    });
    const idsIn = (page: { items: Array<{ id: string }> }) =>
      page.items.map(({ id }) => id);

    it('lists newest first, page by page, with the spread of those that succeeded', async () => {
      const first = await listOf({ limit: 3 });
      expect(idsIn(first)).toEqual(['drill-3', 'drill-2', 'drill-1']);
      expect(first.totalItems).toBe(4);
      // Of 10, 30 and 20 min.
      expect(first.measuredRto).toEqual({
        restores: 3,
        minSeconds: 600,
        medianSeconds: 1200,
        maxSeconds: 1800,
      });
      const second = await listOf({
        limit: 3,
        cursor: first.pageInfo.nextCursor,
      });
      expect(idsIn(second)).toEqual(['drill-0']);
      expect(second.pageInfo).toEqual({});
      expect((await listOf({ cursor: 'nonsense' })).error.message).toContain(
        "'nonsense', which is not a cursor",
      );
    });

    it('hides what is evidence', async () => {
      evidenceHidden = true;
      const page = await listOf({ limit: 1 });
      expect(page.evidenceHidden).toBe(true);
      const [entry] = page.items;
      expect(entry).toMatchObject({
        outcome: 'failed',
        checks: [{ name: 'orders-today', passed: true }],
        evidence: [],
      });
      for (const hidden of ['target', 'backup', 'failure']) {
        expect(entry).not.toHaveProperty(hidden);
      }
    });

    it('tells restores of an earlier database of that name from those of this one', async () => {
      await post(
        aReport({
          id: 'of-another',
          database: { ...aReport().database, uid: 'uid-of-former-orders' },
        }),
      );
      const page = await listOf({ limit: 1 });
      expect(page.items[0]).toMatchObject({
        id: 'of-another',
        incarnation: 'other',
      });
      expect(page.measuredRto.restores).toBe(3);
    });
  });
});
