import { ChildProcess, fork } from 'node:child_process';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Order, Report } from './scene';

/** Longer than anything takes that is worth waiting for. */
const ANSWER_WITHIN_MS = 300_000;

/** A process of its own for one part of the benchmark, so that its memory and its event loop are its own. */
export class Subprocess {
  readonly #process: ChildProcess;

  /** @param name - of its file in this folder */
  static start(name: string): Subprocess {
    return new Subprocess(
      fork(resolvePackagePath('@holdfast/bench', 'src', 'sync', `${name}.ts`), {
        execArgv: [...process.execArgv, '--expose-gc'],
      }),
    );
  }

  private constructor(child: ChildProcess) {
    this.#process = child;
  }

  /**
   * Gives an order and waits for what comes of it.
   *
   * @throws Error when the process ends before
   */
  async ask<T extends Report['report']>(
    order: Order,
    expected: T,
  ): Promise<Extract<Report, { report: T }>> {
    const child = this.#process;
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => end(new Error(`no answer to ${order.order}`)),
        ANSWER_WITHIN_MS,
      );
      child.on('message', onMessage);
      child.on('exit', onExit);
      child.send(order);

      function onMessage(report: Report) {
        if (isReport(report, expected)) {
          end();
          resolve(report);
        }
      }

      function onExit(code: number | null) {
        end(new Error(`the process for ${order.order} ended with ${code}`));
      }

      function end(error?: Error) {
        clearTimeout(timer);
        child.off('message', onMessage);
        child.off('exit', onExit);
        if (error) {
          reject(error);
        }
      }
    });
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null) {
      const exited = new Promise(resolve =>
        this.#process.once('exit', resolve),
      );
      this.#process.disconnect();
      await exited;
    }
  }
}

function isReport<T extends Report['report']>(
  report: Report,
  expected: T,
): report is Extract<Report, { report: T }> {
  return report.report === expected;
}
