import { findTool, run } from '@holdfast/template-tests';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOverlay } from './writeOverlay';

const kubectl = findTool('kubectl');
const describeWithKubectl = 'missing' in kubectl ? describe.skip : describe;

const cluster = `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: orders }
spec: { imageName: 'postgresql:18', storage: { size: 20Gi } }
`;

describeWithKubectl('writeOverlay', () => {
  it('replaces what it is told to, and nothing else', async () => {
    if ('missing' in kubectl) return;
    const repository = await mkdtemp(join(tmpdir(), 'holdfast-overlay-'));
    const own = join(repository, 'overlays/prod');
    await mkdir(own, { recursive: true });
    await writeFile(join(own, 'cluster.yaml'), cluster);
    await writeFile(
      join(own, 'kustomization.yaml'),
      'resources: [cluster.yaml]\n',
    );
    const folder = await writeOverlay({
      repository,
      over: 'prod',
      replacements: [
        { kind: 'Cluster', path: '/spec/imageName', value: 'postgresql:15' },
        {
          kind: 'Cluster',
          path: '/spec/storage/storageClass',
          value: 'local',
        },
      ],
    });
    const { stdout } = await run(kubectl.command, ['kustomize', folder], {
      cwd: repository,
    });
    expect(stdout).toBe(
      [
        'apiVersion: postgresql.cnpg.io/v1',
        'kind: Cluster',
        'metadata:',
        '  name: orders',
        'spec:',
        '  imageName: postgresql:15',
        '  storage:',
        '    size: 20Gi',
        '    storageClass: local',
        '',
      ].join('\n'),
    );
    await rm(repository, { recursive: true });
  });
});
