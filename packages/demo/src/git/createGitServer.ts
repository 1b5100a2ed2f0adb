import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import express, { Express, NextFunction, Request, Response } from 'express';
import PromiseRouter from 'express-promise-router';
import { createApiRouter } from './api/createApiRouter';
import { authenticate, GitCredentials } from './credentials';
import { GitHost } from './GitHost';
import { GitRepository } from './GitRepository';
import { loopbackOnly } from './loopbackOnly';
import { createPagesRouter } from './pages/createPagesRouter';
import { errorPage } from './pages/errorPage';
import { Markup } from './pages/html';
import { serveGit } from './serveGit';

const PUSH = 'git-receive-pack';

/**
 * A small Git host: the smart protocol over HTTP, the part of Gitea's API that Backstage uses, and pages to look at. Everybody may read; writing
 * needs the credentials.
 *
 * @param options - `panelOf`: what became of a repository, for its front page
 */
export function createGitServer(options: {
  host: GitHost;
  credentials: GitCredentials;
  panelOf?: (repository: GitRepository) => Markup | undefined;
}): Express {
  const { host, credentials, panelOf = () => undefined } = options;
  const app = express();
  app.disable('x-powered-by');
  app.use(loopbackOnly);

  const git = PromiseRouter();
  git.all(
    '/:owner/:name/:service(info/refs|git-upload-pack|git-receive-pack)',
    authenticate(credentials, isPush),
    async (request: Request, response: Response) => {
      const { owner, name, service } = request.params;
      const repository = host.repository(owner, name.replace(/\.git$/, ''));
      const user = request.headers.authorization && credentials.username;
      await serveGit(repository, {
        service,
        user,
        request,
        response,
        beforeEnd: async () => {
          if (service === PUSH) await host.notifyPush(repository);
        },
      });
    },
  );
  // The address that `publish:gitea` links to is the one for git. A browser is led on to the page, as Gitea and GitHub do.
  git.get('/:owner/:name.git', async (request: Request, response: Response) => {
    const { owner, name } = request.params;
    response.redirect(
      `/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`,
    );
  });
  app.use(git);

  app.use(
    '/api/v1',
    authenticate(credentials, ({ method }) => method !== 'GET'),
    createApiRouter({ host, urlOf }),
    (request: Request) => {
      throw new NotFoundError(
        `There is nothing at ${request.method} ${request.baseUrl}${request.path}`,
      );
    },
    answerInJson,
  );

  app.use(createPagesRouter({ host, panelOf, urlOf }));
  app.use((request: Request) => {
    throw new NotFoundError(
      `There is nothing at ${request.method} ${request.path}`,
    );
  });
  app.use(answerInWords);
  return app;
}

function isPush(request: Request): boolean {
  return request.params.service === PUSH || request.query.service === PUSH;
}

/** The address that the caller used. */
function urlOf(request: Request): string {
  return `http://${request.headers.host}`;
}

function statusOf(error: Error): number {
  if (error instanceof InputError) return 400;
  // What Express itself refuses, such as a path with a broken escape or a body that is no JSON.
  if ('status' in error && typeof error.status === 'number')
    return error.status;
  if (error instanceof AuthenticationError) return 401;
  if (error instanceof NotAllowedError) return 403;
  if (error instanceof NotFoundError) return 404;
  return error instanceof ConflictError ? 409 : 500;
}

function answerInJson(
  error: Error,
  _request: Request,
  response: Response,
  // Express tells error handlers by their four parameters.
  _next: NextFunction,
): void {
  response.status(statusOf(error)).json({ message: error.message });
}

function answerInWords(
  error: Error,
  request: Request,
  response: Response,
  _next: NextFunction,
): void {
  const status = statusOf(error);
  response.status(status);
  // Git shows text, and nothing else.
  if (request.accepts(['text/plain', 'html']) === 'html') {
    response.send(errorPage(status, error.message));
  } else {
    response.type('text/plain').send(`${error.message}\n`);
  }
}
