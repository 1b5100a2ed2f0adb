import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ControlPlaneAssets } from '../controlPlane/assets';

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
export function installGeneratedDefinitions(
  assets: ControlPlaneAssets,
  kubeconfig: string,
): void {
  const folders = generatedFolders
    .map(folder => join(assets.crds, folder))
    .filter(existsSync);
  if (folders.length === 0) return;
  const kubectl = (...args: string[]) =>
    execFileSync(assets.kubectl, ['--kubeconfig', kubeconfig, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  kubectl(
    'apply',
    '--server-side',
    ...folders.map(folder => `--filename=${folder}`),
  );
  kubectl(
    'wait',
    '--for=condition=Established',
    '--timeout=60s',
    '--all',
    'customresourcedefinitions',
  );
}
