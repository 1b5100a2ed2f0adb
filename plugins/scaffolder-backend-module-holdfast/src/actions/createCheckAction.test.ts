import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { startHoldfast } from '../__testUtils__/startHoldfast';
import { createCheckAction } from './createCheckAction';

jest.setTimeout(60_000);

const workspace = createMockDirectory();
const tools = createMockDirectory();
let holdfast: Awaited<ReturnType<typeof startHoldfast>>;

beforeAll(async () => {
  holdfast = await startHoldfast();
});
afterAll(() => holdfast?.backend.stop());

type Action = ReturnType<typeof createCheckAction>;
type Input = Parameters<Action['handler']>[0]['input'];

async function run(input: Input, options: { kustomize?: string } = {}) {
  const action = createCheckAction({ ...holdfast, ...options });
  const context = createMockActionContext<Input>({
    input,
    workspacePath: workspace.path,
  });
  const warn = jest.spyOn(context.logger, 'warn');
  const outcome = await Promise.resolve(action.handler(context)).then(
    () => undefined,
    (error: Error) => error,
  );
  return {
    error: outcome,
    outputs: Object.fromEntries(jest.mocked(context.output).mock.calls),
    warnings: warn.mock.calls.map(([line]) => line).join('\n'),
  };
}

const cluster = (spec = '') => `
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: orders }
spec:
  instances: 2
  storage: { size: 10Gi }
  postgresql: { parameters: { archive_timeout: 60s } }
  plugins:
    - name: barman-cloud.cloudnative-pg.io
      isWALArchiver: true
      parameters: { barmanObjectName: orders, serverName: orders }
${spec}`;
const store = `
apiVersion: barmancloud.cnpg.io/v1
kind: ObjectStore
metadata: { name: orders }
spec:
  retentionPolicy: 30d
  configuration:
    destinationPath: s3://orders-backups/
    s3Credentials: { inheritFromIAMRole: true }
`;
const schedule = `
apiVersion: postgresql.cnpg.io/v1
kind: ScheduledBackup
metadata: { name: orders }
spec:
  cluster: { name: orders }
  schedule: '0 0 2 * * *'
  method: plugin
  pluginConfiguration: { name: barman-cloud.cloudnative-pg.io }
`;
const entity = (tier: string) => `
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata:
  name: orders
  annotations:
    holdfast.io/namespace: shop
    holdfast.io/kind: Cluster.postgresql.cnpg.io
    holdfast.io/name: orders
    holdfast.io/tier: ${tier}
spec: { type: database, owner: checkout }
`;
const repository = {
  'catalog-info.yaml': entity('gold'),
  'mkdocs.yml': 'site_name: orders',
  base: {
    'kustomization.yaml':
      'resources: [cluster.yaml, store.yaml, schedule.yaml]',
    'cluster.yaml': cluster(),
    'store.yaml': store,
    'schedule.yaml': schedule,
  },
  overlays: {
    eu: {
      'kustomization.yaml':
        'namespace: shop\nresources: [../../base]\npatches: [{path: more.yaml}]',
      'more.yaml':
        'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: {name: orders}\nspec: {instances: 3}',
    },
  },
  scenarios: { 'restored-cluster.yaml': 'metadata: { name: ${NAME} }' },
};

// `kustomize` is left out on purpose in most of these: what is on the PATH differs from machine to machine.
const without = { PATH: process.env.PATH };
beforeEach(() => {
  process.env.PATH = '/nowhere';
  workspace.setContent(repository);
});
afterEach(() => {
  process.env.PATH = without.PATH;
});

it('lets a repository pass that would attain its objective', async () => {
  const { error, outputs, warnings } = await run({ path: 'base' });
  expect(error).toBeUndefined();
  expect(outputs.verdict).toBe('protected');
  expect(warnings).toContain('neither kustomize nor kubectl');
});

it('reads everything but patches where it is told of no kustomization', async () => {
  const { error, outputs } = await run({});
  expect(error).toBeUndefined();
  expect(outputs.verdict).toBe('protected');
});

it('follows a kustomization through its bases', async () => {
  const { error, outputs } = await run({ path: 'overlays/eu', cluster: 'eu' });
  expect(error).toBeUndefined();
  expect(outputs.verdict).toBe('protected');
});

it('judges what kustomize makes of it, where there is one', async () => {
  const program = join(tools.path, 'kustomize');
  tools.clear();
  await writeFile(
    program,
    `#!/bin/sh\n[ "$1" = build ] || exit 1\ncat <<'EOF'\n${cluster()}\nEOF\n`,
  );
  await chmod(program, 0o755);
  // Without store and schedule in what is applied, there is nothing to restore from.
  const { error, outputs } = await run(
    { path: 'overlays/eu' },
    { kustomize: program },
  );
  expect(outputs.verdict).not.toBe('protected');
  expect(error?.message).toContain('This would not attain what is asked for');
});

it('repeats what kustomize says when it fails', async () => {
  const program = join(tools.path, 'kustomize');
  tools.clear();
  await writeFile(
    program,
    '#!/bin/sh\necho "Error: $2/base: no such file" >&2\nexit 1\n',
  );
  await chmod(program, 0o755);
  const { error } = await run({ path: 'overlays/eu' }, { kustomize: program });
  expect(error?.message).toContain('kustomize: Error: overlays/eu/base');
});

it('refuses a kustomize that is none', async () => {
  const { error } = await run(
    { path: 'base' },
    { kustomize: '/nowhere/kustomize' },
  );
  expect(error?.message).toContain(
    "holdfast.kustomize is '/nowhere/kustomize'",
  );
});

it('ends the run with the findings when the objective would be missed', async () => {
  workspace.addContent({
    base: { 'store.yaml': store.replace('30d', '7d') },
  });
  const { error, outputs } = await run({ path: 'base' });
  expect(error).toMatchObject({
    name: 'InputError',
    message: expect.stringMatching(
      /\/orders: predicted at-risk for the tier gold[^]*critical|warning [a-z]+\/[a-z-]+: .*7 d/,
    ),
  });
  expect(outputs.verdict).toBe('at-risk');
  expect(outputs.findings).toContainEqual(
    expect.objectContaining({ rule: expect.stringMatching(/^retention\//) }),
  );
});

it('can be told to fail on worse alone, or never', async () => {
  workspace.addContent({
    base: { 'store.yaml': store.replace('30d', '7d') },
  });
  for (const failOn of ['unprotected', 'never'] as const) {
    const { error, outputs } = await run({ path: 'base', failOn });
    expect(error).toBeUndefined();
    expect(outputs.verdict).toBe('at-risk');
  }
});

it('holds it to another objective', async () => {
  const { error } = await run({ path: 'base', objective: { rpo: '30s' } });
  expect(error?.message).toContain('asked for are 30 s');
});

it.each([
  ['nowhere', {}, 'there is no "nowhere" in the workspace'],
  ['empty', { empty: {} }, '"empty" holds no YAML or JSON file'],
  [
    'other',
    {
      other: { 'a.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: a}' },
    },
    '"other" declares no database',
  ],
  [
    'broken',
    { broken: { 'a.yaml': `${cluster()}\n---\nkind: [` } },
    'What cannot be read cannot be judged: broken/a.yaml',
  ],
])('fails on %s', async (path, content, message) => {
  workspace.setContent(content);
  const { error } = await run({ path });
  expect(error?.message).toContain(message);
});

it('stays in the workspace', async () => {
  const { error } = await run({ path: '../../etc' });
  expect(error?.message).toContain('outside its parent');
});
