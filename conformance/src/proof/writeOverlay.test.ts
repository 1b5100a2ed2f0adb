import { execFileSync } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findControlPlaneAssets } from '../controlPlane/assets';
import { writeOverlay } from './writeOverlay';

const assets = findControlPlaneAssets();
const describeWithKubectl =
  typeof assets === 'string' ? describe.skip : describe;

const cluster = `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: orders }
spec: { imageName: 'postgresql:18', storage: { size: 20Gi } }
`;

describeWithKubectl('writeOverlay', () => {
  it('replaces what it is told to, and nothing else', async () => {
    if (typeof assets === 'string') return;
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
    const built = execFileSync(assets.kubectl, ['kustomize', folder], {
      cwd: repository,
      encoding: 'utf8',
    });
    expect(built).toBe(
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
