import { readFile } from 'node:fs/promises';
import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  ChangePage,
  ClusterState,
  DatabaseConnection,
  DatabaseDeletion,
  DatabaseDetail,
  DatabasePage,
  DatabaseProtection,
  FleetSummary,
  HistoryPage,
  holdfastDatabaseReadPermission,
  InventoryPage,
  ListDatabasesQuery,
  Preview,
  PreviewRequest,
  Provisioning,
  RecoveryPointPage,
  Rule,
  ruleDescriptions,
  RuleList,
} from '@holdfast/plugin-holdfast-common';
import express, { RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parse } from 'yaml';
import { createFatesRouter } from './fates/createFatesRouter';
import { SharedFates } from './fates/SharedFates';
import { assertServiceMay } from './permissions/assertServiceMay';
import { Changes } from './recovery/Changes';
import { Databases } from './recovery/Databases';
import { filterOf, orderOf } from './recovery/databaseQuery';
import { createReportsRouter } from './recovery/ledger/createReportsRouter';
import { Ledger } from './recovery/ledger/Ledger';
import { Previews } from './provisioning/Previews';
import { openapiDocumentPath } from './schema/openapiDocumentPath';
import { validateRequests } from './schema/validateRequests';
import { createWaiversRouter } from './waivers/createWaiversRouter';
import { Waivers } from './waivers/Waivers';

/** The validator has filled in what the document gives a default for. */
type WithDefaults<Query, Key extends keyof Query> = Query &
  Required<Pick<Query, Key>>;

type Handler<
  Answer,
  Query = unknown,
  Path = unknown,
  Body = unknown,
> = RequestHandler<Path, Answer, Body, Query>;

/** A rendered repository with all its manifests is some 100 kB. */
const largestBody = '5mb';

/**
 * The HTTP API: parses, has permissions checked, calls and answers. Requests are held to the OpenAPI document before they get here.
 *
 * @param options - `databases`, `ledger`, `waivers` and `previews` check permissions themselves
 */
export async function createRouter(options: {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  databases: Databases;
  ledger: Ledger;
  waivers: Waivers;
  sharedFates: SharedFates;
  rules: readonly Rule[];
  changes: Changes;
  previews: Previews;
}): Promise<Router> {
  const { httpAuth, databases, changes, previews, rules } = options;
  const router = PromiseRouter();

  const openapiDocument = parse(await readFile(openapiDocumentPath, 'utf8'));
  router.get('/openapi.json', (_, response) => {
    response.json(openapiDocument);
  });

  // The handlers of GET answer HEAD too, and count on requests that were held to the description of GET.
  router.use((request, _, next) => {
    if (request.method === 'HEAD') request.method = 'GET';
    next();
  });
  router.use(express.json({ limit: largestBody }));
  router.use(validateRequests());

  const listDatabases: Handler<
    DatabasePage,
    WithDefaults<ListDatabasesQuery, 'limit' | 'orderField'>
  > = async (request, response) => {
    const { query } = request;
    const credentials = await httpAuth.credentials(request);
    response.json(
      await databases.list(
        {
          filter: filterOf(query),
          clusters: query.cluster,
          order: orderOf(query.orderField),
          limit: query.limit,
          cursor: query.cursor,
        },
        { credentials },
      ),
    );
  };
  router.get('/databases', listDatabases);

  const getDatabase: Handler<DatabaseDetail, unknown, { id: string }> = async (
    request,
    response,
  ) => {
    const credentials = await httpAuth.credentials(request);
    response.json(await databases.get(request.params.id, { credentials }));
  };
  router.get('/databases/:id', getDatabase);

  const listRecoveryPoints: Handler<
    RecoveryPointPage,
    { limit: number; cursor?: string },
    { id: string }
  > = async (request, response) => {
    const { limit, cursor } = request.query;
    const credentials = await httpAuth.credentials(request);
    response.json(
      await databases.listRecoveryPoints(
        { id: request.params.id, limit, cursor },
        { credentials },
      ),
    );
  };
  router.get('/databases/:id/recovery-points', listRecoveryPoints);

  const getConnection: Handler<
    DatabaseConnection,
    unknown,
    { id: string }
  > = async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json(
      await databases.getConnection(request.params.id, { credentials }),
    );
  };
  router.get('/databases/:id/connection', getConnection);

  const getDeletion: Handler<
    DatabaseDeletion,
    unknown,
    { id: string }
  > = async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json(
      await databases.getDeletion(request.params.id, { credentials }),
    );
  };
  router.get('/databases/:id/deletion', getDeletion);

  const getProtection: Handler<
    DatabaseProtection,
    unknown,
    { id: string }
  > = async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json(
      await databases.getProtection(request.params.id, { credentials }),
    );
  };
  router.get('/databases/:id/protection', getProtection);

  const getHistory: Handler<
    HistoryPage,
    { limit: number; cursor?: string },
    { id: string }
  > = async (request, response) => {
    const { limit, cursor } = request.query;
    const credentials = await httpAuth.credentials(request);
    response.json(
      await databases.getHistory(
        { id: request.params.id, limit, cursor },
        { credentials },
      ),
    );
  };
  router.get('/databases/:id/history', getHistory);
  router.use(createReportsRouter(options));
  router.use(createWaiversRouter(options));
  router.use(createFatesRouter(options));

  const listRules: Handler<RuleList> = async (request, response) => {
    await httpAuth.credentials(request);
    const items = ruleDescriptions(rules);
    response.json({ items, totalItems: items.length });
  };
  router.get('/rules', listRules);

  const getSummary: Handler<FleetSummary, { owner?: string[] }> = async (
    request,
    response,
  ) => {
    const credentials = await httpAuth.credentials(request);
    response.json(
      await databases.summarise(
        { filter: filterOf(request.query) },
        { credentials },
      ),
    );
  };
  router.get('/summary', getSummary);

  const listClusters: Handler<{
    items: ClusterState[];
    totalItems: number;
  }> = async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const items = await databases.listClusters({}, { credentials });
    response.json({ items, totalItems: items.length });
  };
  router.get('/clusters', listClusters);

  const listChanges: Handler<
    ChangePage,
    { after: number; limit: number }
  > = async (request, response) => {
    assertServiceMay(
      holdfastDatabaseReadPermission,
      await httpAuth.credentials(request, { allow: ['service'] }),
    );
    const { after, limit } = request.query;
    response.json(await changes.listChanges({ after, limit }));
  };
  router.get('/changes', listChanges);

  const listInventory: Handler<
    InventoryPage,
    { limit: number; cursor?: string; id?: string[] }
  > = async (request, response) => {
    assertServiceMay(
      holdfastDatabaseReadPermission,
      await httpAuth.credentials(request, { allow: ['service'] }),
    );
    const { id, limit, cursor } = request.query;
    response.json(await changes.listInventory({ ids: id, limit, cursor }));
  };
  router.get('/inventory', listInventory);

  const getProvisioning: Handler<Provisioning> = async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json(await previews.getProvisioning({ credentials }));
  };
  router.get('/provisioning', getProvisioning);

  const createPreview: Handler<
    Preview,
    unknown,
    unknown,
    PreviewRequest
  > = async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json(await previews.create(request.body, { credentials }));
  };
  router.post('/previews', createPreview);

  return router;
}
