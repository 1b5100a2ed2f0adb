import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import express, { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { GitHost } from '../GitHost';
import { GitRepository } from '../GitRepository';
import { checkPath } from '../names';
import { commitPage, commitsPage } from './commitsPage';
import { emptyPage, filesPage } from './filesPage';
import { Markup, pathOf } from './html';
import { pullRequestPage, pullRequestsPage } from './pullRequestsPage';
import { repositoriesPage } from './repositoriesPage';
import { stylesheet } from './stylesheet';

/** Nothing but our own style sheet and forms: a file in a repository that got past the escaping could still do nothing. */
const POLICY =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Pages to look at repositories, and to merge pull requests on. Reading needs no password, as on a public host; neither does the merge button, as
 * whoever sits before it sits at the machine: a token that only the page knows keeps other sites from pressing it.
 *
 * @param options - `panelOf`: what became of a repository, for its front page
 */
export function createPagesRouter(options: {
  host: GitHost;
  panelOf: (repository: GitRepository) => Markup | undefined;
  urlOf: (request: Request) => string;
}): Router {
  const { host, panelOf, urlOf } = options;
  const secret = randomBytes(32);
  const router = PromiseRouter();

  router.use((_request, response, next) => {
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'same-origin');
    next();
  });

  router.get('/assets/style.css', (_request, response) => {
    response.type('text/css').send(stylesheet);
  });

  router.get('/', async (_request, response) => {
    response.send(await repositoriesPage(host));
  });

  router.get('/:owner', async ({ params }, response) => {
    const owner = host.organisation(params.owner);
    response.send(await repositoriesPage(host, owner));
  });

  router.get('/:owner/:name', async (request, response) => {
    const repository = repositoryOf(host, request);
    const ref = await repository.defaultBranch();
    const commit = await repository.branchHead(ref);
    response.send(
      commit
        ? await filesPage(
            { repository, by: 'branch', ref, commit, path: '' },
            panelOf(repository),
          )
        : emptyPage(repository, urlOf(request)),
    );
  });

  router.get(
    '/:owner/:name/:view(src|raw)/:by(branch|commit|tag)/*',
    async (request, response) => {
      const repository = repositoryOf(host, request);
      const at = await locate(repository, starOf(request));
      const { by, view } = request.params;
      if (view === 'raw') {
        await sendRaw(response, { repository, ...at });
        return;
      }
      const isFront =
        at.path === '' && at.ref === (await repository.defaultBranch());
      response.send(
        await filesPage(
          { repository, by, ...at },
          isFront ? panelOf(repository) : undefined,
        ),
      );
    },
  );

  // Where the portal's "edit" leads: there is no editor here, so to what is to be edited.
  router.get('/:owner/:name/_edit/*', (request, response) => {
    const { owner, name } = repositoryOf(host, request);
    response.redirect(`/${pathOf(owner, name, 'src/branch', starOf(request))}`);
  });

  router.get('/:owner/:name/commits', async (request, response) => {
    const repository = repositoryOf(host, request);
    const branch = await repository.defaultBranch();
    response.send(await commitsPage(repository, branch));
  });

  router.get('/:owner/:name/commits/branch/*', async (request, response) => {
    const repository = repositoryOf(host, request);
    response.send(await commitsPage(repository, starOf(request)));
  });

  router.get('/:owner/:name/commit/:sha', async (request, response) => {
    const repository = repositoryOf(host, request);
    const sha = await repository.resolve(request.params.sha);
    response.send(await commitPage(repository, sha));
  });

  router.get('/:owner/:name/pulls', async (request, response) => {
    const repository = repositoryOf(host, request);
    const pulls = host.pullRequests(repository);
    response.send(await pullRequestsPage(repository, pulls));
  });

  const showPull = async (request: Request, problem?: string) => {
    const repository = repositoryOf(host, request);
    const pulls = host.pullRequests(repository);
    const pull = await pulls.get(readNumber(request.params.number));
    const token = tokenOf(secret, repository, pull.number);
    return pullRequestPage({ repository, pulls, pull, token, problem });
  };

  router.get('/:owner/:name/pulls/:number', async (request, response) => {
    response.send(await showPull(request));
  });

  router.post(
    '/:owner/:name/pulls/:number/merge',
    express.urlencoded({ extended: false, limit: '4kb' }),
    async (request, response) => {
      const repository = repositoryOf(host, request);
      const number = readNumber(request.params.number);
      const expected = Buffer.from(tokenOf(secret, repository, number));
      const given = Buffer.from(String(Object(request.body).token ?? ''));
      if (
        given.length !== expected.length ||
        !timingSafeEqual(given, expected)
      ) {
        throw new NotAllowedError(
          'A pull request is merged by the button on its own page, or by the API with the password; load the page anew and try again',
        );
      }
      try {
        await host.pullRequests(repository).merge(number);
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        response.status(409).send(await showPull(request, error.message));
        return;
      }
      const { owner, name } = repository;
      response.redirect(
        303,
        `/${pathOf(owner, name, 'pulls', String(number))}`,
      );
    },
  );

  return router;
}

function repositoryOf(host: GitHost, { params }: Request): GitRepository {
  return host.repository(params.owner, params.name);
}

/** What the `*` of a path stands for. */
function starOf({ params }: Request): string {
  return new Map(Object.entries(params)).get('0') ?? '';
}

function readNumber(value: string): number {
  if (!/^[1-9][0-9]{0,8}$/.test(value)) {
    throw new InputError(
      `the number of the pull request is "${value}"; it has to be a whole number from 1`,
    );
  }
  return Number(value);
}

/** Splits `<ref>/<path>`. A branch may have slashes in its name, so the longest one that exists is meant. */
async function locate(
  repository: GitRepository,
  rest: string,
): Promise<{ ref: string; commit: string; path: string }> {
  const text = rest.replace(/\/+$/, '');
  const branch = (await repository.branches())
    .filter(({ name }) => text === name || text.startsWith(`${name}/`))
    .sort((one, other) => other.name.length - one.name.length)[0];
  const ref = branch?.name ?? text.split('/', 1)[0];
  const commit = branch?.commit ?? (await repository.resolve(ref));
  return { ref, commit, path: checkPath(text.slice(ref.length)) };
}

async function sendRaw(
  response: Response,
  at: { repository: GitRepository; commit: string; path: string },
): Promise<void> {
  const entry = await at.repository.entry(at.commit, at.path);
  if (entry.type === 'dir' || entry.type === 'submodule') {
    throw new InputError(`path is "${at.path}"; it has to be that of a file`);
  }
  const content = await at.repository.content(entry.sha);
  response
    .type(content.includes(0) ? 'application/octet-stream' : 'text/plain')
    .send(content);
}

function tokenOf(
  secret: Buffer,
  repository: GitRepository,
  number: number,
): string {
  return createHmac('sha256', secret)
    .update(`${repository.fullName}#${number}`)
    .digest('base64url');
}
