import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { RemoteRepository } from './RemoteRepository';

const integrations = ScmIntegrations.fromConfig(
  mockServices.rootConfig({
    data: {
      integrations: {
        github: [{ host: 'github.com', token: 'of-github' }],
        gitlab: [
          {
            host: 'gitlab.example',
            baseUrl: 'https://gitlab.example',
            apiBaseUrl: 'https://gitlab.example/api/v4',
            token: 'of-gitlab',
          },
        ],
        azure: [{ host: 'dev.azure.com' }],
      },
    },
  }),
);

// The addresses are those that the stock publish actions output.
it.each([
  [
    'github.com?owner=shop&repo=orders',
    {
      remoteUrl: 'https://github.com/shop/orders.git',
      contentsUrl: 'https://github.com/shop/orders/blob/main',
      credentials: { username: 'x-access-token', password: 'of-github' },
    },
  ],
  [
    'gitlab.example?owner=group%2Fsub&repo=orders',
    {
      remoteUrl: 'https://gitlab.example/group/sub/orders.git',
      contentsUrl: 'https://gitlab.example/group/sub/orders/-/blob/main',
      credentials: { username: 'oauth2', password: 'of-gitlab' },
    },
  ],
])('knows where %s is', async (repoUrl, expected) => {
  await expect(
    RemoteRepository.open({ repoUrl, branch: 'main', integrations }),
  ).resolves.toMatchObject(expected);
});

it('takes the token of the user', async () => {
  const { credentials } = await RemoteRepository.open({
    repoUrl: 'github.com?owner=shop&repo=orders',
    branch: 'main',
    integrations,
    token: 'of-the-user',
  });
  expect(credentials?.password).toBe('of-the-user');
});

it('refuses hosts of other kinds', async () => {
  await expect(
    RemoteRepository.open({
      repoUrl: 'dev.azure.com?owner=a&project=b&repo=c',
      branch: 'main',
      integrations,
    }),
  ).rejects.toThrow('neither GitHub nor GitLab nor Gitea');
});
