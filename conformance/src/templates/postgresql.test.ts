import {
  appliedFolders,
  buildManifests,
  postgresqlChoices,
  TemplateUnderTest,
  writeRepository,
} from '@holdfast/template-tests';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ControlPlaneAssets,
  findControlPlaneAssets,
} from '../controlPlane/assets';
import { CloudNativePgAdmission } from '../operators/CloudNativePgAdmission';
import { findOperators, OperatorAssets } from '../operators/findOperators';
import { kubeconfigOf } from '../targets/ApiTarget';
import { RealTarget } from '../targets/real';
import { applyStrictly } from './applyStrictly';
import { installGeneratedDefinitions, missingDefinitions } from './definitions';

jest.setTimeout(180_000);

const assets = findControlPlaneAssets();
const operators = findOperators('cloudNativePg');
if (typeof assets === 'string') skip(assets);
else if (typeof operators === 'string') skip(operators);
else suite(assets, operators);

function skip(missing: string) {
  process.stderr.write(
    `Skipped "PostgreSQL repositories on kube-apiserver": ${missing}\n`,
  );
  it.todo(
    `PostgreSQL repositories are accepted by kube-apiserver and CloudNativePG [${missing}]`,
  );
}

function suite(
  found: ControlPlaneAssets,
  { cloudNativePg }: Pick<OperatorAssets, 'cloudNativePg'>,
) {
  const missing = missingDefinitions(found);
  const choices = postgresqlChoices().slice(0, 13);

  describe('PostgreSQL repositories on kube-apiserver with CloudNativePG', () => {
    const target = new RealTarget(found);
    let folder: string;
    let kubeconfig: string;
    let template: TemplateUnderTest;
    let operator: CloudNativePgAdmission | undefined;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'holdfast-templates-'));
      kubeconfig = join(folder, 'kubeconfig');
      await target.start();
      await writeFile(kubeconfig, kubeconfigOf(target, { who: 'admin' }), {
        mode: 0o600,
      });
      await installGeneratedDefinitions(found, kubeconfig);
      // A dry run does not make the namespaces that the objects in it are for.
      for (const namespace of ['orders', 'shop', 'argocd', 'flux-system']) {
        execFileSync(found.kubectl, [
          '--kubeconfig',
          kubeconfig,
          'create',
          'namespace',
          namespace,
        ]);
      }
      operator = await CloudNativePgAdmission.start({
        assets: cloudNativePg,
        kubectl: found.kubectl,
        kubeconfig,
        certificates: target.certificates,
      });
      template = await TemplateUnderTest.start('postgresql');
    }, 300_000);
    afterAll(async () => {
      await template?.stop();
      await operator?.stop();
      await target.dispose();
      await rm(folder, { recursive: true, force: true });
    });

    it('is asked by a kubectl that refuses what it does not know', async () => {
      const manifests = JSON.stringify({
        apiVersion: 'postgresql.cnpg.io/v1',
        kind: 'Cluster',
        metadata: { name: 'orders', namespace: 'orders' },
        spec: { instances: 1, storage: { sise: '1Gi' } },
      });
      expect(
        await applyStrictly({ kubectl: found.kubectl, kubeconfig, manifests }),
      ).toContain('.spec.storage.sise: field not declared in schema');
    });

    // Each is well-formed for the definitions and refused by the operator's own webhooks; so they are there and are asked.
    it.each([
      [
        { instances: 1, storage: { size: '1.5GB' } },
        'spec.storage.size: Invalid value: "1.5GB": Size value isn\'t valid',
      ],
      [
        {
          instances: 2,
          storage: { size: '1Gi' },
          postgresql: { synchronous: { method: 'any', number: 2 } },
        },
        'Invalid synchronous configuration: the number of synchronous replicas must be less than the total number of instances',
      ],
      [
        {
          instances: 1,
          storage: { size: '1Gi' },
          imageName: 'ghcr.io/cloudnative-pg/postgresql:latest',
        },
        "Can't use 'latest' as image tag as we can't detect upgrades",
      ],
    ])('is asked by an operator that refuses %j', async (spec, words) => {
      const complaints = await applyStrictly({
        kubectl: found.kubectl,
        kubeconfig,
        manifests: JSON.stringify({
          apiVersion: 'postgresql.cnpg.io/v1',
          kind: 'Cluster',
          metadata: { name: 'orders', namespace: 'orders' },
          spec,
        }),
      });
      expect(complaints).toContain(words);
    });

    it.each(choices)('accepts $title', async ({ values }) => {
      const repository = await template.render(values);
      const clone = await writeRepository(repository, folder);
      const manifests = await buildManifests({
        kubectl: found.kubectl,
        repository: clone,
        folders: appliedFolders(repository.files.keys()),
      });
      const complaints = await applyStrictly({
        kubectl: found.kubectl,
        kubeconfig,
        manifests: Array.from(manifests.values()).join('\n---\n'),
      });
      expect(withoutMissing(complaints, missing)).toBe('');
    });

    it('accepts the copy that a restore makes', async () => {
      const repository = await template.render(choices[0].values);
      const copy =
        repository.files.get('scenarios/restored-cluster.tmpl') ?? '';
      const manifests = copy
        .replace('@TARGET_TIME@', '2026-01-31 11:59:00+00')
        .replace(/@(DATA|WAL)_SIZE@/g, '20Gi')
        .replace(/@MEMORY@/g, '2Gi')
        .replace(/@NAME@/g, 'orders-restored')
        .replace(/@PURPOSE@/g, 'restore')
        .replace('@IMAGE@', 'ghcr.io/cloudnative-pg/postgresql:18.1')
        .replace(/'@(\w+)@'/g, "'orders'");
      expect(
        await applyStrictly({ kubectl: found.kubectl, kubeconfig, manifests }),
      ).toBe('');
    });
  });
}

/** Without the complaints about kinds whose definitions could not be had; the name of the folder is said, not hidden. */
function withoutMissing(complaints: string, missing: string[]): string {
  if (missing.length === 0) return complaints;
  process.stderr.write(
    `Kinds of ${missing.join(
      ', ',
    )} were not checked: there are no CRDs of them\n`,
  );
  return complaints
    .split('\n')
    .filter(
      line => !/no matches for kind|ensure CRDs are installed first/.test(line),
    )
    .join('\n')
    .trim();
}
