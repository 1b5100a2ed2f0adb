import { mockCredentials } from '@backstage/backend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { startHoldfast } from './__testUtils__/startHoldfast';
import scaffolderModuleHoldfast from '.';

jest.setTimeout(60_000);

let holdfast: Awaited<ReturnType<typeof startHoldfast>>;
beforeAll(async () => {
  holdfast = await startHoldfast({
    config: { backend: { baseUrl: 'http://127.0.0.1:0' } },
    features: [scaffolderPlugin, scaffolderModuleHoldfast],
  });
});
afterAll(() => holdfast?.backend.stop());

const call = async (path: string, body?: object) => {
  const response = await fetch(`${holdfast.baseUrl}/api/scaffolder${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: mockCredentials.user.header(),
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return await response.json();
};

it('offers its actions to templates, described', async () => {
  const actions: { id: string; schema: object; examples: object[] }[] =
    await call('/v2/actions');
  const ours = actions.filter(({ id }) => id.startsWith('holdfast:'));
  expect(ours.map(({ id }) => id).sort()).toEqual([
    'holdfast:check',
    'holdfast:claim-repository',
    'holdfast:decommission-plan',
    'holdfast:gitea:pull-request',
    'holdfast:preview',
    'holdfast:wait-until-judged',
  ]);
  for (const { schema, examples } of ours) {
    expect(examples.length).toBeGreaterThan(0);
    expect(JSON.stringify(schema)).toContain('"description"');
  }
});
