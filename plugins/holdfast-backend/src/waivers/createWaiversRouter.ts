import {
  AuditorService,
  AuditorServiceEvent,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { WaiverAnswer, WaiverRequest } from '@holdfast/plugin-holdfast-common';
import { RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Waivers } from './Waivers';

/**
 * The part of the HTTP API that changes waivers. Everything that is tried is audited, whether or not it succeeds.
 *
 * @param options - `waivers` checks permissions itself
 */
export function createWaiversRouter(options: {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  waivers: Waivers;
}): Router {
  const { httpAuth, auditor, waivers } = options;
  const router = PromiseRouter();

  const createWaiver: RequestHandler<
    { id: string },
    WaiverAnswer,
    WaiverRequest
  > = async (request, response) => {
    // A waiver says who takes the risk, and that is a person.
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const databaseId = request.params.id;
    const { rule, reason, until } = request.body;
    const event = await auditor.createEvent({
      eventId: 'waiver-create',
      severityLevel: 'medium',
      request,
      meta: { databaseId, rule, reason, until },
    });
    const waiver = await audited(event, async () => {
      const by = credentials.principal.userEntityRef;
      return await waivers.create(
        { databaseId, rule, reason, until, by },
        { credentials },
      );
    });
    response.status(201).json(waiver);
  };
  router.post('/databases/:id/waivers', createWaiver);

  const deleteWaiver: RequestHandler<{
    id: string;
    waiverId: string;
  }> = async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const { id: databaseId, waiverId } = request.params;
    const event = await auditor.createEvent({
      eventId: 'waiver-delete',
      severityLevel: 'medium',
      request,
      meta: { databaseId, waiverId },
    });
    await audited(event, () =>
      waivers.delete({ databaseId, id: waiverId }, { credentials }),
    );
    response.status(204).end();
  };
  router.delete('/databases/:id/waivers/:waiverId', deleteWaiver);

  return router;
}

async function audited<T>(
  event: AuditorServiceEvent,
  work: () => Promise<T>,
): Promise<T> {
  try {
    const result = await work();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
