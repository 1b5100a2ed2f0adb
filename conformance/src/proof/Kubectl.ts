import { findTool, run } from '@holdfast/template-tests';
import { dirname } from 'node:path';
import { CustomErrorBase } from '@backstage/errors';

/** What kubectl refused or could not do, in its own words. */
export class KubectlError extends CustomErrorBase {
  name = 'KubectlError' as const;
}

/** An object as far as the proof looks at it. */
export interface ClusterObject {
  metadata: {
    name: string;
    namespace?: string;
    creationTimestamp?: string;
    labels?: Record<string, string>;
  };
  spec?: Record<string, unknown>;
  status?: Record<string, unknown>;
}

export interface KubectlOptions {
  namespace?: string;
  input?: string;
  /** Milliseconds; a minute by default. */
  timeout?: number;
}

/** kubectl with one kubeconfig: the hands of whoever owns the cluster. Holdfast itself only reads. */
export class Kubectl {
  readonly #command: string;
  /** The environment in which scripts find this kubectl and this cluster. */
  readonly env: NodeJS.ProcessEnv;

  /** @throws Error where there is no kubectl, and how to get it */
  static create(kubeconfig: string): Kubectl {
    const tool = findTool('kubectl');
    if ('missing' in tool) throw new Error(tool.missing);
    return new Kubectl(tool.command, kubeconfig);
  }

  private constructor(command: string, kubeconfig: string) {
    this.#command = command;
    this.env = {
      ...process.env,
      PATH: `${dirname(command)}:${process.env.PATH}`,
      KUBECONFIG: kubeconfig,
    };
  }

  /** @throws KubectlError with what it said */
  async run(args: string[], options: KubectlOptions = {}): Promise<string> {
    const { namespace, input, timeout } = options;
    const { code, stdout, stderr } = await run(
      this.#command,
      [...(namespace ? ['--namespace', namespace] : []), ...args],
      { cwd: process.cwd(), env: this.env, input, timeout },
    );
    if (code !== 0) {
      throw new KubectlError(`kubectl ${args.join(' ')}: ${stderr.trim()}`);
    }
    return stdout;
  }

  /** One object; undefined if it is not there. */
  async get<T extends ClusterObject>(
    kind: string,
    name: string,
    namespace?: string,
  ): Promise<T | undefined> {
    const text = await this.run(
      ['get', kind, name, '--ignore-not-found', '--output=json'],
      { namespace },
    );
    return text.trim() ? JSON.parse(text) : undefined;
  }

  async list<T extends ClusterObject>(
    kind: string,
    namespace?: string,
  ): Promise<T[]> {
    const text = await this.run(['get', kind, '--output=json'], { namespace });
    return JSON.parse(text).items;
  }

  /** Deletes a namespace with all that is in it, and waits for it; it need not be there. */
  async deleteNamespace(name: string): Promise<void> {
    await this.run(['delete', 'namespace', name, '--ignore-not-found'], {
      timeout: 300_000,
    });
  }
}
