import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { execFileSync } from 'node:child_process';

const folders = {
  'control-plane': 'KUBEBUILDER_ASSETS',
  operators: 'HOLDFAST_OPERATORS',
};

/**
 * The folder that `conformance/<what>/build.sh` builds real servers to, or that an environment variable names instead. It need not exist.
 */
export function builtFolder(what: keyof typeof folders): string {
  const script = resolvePackagePath(
    '@holdfast/template-tests',
    `../../conformance/${what}/build.sh`,
  );
  try {
    return execFileSync('bash', [script, '--where'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    // No bash, so nothing has been built either.
    return process.env[folders[what]] ?? '';
  }
}
