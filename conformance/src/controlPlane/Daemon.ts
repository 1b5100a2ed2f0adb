import { ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';

const LOG_TAIL_LINES = 15;

/** A server program that the tests start and end; it never outlives the process that started it. */
export class Daemon {
  readonly #options: {
    command: string;
    subcommand?: string;
    flags: Record<string, string>;
    environment?: Record<string, string>;
    folder?: string;
    logFile: string;
  };
  #process?: ChildProcess;
  #exited: Promise<void> = Promise.resolve();
  readonly #killWithParent = () => {
    this.#process?.kill('SIGKILL');
  };

  constructor(options: {
    command: string;
    /** Stands before the flags. */
    subcommand?: string;
    flags: Record<string, string>;
    /** Beside those of this process. */
    environment?: Record<string, string>;
    /** Where it runs; else where this process does. */
    folder?: string;
    /** Where its output goes, added to what earlier lives left. */
    logFile: string;
  }) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#process !== undefined;
  }

  /** Starts the program unless it runs. */
  start(): void {
    if (this.#process) {
      return;
    }
    const { command, subcommand, flags, environment, folder, logFile } =
      this.#options;
    const log = openSync(logFile, 'a');
    const child = spawn(
      command,
      [
        ...(subcommand ? [subcommand] : []),
        ...Object.entries(flags).map(([name, value]) => `--${name}=${value}`),
      ],
      {
        cwd: folder,
        env: { ...process.env, ...environment },
        stdio: ['ignore', log, log],
      },
    );
    closeSync(log);
    this.#process = child;
    process.once('exit', this.#killWithParent);
    this.#exited = new Promise(resolve => {
      const ended = () => {
        process.off('exit', this.#killWithParent);
        this.#process = undefined;
        resolve();
      };
      child.once('exit', ended);
      child.once('error', ended);
    });
  }

  /** Sends a signal and waits until the program has gone. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    this.#process?.kill(signal);
    await this.#exited;
  }

  /** The last lines of its output. */
  logTail(): string {
    const { logFile } = this.#options;
    return existsSync(logFile)
      ? readFileSync(logFile, 'utf8')
          .split('\n')
          .slice(-LOG_TAIL_LINES)
          .join('\n')
      : `${logFile} is empty`;
  }
}
