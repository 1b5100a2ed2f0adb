import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import holdfastPlugin from '@holdfast/plugin-holdfast-backend';
import ownRulesModule from './ownRulesModule';

jest.setTimeout(60_000);

it('adds its rules to those that the API lists', async () => {
  const backend = await startTestBackend({
    features: [
      holdfastPlugin,
      ownRulesModule,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({ data: {} }),
    ],
  });
  const answer = await fetch(
    `http://localhost:${backend.server.port()}/api/holdfast/rules`,
    { headers: { Authorization: mockCredentials.user.header() } },
  );
  const { items } = await answer.json();
  await backend.stop();

  expect(items).toContainEqual(
    expect.objectContaining({
      id: 'acme/second-backup-region',
      title: 'No second region for a gold database',
      waivable: true,
    }),
  );
});
