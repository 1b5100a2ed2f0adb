import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { KustomizeCommand } from './findKustomize';

const TIMEOUT_MS = 60_000;
const MOST_BYTES = 64 * 1024 * 1024;

const execute = promisify(execFile);

/**
 * Builds a folder with kustomize.
 *
 * @returns the manifests, or undefined when it fails. What it says then is not passed on: it quotes what it stumbled over, and that may be a secret.
 */
export async function buildFolder(
  { program, before }: KustomizeCommand,
  folder: string,
): Promise<string | undefined> {
  try {
    const { stdout } = await execute(program, [...before, folder], {
      timeout: TIMEOUT_MS,
      maxBuffer: MOST_BYTES,
      encoding: 'utf8',
    });
    return stdout;
  } catch {
    return undefined;
  }
}
