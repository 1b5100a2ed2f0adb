import { createMockDirectory } from '@backstage/backend-test-utils';
import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { GitHostUnderTest, password } from '../__testUtils__/GitHostUnderTest';
import { createGiteaPullRequestAction } from './createGiteaPullRequestAction';

// Each test runs git on both sides.
jest.setTimeout(60_000);

const workspace = createMockDirectory();
let git: GitHostUnderTest;
let count = 0;
/** The repository of the test. */
let repo: string;

beforeAll(async () => {
  git = await GitHostUnderTest.start();
});
afterAll(() => git?.stop());
beforeEach(async () => {
  count += 1;
  repo = `orders-${count}`;
  workspace.setContent({
    'README.md': '# orders',
    'base/cluster.yaml': 'size: 10Gi\n',
    'scenarios/restore.sh': '#!/bin/sh\n',
    'old.yaml': 'a: 1\n',
  });
  await chmod(join(workspace.path, 'scenarios/restore.sh'), 0o755);
  await git.publish(repo, workspace.path);
  workspace.setContent({ 'base/cluster.yaml': 'size: 20Gi\n' });
});

type Input = Parameters<
  ReturnType<typeof createGiteaPullRequestAction>['handler']
>[0]['input'];

async function run(
  input: Partial<Input> = {},
  more: { isDryRun?: boolean; options?: typeof git.options } = {},
) {
  const action = createGiteaPullRequestAction(more.options ?? git.options);
  const context = {
    ...createMockActionContext<Input>({
      input: {
        repoUrl: git.repoUrl(repo),
        branchName: 'holdfast/more-space',
        title: 'More space',
        description: 'It **fills**.',
        ...input,
      },
      workspacePath: workspace.path,
    }),
    isDryRun: more.isDryRun,
  };
  const said = ['info', 'warn', 'error', 'debug'] as const;
  const spies = said.map(level => jest.spyOn(context.logger, level));
  await action.handler(context);
  return {
    outputs: Object.fromEntries(jest.mocked(context.output).mock.calls),
    log: spies.flatMap(({ mock }) => mock.calls.flat()).join('\n'),
  };
}

it('opens a pull request with one commit on a new branch', async () => {
  const { outputs, log } = await run();
  expect(outputs).toEqual({
    state: 'opened',
    remoteUrl: `${git.url}/checkout/${repo}/pulls/1`,
    pullRequestNumber: 1,
    targetBranchName: 'main',
  });
  expect(await git.pulls(repo)).toMatchObject([
    {
      title: 'More space',
      body: 'It **fills**.',
      state: 'open',
      head: { ref: 'holdfast/more-space' },
      base: { ref: 'main' },
    },
  ]);
  expect(
    (await git.read(repo, 'holdfast/more-space', 'base/cluster.yaml'))?.text,
  ).toBe('size: 20Gi\n');
  expect((await git.read(repo, 'main', 'base/cluster.yaml'))?.text).toBe(
    'size: 10Gi\n',
  );
  const commits = await git.call(
    `/repos/checkout/${repo}/commits?sha=holdfast/more-space`,
  );
  expect(await commits.json()).toHaveLength(2);
  expect(log).not.toContain(password);
});

it('writes, deletes and keeps what may be run', async () => {
  workspace.setContent({
    out: {
      // Fetched from a host that does not tell what may be run.
      'restore.sh': '#!/bin/sh\nset -eu\n',
      'new.sh': '#!/bin/sh\n',
    },
  });
  await chmod(join(workspace.path, 'out/new.sh'), 0o755);
  await run({
    sourcePath: 'out',
    targetPath: 'scenarios',
    filesToDelete: ['../old.yaml', 'never-there.yaml'],
  });
  const read = (path: string) => git.read(repo, 'holdfast/more-space', path);
  expect(await read('scenarios/restore.sh')).toEqual({
    text: '#!/bin/sh\nset -eu\n',
    executable: true,
  });
  expect(await read('scenarios/new.sh')).toMatchObject({ executable: true });
  expect(await read('old.yaml')).toBeUndefined();
  expect(await read('base/cluster.yaml')).toMatchObject({
    text: 'size: 10Gi\n',
  });
});

it('goes on with what an earlier run made', async () => {
  const first = await run();
  await expect(run()).resolves.toMatchObject({
    outputs: { ...first.outputs, state: 'found' },
  });
  expect(await git.pulls(repo)).toHaveLength(1);

  await git.merge(repo, 1);
  await expect(run()).resolves.toMatchObject({
    outputs: { ...first.outputs, state: 'merged' },
  });
});

it('opens the pull request that a run did not come to after its push', async () => {
  await run();
  await git.call(`/repos/checkout/${repo}/pulls/1`, {
    method: 'PATCH',
    body: { state: 'closed' },
  });
  await expect(run()).resolves.toMatchObject({
    outputs: { state: 'opened', pullRequestNumber: 2 },
  });
});

it('finds its own among many', async () => {
  for (let index = 0; index < 51; index += 1) {
    workspace.setContent({ [`notes/${index}.md`]: 'x' });
    await run({ branchName: `notes/${index}` });
  }
  workspace.setContent({ 'notes/0.md': 'x' });
  await expect(run({ branchName: 'notes/0' })).resolves.toMatchObject({
    outputs: { state: 'found', pullRequestNumber: 1 },
  });
}, 240_000);

describe('refuses', () => {
  it('a branch that somebody else has', async () => {
    await run();
    workspace.setContent({ 'base/cluster.yaml': 'size: 30Gi\n' });
    await expect(run()).rejects.toMatchObject({
      name: 'ConflictError',
      message: `branchName: ${git.url}/checkout/${repo}.git has a branch "holdfast/more-space" already, with other contents of base/cluster.yaml: merge it or delete it first, or choose another name`,
    });
    expect(
      (await git.read(repo, 'holdfast/more-space', 'base/cluster.yaml'))?.text,
    ).toBe('size: 20Gi\n');
  });

  it('what changes nothing', async () => {
    workspace.setContent({ 'base/cluster.yaml': 'size: 10Gi\n' });
    await expect(run({ filesToDelete: ['gone.yaml'] })).rejects.toThrow(
      `There is nothing to change: "main" of ${git.url}/checkout/${repo}.git has all of it`,
    );
  });

  it('a repository that is not there', async () => {
    await expect(
      run({ repoUrl: git.repoUrl('nowhere') }),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: `repoUrl: there is no repository ${git.url}/checkout/nowhere.git, or its credentials do not show it`,
    });
  });

  it('a target branch that is not there', async () => {
    await expect(run({ targetBranchName: 'production' })).rejects.toThrow(
      'has no branch "production"; it has main',
    );
  });

  it.each([
    [
      'a host that is none',
      { repoUrl: 'github.com?owner=a&repo=b' },
      'github.com is no Gitea host under integrations',
    ],
    [
      'its own target',
      { branchName: 'main' },
      'branchName: "main" is targetBranchName too',
    ],
    [
      'a path outside of the repository',
      { targetPath: '../..' },
      'targetPath: "../../base/cluster.yaml" does not lie in the repository',
    ],
    [
      'what is git’s own',
      { filesToDelete: ['.git/config'] },
      'filesToDelete: ".git/config" does not lie in the repository',
    ],
    [
      'a folder to delete',
      { filesToDelete: ['scenarios'] },
      'filesToDelete: "scenarios" is a folder',
    ],
  ])('%s', async (_, input, message) => {
    await expect(run(input)).rejects.toThrow(message);
  });

  it('a host that cannot be asked, without its password in the words', async () => {
    const config = mockServices.rootConfig({
      data: {
        integrations: {
          gitea: [
            {
              host: '127.0.0.1:9',
              baseUrl: 'http://127.0.0.1:9',
              username: 'demo',
              password,
            },
          ],
        },
      },
    });
    const options = {
      config,
      integrations: ScmIntegrations.fromConfig(config),
    };
    const failure = run({ repoUrl: '127.0.0.1:9?owner=a&repo=b' }, { options });
    await expect(failure).rejects.toThrow(
      'http://127.0.0.1:9/a/b.git cannot be looked at',
    );
    await expect(failure).rejects.not.toThrow(password);
  });

  it('a password that the host does not take, without saying it', async () => {
    const wrong = 'another-password';
    const config = mockServices.rootConfig({
      data: {
        integrations: {
          gitea: [
            {
              host: git.host,
              baseUrl: git.url,
              username: 'demo',
              password: wrong,
            },
          ],
        },
      },
    });
    const options = {
      config,
      integrations: ScmIntegrations.fromConfig(config),
    };
    const failure = await run({}, { options }).catch(error => error);
    expect(failure).toBeInstanceOf(Error);
    expect(String(failure.stack)).not.toContain(wrong);
  });
});

it.each([
  ['holdfast/../main'],
  ['-branch'],
  ['a branch'],
  ['branch.lock'],
  ['branch/'],
  ['refs//x'],
])('takes no branch named %s', branchName => {
  const { input } = createGiteaPullRequestAction(git.options).schema ?? {};
  expect(JSON.stringify(input)).toContain('branchName');
  const pattern = Object(Object(Object(input).properties).branchName).pattern;
  expect(new RegExp(pattern).test(branchName)).toBe(false);
  expect(new RegExp(pattern).test('holdfast/more-space.2')).toBe(true);
});

it('says in a dry run what it would do, and asks nobody', async () => {
  const { outputs, log } = await run(
    { filesToDelete: ['old.yaml'] },
    { isDryRun: true },
  );
  expect(outputs).toMatchObject({
    state: 'opened',
    remoteUrl: `${git.url}/checkout/${repo}/pulls`,
  });
  expect(log).toContain('write base/cluster.yaml, delete old.yaml');
  expect(await git.pulls(repo)).toEqual([]);
});
