import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { CustomErrorBase } from '@backstage/errors';

/** No command on the repositories of a demo takes longer. */
const TIMEOUT_MILLISECONDS = 60_000;

/** What git said on its way out. */
export class GitError extends CustomErrorBase {
  name = 'GitError' as const;
  readonly exitCode: number | undefined;
  readonly stdout: string;

  constructor(
    message: string,
    options: { exitCode?: number; stdout?: string } = {},
  ) {
    super(message);
    this.exitCode = options.exitCode;
    this.stdout = options.stdout ?? '';
  }
}

/**
 * The environment of every git: nothing of the user's own settings, no question at a terminal, and no doubt about who owns the folder, which is
 * the demo's own.
 */
export function gitEnvironment(
  more: Record<string, string> = {},
): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
    ...more,
  };
}

/**
 * Runs git and returns what it writes.
 *
 * @throws GitError with git's own words where it fails, is missing, or takes more than a minute
 */
export function runGit(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, {
      cwd: options.cwd,
      env: gitEnvironment(options.env),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: TIMEOUT_MILLISECONDS,
    });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', chunk => output.push(chunk));
    child.stderr.on('data', chunk => errors.push(chunk));
    child.once('error', error =>
      reject(new GitError(`git could not be started: ${error.message}`)),
    );
    child.once('close', (code, signal) => {
      if (code === 0) {
        resolve(Buffer.concat(output));
        return;
      }
      const words = Buffer.concat(errors).toString().trim();
      reject(
        new GitError(words || `git ${args[0]} ended with ${signal ?? code}`, {
          exitCode: code ?? undefined,
          stdout: Buffer.concat(output).toString(),
        }),
      );
    });
  });
}

/** As {@link runGit}, as text without the newline at its end. */
export async function runGitForText(
  args: readonly string[],
  options?: { cwd?: string; env?: Record<string, string> },
): Promise<string> {
  return (await runGit(args, options)).toString().replace(/\n$/, '');
}
