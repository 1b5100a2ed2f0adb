import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { createPublishGiteaAction } from '@backstage/plugin-scaffolder-backend-module-gitea';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { RunningDemo, startDemo } from '@holdfast/demo';
import { createClaimRepositoryAction } from './createClaimRepositoryAction';

jest.setTimeout(60_000);

const password = 'for-tests-only';
const workspace = createMockDirectory();
let demo: RunningDemo;
let options: Parameters<typeof createClaimRepositoryAction>[0];

// A Git host that speaks the real protocol; Git on both sides is not ours.
beforeAll(async () => {
  demo = await startDemo({
    token: 'for-tests-only',
    databases: [],
    git: { password },
  });
  const config = mockServices.rootConfig({
    data: {
      integrations: {
        gitea: [
          {
            host: new URL(demo.gitUrl).host,
            baseUrl: demo.gitUrl,
            username: 'demo',
            password,
          },
        ],
      },
    },
  });
  options = { config, integrations: ScmIntegrations.fromConfig(config) };
});
afterAll(() => demo?.stop());
beforeEach(() => workspace.setContent({ 'README.md': '# orders' }));

const repoUrlOf = (repo: string) =>
  `${new URL(demo.gitUrl).host}?owner=checkout&repo=${repo}`;

async function claim(
  repo: string,
  answers: Record<string, string>,
  more: { isDryRun?: boolean; user?: string } = {},
) {
  const action = createClaimRepositoryAction(options);
  const context = {
    ...createMockActionContext<Parameters<typeof action.handler>[0]['input']>({
      input: { repoUrl: repoUrlOf(repo), request: answers },
      workspacePath: workspace.path,
    }),
    isDryRun: more.isDryRun,
    user: { ref: more.user ?? 'user:default/robin' },
  };
  await action.handler(context);
  return Object.fromEntries(jest.mocked(context.output).mock.calls);
}

async function publish(repo: string) {
  const action = createPublishGiteaAction(options);
  await action.handler(
    createMockActionContext<Parameters<typeof action.handler>[0]['input']>({
      input: { repoUrl: repoUrlOf(repo), description: 'a database' },
      workspacePath: workspace.path,
    }),
  );
}

/** As an earlier run leaves it that broke off before its push. */
async function createEmpty(repo: string) {
  const basic = Buffer.from(`demo:${password}`).toString('base64');
  const response = await fetch(`${demo.gitUrl}/api/v1/orgs/checkout/repos`, {
    method: 'POST',
    headers: {
      authorization: `basic ${basic}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ name: repo, private: false }),
  });
  expect(response.status).toBe(201);
}

it('lets a new repository be published, and a repeated run go on with it', async () => {
  const answers = { name: 'orders', tier: 'gold' };
  const first = await claim('orders', answers);
  expect(first).toEqual({
    publish: true,
    resumed: false,
    remoteUrl: `${demo.gitUrl}/checkout/orders.git`,
    repoContentsUrl: `${demo.gitUrl}/checkout/orders/src/branch/main/`,
  });
  await publish('orders');

  workspace.setContent({ 'README.md': '# orders' });
  // The order of answers is of no importance.
  await expect(
    claim('orders', { tier: 'gold', name: 'orders' }),
  ).resolves.toEqual({ ...first, publish: false, resumed: true });
});

it.each([
  ['other answers', { name: 'carts', tier: 'silver' }, 'user:default/robin'],
  ['another user', { name: 'carts', tier: 'gold' }, 'user:default/kim'],
])(
  'refuses a repository of a request with %s',
  async (title, answers, user) => {
    const repo = title.replace(' ', '-');
    await claim(repo, { name: 'carts', tier: 'gold' });
    await publish(repo);
    await expect(claim(repo, answers, { user })).rejects.toMatchObject({
      name: 'ConflictError',
      message: `repoUrl: there is a repository ${demo.gitUrl}/checkout/${repo}.git already, made for another request: choose another name`,
    });
  },
);

it('refuses a repository that was made by something else', async () => {
  await publish('by-hand');
  await expect(claim('by-hand', { name: 'orders' })).rejects.toThrow(
    'which was not made by this template: choose another name',
  );
});

it('says in a dry run what it would do, and asks nobody', async () => {
  await createEmpty('dry');
  await expect(
    claim('dry', { name: 'orders' }, { isDryRun: true }),
  ).resolves.toMatchObject({ publish: true, resumed: false });
  const page = await fetch(
    `${demo.gitUrl}/checkout/dry/src/branch/main/README.md`,
  );
  expect(page.status).toBe(404);
});

it('goes on with a repository that is empty', async () => {
  await createEmpty('empty');
  const answers = { name: 'orders' };
  await claim('empty', answers);
  const page = await fetch(
    `${demo.gitUrl}/checkout/empty/src/branch/main/README.md`,
  );
  expect(page.status).toBe(200);
  workspace.setContent({ 'README.md': '# orders' });
  await expect(claim('empty', answers)).resolves.toMatchObject({
    publish: false,
    resumed: true,
  });
});

it('marks the workspace', async () => {
  await claim('marked', { name: 'orders' });
  const mark = JSON.parse(
    await readFile(join(workspace.path, '.holdfast/request.json'), 'utf8'),
  );
  expect(mark).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{64}$/),
    requestedBy: 'user:default/robin',
  });
});

it('does not take a host that cannot be asked for a free name', async () => {
  const config = mockServices.rootConfig({
    data: {
      integrations: {
        gitea: [{ host: '127.0.0.1:9', baseUrl: 'http://127.0.0.1:9' }],
      },
    },
  });
  const action = createClaimRepositoryAction({
    config,
    integrations: ScmIntegrations.fromConfig(config),
  });
  await expect(
    action.handler(
      createMockActionContext<Parameters<typeof action.handler>[0]['input']>({
        input: { repoUrl: '127.0.0.1:9?owner=a&repo=b', request: {} },
        workspacePath: workspace.path,
      }),
    ),
  ).rejects.toThrow('http://127.0.0.1:9/a/b.git cannot be looked at');
});

it('refuses hosts without an integration', async () => {
  const action = createClaimRepositoryAction(options);
  await expect(
    action.handler(
      createMockActionContext<Parameters<typeof action.handler>[0]['input']>({
        input: { repoUrl: 'example.com?owner=a&repo=b', request: {} },
        workspacePath: workspace.path,
      }),
    ),
  ).rejects.toThrow('example.com');
});
