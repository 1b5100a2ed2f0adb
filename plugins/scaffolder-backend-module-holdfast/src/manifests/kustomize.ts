import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';
import { InputError } from '@backstage/errors';

const timeoutMs = 30_000;
/** More than any repository renders to. */
const largestOutput = 16 * 2 ** 20;

/**
 * The program that builds kustomizations: the one that is configured, else kustomize or kubectl on the PATH. Undefined: there is none.
 *
 * @throws InputError when the configured one cannot be run
 */
export async function findKustomize(
  configured: string | undefined,
  path = process.env.PATH ?? '',
): Promise<string | undefined> {
  if (configured !== undefined) {
    if (await isExecutable(configured)) return configured;
    throw new InputError(
      `Configuration holdfast.kustomize is '${configured}', which is no program that can be run`,
    );
  }
  const folders = path.split(delimiter).filter(Boolean);
  for (const name of ['kustomize', 'kubectl']) {
    for (const folder of folders) {
      const program = join(folder, name);
      if (await isExecutable(program)) return program;
    }
  }
  return undefined;
}

/**
 * Builds a kustomization.
 *
 * @throws InputError with the words of kustomize
 */
export function buildKustomization(
  folder: string,
  options: { program: string; root: string; signal?: AbortSignal },
): Promise<string> {
  const { program, root, signal } = options;
  const verb = basename(program).startsWith('kubectl') ? 'kustomize' : 'build';
  return new Promise((resolve, reject) => {
    execFile(
      program,
      [verb, folder],
      { signal, timeout: timeoutMs, maxBuffer: largestOutput },
      (error, stdout, stderr) => {
        if (!error) {
          resolve(stdout);
          return;
        }
        // Where the workspace lies on this machine is of no interest to anybody.
        const said = (stderr || error.message)
          .replaceAll(`${root}/`, '')
          .trim();
        reject(new InputError(`kustomize: ${said.slice(0, 2000)}`));
      },
    );
  });
}

async function isExecutable(file: string): Promise<boolean> {
  return await access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
