import { InputError } from '@backstage/errors';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { GitHost } from '../GitHost';
import { checkPath, checkRef } from '../names';
import { PullRequest } from '../PullRequests';
import {
  branchJson,
  commitJson,
  entryJson,
  pullRequestJson,
  repositoryJson,
} from './representation';

/** The most that one answer lists. */
const MOST_COMMITS = 50;

/**
 * The part of Gitea's API that Backstage and pull requests need (paths, fields and statuses as in Gitea's `/api/swagger`).
 *
 * @param options - `urlOf`: the address that the caller used
 */
export function createApiRouter(options: {
  host: GitHost;
  urlOf: (request: express.Request) => string;
}): Router {
  const { host, urlOf } = options;
  const router = PromiseRouter();
  router.use(express.json({ limit: '1mb' }));

  router.get('/orgs', (_request, response) => {
    response.json(host.organisations.map(name => ({ name, username: name })));
  });

  router.post('/orgs', async ({ body }, response) => {
    const name = await host.createOrganisation(field(body, 'username'));
    response.status(201).json({ name, username: name });
  });

  router.get('/orgs/:owner', ({ params }, response) => {
    const name = host.organisation(params.owner);
    response.json({ name, username: name });
  });

  router.get('/orgs/:owner/repos', async (request, response) => {
    const owner = host.organisation(request.params.owner);
    const repositories = host.repositories.filter(
      repository => repository.owner === owner,
    );
    response.json(
      await Promise.all(
        repositories.map(repository =>
          repositoryJson(repository, urlOf(request)),
        ),
      ),
    );
  });

  router.post('/orgs/:owner/repos', async (request, response) => {
    const { params, body } = request;
    if (field(body, 'private') === true) {
      throw new InputError(
        'private is true; repositories of the demo are public, so it has to be false',
      );
    }
    const repository = await host.createRepository(params.owner, {
      name: field(body, 'name'),
      description: optionalText(body, 'description'),
      defaultBranch: optionalRef(body, 'default_branch'),
    });
    response.status(201).json(await repositoryJson(repository, urlOf(request)));
  });

  router.get('/repos/:owner/:name', async (request, response) => {
    const { owner, name } = request.params;
    const repository = host.repository(owner, name);
    response.json(await repositoryJson(repository, urlOf(request)));
  });

  router.get('/repos/:owner/:name/branches', async (request, response) => {
    const { owner, name } = request.params;
    const branches = await host.repository(owner, name).branches();
    response.json(branches.map(branchJson));
  });

  router.get('/repos/:owner/:name/commits', async (request, response) => {
    const { params, query } = request;
    const repository = host.repository(params.owner, params.name);
    const ref = refOf(query.sha) ?? (await repository.defaultBranch());
    const commit = await repository.resolve(ref);
    const commits = await repository.commits(commit, { limit: MOST_COMMITS });
    response.json(commits.map(commitJson));
  });

  router.get('/repos/:owner/:name/git/commits/*', async (request, response) => {
    const { owner, name } = request.params;
    const repository = host.repository(owner, name);
    const sha = await repository.resolve(restOf(request));
    const [commit] = await repository.commits(sha, { limit: 1 });
    response.json(commitJson(commit));
  });

  const contents = [
    '/repos/:owner/:name/contents',
    '/repos/:owner/:name/contents/*',
  ];
  router.get(contents, async (request, response) => {
    const { params, query } = request;
    const repository = host.repository(params.owner, params.name);
    const path = checkPath(restOf(request));
    const ref = refOf(query.ref) ?? (await repository.defaultBranch());
    const commit = await repository.resolve(ref);
    const entry = await repository.entry(commit, path);
    if (entry.type === 'dir') {
      const entries = await repository.entries(commit, path);
      response.json(entries.map(entryJson));
      return;
    }
    const content = await repository.content(entry.sha);
    response.setHeader('ETag', `"${entry.sha}"`);
    response.json({
      ...entryJson(entry),
      encoding: 'base64',
      content: content.toString('base64'),
    });
  });

  router.get('/repos/:owner/:name/archive/*', async (request, response) => {
    const { owner, name } = request.params;
    const repository = host.repository(owner, name);
    const file = restOf(request);
    if (!file.endsWith('.tar.gz')) {
      throw new InputError(
        `archive is "${file}"; it has to be a branch or a commit, and ".tar.gz"`,
      );
    }
    const commit = await repository.resolve(file.slice(0, -'.tar.gz'.length));
    response.type('application/gzip');
    const archive = repository.archive(commit);
    archive.once('error', () => response.destroy());
    archive.pipe(response);
  });

  const pullsOf = (params: { owner: string; name: string }) => {
    const repository = host.repository(params.owner, params.name);
    return { repository, pulls: host.pullRequests(repository) };
  };

  router.get('/repos/:owner/:name/pulls', async (request, response) => {
    const { repository, pulls } = pullsOf(request.params);
    const state = readState(request.query.state);
    const all = (await pulls.list()).filter(pull => isIn(state, pull));
    const answers = pageOf(all, request.query).map(pull =>
      pullRequestJson({ repository, pull, url: urlOf(request) }),
    );
    response.setHeader('X-Total-Count', String(all.length));
    response.json(answers);
  });

  router.post('/repos/:owner/:name/pulls', async (request, response) => {
    const { repository, pulls } = pullsOf(request.params);
    const { body } = request;
    const pull = await pulls.open({
      title: field(body, 'title'),
      body: field(body, 'body'),
      head: field(body, 'head'),
      base: field(body, 'base') ?? (await repository.defaultBranch()),
    });
    response
      .status(201)
      .json(pullRequestJson({ repository, pull, url: urlOf(request) }));
  });

  router.get('/repos/:owner/:name/pulls/:number', async (request, response) => {
    const { repository, pulls } = pullsOf(request.params);
    const pull = await pulls.get(readNumber(request.params.number));
    const conflicts =
      pull.state === 'open' ? await pulls.conflictsOf(pull) : undefined;
    response.json({
      ...pullRequestJson({ repository, pull, url: urlOf(request) }),
      mergeable: conflicts?.length === 0,
    });
  });

  router.patch(
    '/repos/:owner/:name/pulls/:number',
    async (request, response) => {
      const { repository, pulls } = pullsOf(request.params);
      const state = field(request.body, 'state');
      if (state !== 'closed') {
        throw new InputError(
          `state is ${JSON.stringify(state)}; it has to be "closed"`,
        );
      }
      const pull = await pulls.close(readNumber(request.params.number));
      response
        .status(201)
        .json(pullRequestJson({ repository, pull, url: urlOf(request) }));
    },
  );

  router.post(
    '/repos/:owner/:name/pulls/:number/merge',
    async (request, response) => {
      const { pulls } = pullsOf(request.params);
      const way = field(request.body, 'Do') ?? 'merge';
      if (way !== 'merge') {
        throw new InputError(
          `Do is ${JSON.stringify(way)}; it has to be "merge"`,
        );
      }
      await pulls.merge(readNumber(request.params.number));
      response.status(200).end();
    },
  );

  return router;
}

function field(body: unknown, name: string): unknown {
  return new Map(Object.entries(Object(body))).get(name);
}

function optionalText(body: unknown, name: string): string | undefined {
  const value = field(body, name);
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') {
    throw new InputError(
      `${name} is ${JSON.stringify(value)}; it has to be a text`,
    );
  }
  return value.replace(/\s+/g, ' ').trim();
}

function optionalRef(body: unknown, name: string): string | undefined {
  const value = field(body, name);
  return value === undefined || value === ''
    ? undefined
    : checkRef(name, value);
}

function refOf(value: unknown): string | undefined {
  return value === undefined || value === ''
    ? undefined
    : checkRef('ref', value);
}

/** Gitea lists 30 unless asked for more, and never more than 50 (`DEFAULT_PAGING_NUM` and `MAX_RESPONSE_ITEMS` of its configuration). */
function pageOf<T>(
  all: readonly T[],
  query: { page?: unknown; limit?: unknown },
): readonly T[] {
  const page = readCount('page', query.page) ?? 1;
  const limit = Math.min(readCount('limit', query.limit) ?? 30, 50);
  return all.slice((page - 1) * limit, page * limit);
}

function readCount(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !/^[1-9][0-9]{0,8}$/.test(value)) {
    throw new InputError(
      `${name} is ${JSON.stringify(value)}; it has to be a whole number from 1`,
    );
  }
  return Number(value);
}

/** What the `*` of a path stands for. */
function restOf({ params }: express.Request): string {
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

const states = ['open', 'closed', 'all'] as const;

function readState(value: unknown): (typeof states)[number] {
  if (value === undefined) return 'open';
  const state = states.find(known => known === value);
  if (!state) {
    throw new InputError(
      `state is ${JSON.stringify(value)}; it has to be one of ${states.join(
        ', ',
      )}`,
    );
  }
  return state;
}

function isIn(state: (typeof states)[number], pull: PullRequest): boolean {
  return state === 'all' || (state === 'open') === (pull.state === 'open');
}
