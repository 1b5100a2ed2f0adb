import { builtFolder } from '@holdfast/template-tests';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What a test needs to start a real control plane. */
export interface ControlPlaneAssets {
  etcd: string;
  kubeApiserver: string;
  kubectl: string;
  /** Folders of CRDs, by operator. */
  crds: string;
}

/** The operators whose CRDs the tests use, as `conformance/crds.txt` names their folders. */
export const crdFolders = [
  'cloudnative-pg',
  'plugin-barman-cloud',
  'external-snapshotter',
] as const;

/**
 * Finds the binaries (`KUBEBUILDER_ASSETS`, else what `conformance/control-plane/build.sh` has built) and the CRDs
 * (`HOLDFAST_CRDS`).
 *
 * @returns the assets, or what is missing and how to get it
 * @throws Error with just that where `HOLDFAST_REQUIRE_REAL` is set, so that CI never skips in silence
 */
export function findControlPlaneAssets(): ControlPlaneAssets | string {
  const missing = findMissing();
  if (typeof missing === 'string' && process.env.HOLDFAST_REQUIRE_REAL) {
    throw new Error(`HOLDFAST_REQUIRE_REAL is set, but ${missing}`);
  }
  return missing;
}

function findMissing(): ControlPlaneAssets | string {
  const folder = builtFolder('control-plane');
  const assets = {
    etcd: join(folder, 'etcd'),
    kubeApiserver: join(folder, 'kube-apiserver'),
    kubectl: join(folder, 'kubectl'),
    crds: process.env.HOLDFAST_CRDS ?? '',
  };
  if (![assets.etcd, assets.kubeApiserver, assets.kubectl].every(existsSync)) {
    return (
      'there is no kube-apiserver: run conformance/control-plane/build.sh (needs Go 1.26), ' +
      'or set KUBEBUILDER_ASSETS to a folder that has etcd, kube-apiserver and kubectl'
    );
  }
  const absent = crdFolders.filter(
    name => !assets.crds || !existsSync(join(assets.crds, name)),
  );
  if (absent.length > 0) {
    return `there are no CRDs of ${absent.join(
      ', ',
    )}: run export $(conformance/crds.sh), or set HOLDFAST_CRDS to a folder that has them`;
  }
  return assets;
}
