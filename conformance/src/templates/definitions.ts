import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ControlPlaneAssets } from '../controlPlane/assets';

const SERVED_WITHIN_MILLISECONDS = 60_000;

/** Whose kinds generated repositories hold, beside those that Holdfast reads; folders as in `conformance/crds.txt`. */
const generatedFolders = [
  'prometheus-operator',
  'argo-cd',
  'fluxcd',
  'external-secrets',
  'provider-upjet-aws',
  'provider-upjet-azure',
];

/** Folders that could not be had. With `HOLDFAST_REQUIRE_REAL` set there may be none. */
export function missingDefinitions({ crds }: ControlPlaneAssets): string[] {
  const missing = generatedFolders.filter(
    folder => !existsSync(join(crds, folder)),
  );
  if (missing.length > 0 && process.env.HOLDFAST_REQUIRE_REAL) {
    throw new Error(
      `HOLDFAST_REQUIRE_REAL is set, but there are no CRDs of ${missing.join(
        ', ',
      )} in HOLDFAST_CRDS`,
    );
  }
  return missing;
}

/** Installs what there is, and waits until it is served. */
export async function installGeneratedDefinitions(
  assets: ControlPlaneAssets,
  kubeconfig: string,
): Promise<void> {
  const folders = generatedFolders
    .map(folder => join(assets.crds, folder))
    .filter(existsSync);
  if (folders.length === 0) return;
  const kubectl = (...args: string[]) =>
    execFileSync(assets.kubectl, ['--kubeconfig', kubeconfig, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  kubectl(
    'apply',
    '--server-side',
    ...folders.map(folder => `--filename=${folder}`),
  );

  // Not by `kubectl wait`: it takes a definition that has no conditions yet for a broken one.
  const deadline = Date.now() + SERVED_WITHIN_MILLISECONDS;
  const lines = (...args: string[]) =>
    kubectl(...args)
      .trim()
      .split('\n');
  const defined = lines(
    'get',
    'customresourcedefinitions',
    '--output=name',
  ).map(line => line.slice(line.indexOf('/') + 1));
  const isServed = () => {
    const served = new Set(
      lines('api-resources', '--cached=false', '--output=name'),
    );
    return defined.every(name => served.has(name));
  };
  while (!isServed()) {
    if (Date.now() > deadline) {
      throw new Error('kube-apiserver does not serve every definition');
    }
    await delay(500);
  }
}
