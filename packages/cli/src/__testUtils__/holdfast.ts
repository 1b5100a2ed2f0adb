import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { CheckReport } from '../report/CheckReport';

const bin = resolve(__dirname, '../../bin/holdfast');

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs the command as a user does, in a process of its own.
 */
export async function holdfast(
  args: readonly string[],
  options: {
    stdin?: string;
    cwd?: string;
    env?: Record<string, string>;
  } = {},
): Promise<Outcome> {
  const { stdin = '', cwd, env } = options;
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: '/nowhere', ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', text => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', text => {
    stderr += text;
  });
  // Who refuses the options does not wait for the input.
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  return { code, stdout, stderr };
}

/** Runs `check -o json`. */
export async function checkJson(
  args: readonly string[],
  options?: Parameters<typeof holdfast>[1],
): Promise<Outcome & { report: CheckReport }> {
  const outcome = await holdfast(['check', '-o', 'json', ...args], options);
  return { ...outcome, report: JSON.parse(outcome.stdout) };
}
