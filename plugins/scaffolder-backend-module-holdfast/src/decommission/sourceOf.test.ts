import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { sourceOf } from './sourceOf';

const integrations = ScmIntegrations.fromConfig(
  mockServices.rootConfig({
    data: {
      integrations: {
        github: [{ host: 'github.com' }],
        gitlab: [{ host: 'gitlab.com' }],
        gitea: [{ host: '127.0.0.1:3000', baseUrl: 'http://127.0.0.1:3000' }],
        azure: [{ host: 'dev.azure.com' }],
      },
    },
  }),
);

const at = (location?: string) =>
  sourceOf(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: 'orders',
        ...(location && {
          annotations: { 'backstage.io/source-location': location },
        }),
      },
    },
    integrations,
  );

// The locations that the catalog writes for a catalog-info.yaml at the root, by the resolveUrl of each integration.
it.each([
  [
    'url:https://github.com/shop/orders/tree/main/',
    'github.com?owner=shop&repo=orders',
  ],
  [
    'url:https://gitlab.com/group/sub/orders/-/tree/main/',
    'gitlab.com?owner=group%2Fsub&repo=orders',
  ],
  [
    'url:http://127.0.0.1:3000/shop/orders/src/branch/main/',
    '127.0.0.1:3000?owner=shop&repo=orders',
  ],
])('finds the repository of %s', (location, repoUrl) => {
  expect(at(location)).toEqual({
    url: location.slice('url:'.length),
    repoUrl,
    branch: 'main',
  });
});

it.each([
  [undefined, 'does not say which repository it is kept in'],
  ['file:/etc/orders/', 'which is no repository on GitHub, GitLab or Gitea'],
  [
    'url:https://dev.azure.com/a/_git/b',
    'which is no repository on GitHub, GitLab or Gitea',
  ],
  [
    'url:https://github.com/shop/orders/tree/main/deploy/',
    'which is not the root of a repository of its own',
  ],
])('refuses %s', (location, message) => {
  expect(() => at(location)).toThrow(message);
});
