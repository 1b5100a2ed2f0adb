import { HttpAuthService } from '@backstage/backend-plugin-api';
import { FateKind, SharedFatePage } from '@holdfast/plugin-holdfast-common';
import { RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { SharedFates } from './SharedFates';

/**
 * The part of the HTTP API that tells what goes down together.
 *
 * @param options - `sharedFates` checks permissions itself
 */
export function createFatesRouter(options: {
  httpAuth: HttpAuthService;
  sharedFates: SharedFates;
}): Router {
  const { httpAuth, sharedFates } = options;
  const router = PromiseRouter();

  const listSharedFate: RequestHandler<
    unknown,
    SharedFatePage,
    unknown,
    { kind?: FateKind[]; limit: number; cursor?: string }
  > = async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { kind, limit, cursor } = request.query;
    response.json(
      await sharedFates.list({ kinds: kind, limit, cursor }, { credentials }),
    );
  };
  router.get('/shared-fate', listSharedFate);

  return router;
}
