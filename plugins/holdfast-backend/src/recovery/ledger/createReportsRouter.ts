import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  readReportAs,
  ReportContext,
  ReportFormat,
  RestoreEntry,
  RestorePage,
} from '@holdfast/plugin-holdfast-common';
import { Request, RequestHandler, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { InvalidInputsError } from '../../provisioning/InvalidInputsError';
import { Ledger } from './Ledger';

type Handler<Answer, Query = unknown, Path = unknown> = RequestHandler<
  Path,
  Answer,
  unknown,
  Query
>;

/**
 * The part of the HTTP API that the ledger of restores answers. Every report is audited, whether or not it is taken.
 *
 * @param options - `ledger` checks permissions itself
 */
export function createReportsRouter(options: {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  ledger: Ledger;
}): Router {
  const { httpAuth, auditor, ledger } = options;
  const router = PromiseRouter();

  const take = async (
    request: Pick<Request, 'body'> & Parameters<typeof httpAuth.credentials>[0],
    response: Response<RestoreEntry>,
    format: ReportFormat,
    context: ReportContext,
  ): Promise<void> => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { principal } = credentials;
    const reportedBy =
      principal.type === 'user' ? principal.userEntityRef : principal.subject;
    const event = await auditor.createEvent({
      eventId: 'report-create',
      severityLevel: 'medium',
      request,
      meta: { format },
    });
    try {
      const report = readPosted(format, request.body, context);
      const { entry, created } = await ledger.report(
        { report, reportedBy },
        { credentials },
      );
      await event.success({
        meta: {
          database: report.database,
          id: entry.id,
          outcome: entry.outcome,
          created,
        },
      });
      response.status(created ? 201 : 200).json(entry);
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  };

  const createReport: Handler<RestoreEntry> = (request, response) =>
    take(request, response, 'holdfast', {});
  router.post('/reports', createReport);

  const createCnpgDrillReport: Handler<RestoreEntry, { cluster: string }> = (
    request,
    response,
  ) =>
    take(request, response, 'cnpg-drill', {
      database: { cluster: request.query.cluster },
    });
  router.post('/reports/cnpg-drill', createCnpgDrillReport);

  const createRestoreDrillReport: Handler<
    RestoreEntry,
    { database: string; drill?: string }
  > = (request, response) => {
    const { database, drill } = request.query;
    const [cluster, namespace, kind, name] = database.split('/');
    return take(request, response, 'restore-drill', {
      database: { cluster, namespace, kind, name },
      drill,
    });
  };
  router.post('/reports/restore-drill', createRestoreDrillReport);

  const listRestores: Handler<
    RestorePage,
    { limit: number; cursor?: string },
    { id: string }
  > = async (request, response) => {
    const { limit, cursor } = request.query;
    const credentials = await httpAuth.credentials(request);
    response.json(
      await ledger.list(
        { id: request.params.id, limit, cursor },
        { credentials },
      ),
    );
  };
  router.get('/databases/:id/restores', listRestores);

  return router;
}

/** @throws InvalidInputsError that names each field, its value and what would be right */
function readPosted(
  format: ReportFormat,
  body: unknown,
  context: ReportContext,
) {
  const read = readReportAs(format, body, {
    ...context,
    writtenAt: new Date(),
  });
  if (read.problems) throw new InvalidInputsError(read.problems);
  const { database } = read.report;
  const { cluster } = database;
  if (cluster === undefined) {
    throw new InvalidInputsError([
      {
        field: 'database.cluster',
        message:
          'is missing: it has to be the name of the Kubernetes cluster, as it is configured',
      },
    ]);
  }
  return { ...read.report, database: { ...database, cluster } };
}
