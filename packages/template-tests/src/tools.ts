import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtFolder } from './builtFolder';

/** A program that a test runs, or what is missing and how to get it. */
export type Tool = { command: string } | { missing: string };

const howToGet = {
  kubectl:
    'run conformance/control-plane/build.sh (needs Go 1.26), or set KUBEBUILDER_ASSETS to a folder that has kubectl',
  promtool: 'install Prometheus (Debian: prometheus)',
  shellcheck: 'install shellcheck',
};

/**
 * Finds a program: in `KUBEBUILDER_ASSETS` or where `conformance/control-plane/build.sh` builds to, else on the path.
 *
 * @throws Error where it is missing and `HOLDFAST_REQUIRE_REAL` is set, so that CI never skips in silence
 */
export function findTool(name: keyof typeof howToGet): Tool {
  const built = join(builtFolder('control-plane'), name);
  if (existsSync(built)) return { command: built };
  try {
    const command = execFileSync('sh', ['-c', `command -v ${name}`], {
      encoding: 'utf8',
    }).trim();
    return { command };
  } catch {
    const missing = `there is no ${name}: ${howToGet[name]}`;
    if (process.env.HOLDFAST_REQUIRE_REAL) {
      throw new Error(`HOLDFAST_REQUIRE_REAL is set, but ${missing}`);
    }
    return { missing };
  }
}

/** How a program ended, and what it said. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end; a failure is an answer, not an exception. */
export function run(
  command: string,
  args: string[],
  options: {
    cwd: string;
    env?: NodeJS.ProcessEnv;
    input?: string;
    /** Milliseconds until it is ended; a minute by default. */
    timeout?: number;
  },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      command,
      args,
      {
        cwd: options.cwd,
        env: options.env ?? process.env,
        maxBuffer: 32 << 20,
        timeout: options.timeout ?? 60_000,
      },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number') reject(error);
        else resolve({ code: Number(error?.code ?? 0), stdout, stderr });
      },
    );
    // A program may end without having read what it was given.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input ?? '');
  });
}
