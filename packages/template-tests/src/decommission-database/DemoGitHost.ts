import { RunningDemo } from '@holdfast/demo';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RenderedRepository, writeRepository } from '../TemplateUnderTest';
import { run } from '../tools';

/** A pull request as the host shows it. */
export interface ShownPullRequest {
  title: string;
  body: string;
  head: { ref: string };
}

/**
 * The demo's Git host with the repositories of one team, as people use it: with git, and by its API.
 */
export class DemoGitHost {
  readonly #demo: RunningDemo;
  readonly #password: string;

  static create(demo: RunningDemo, password: string): DemoGitHost {
    return new DemoGitHost(demo, password);
  }

  private constructor(demo: RunningDemo, password: string) {
    this.#demo = demo;
    this.#password = password;
  }

  /** Makes a repository, with everything in one commit on `main`. */
  async publish(name: string, repository: RenderedRepository): Promise<void> {
    await this.#call('/orgs/checkout/repos', { name, private: false });
    const folder = await writeRepository(repository);
    try {
      await git(folder, 'init', '--quiet', '--initial-branch=main');
      await commitAll(folder);
      await git(folder, 'push', '--quiet', this.#remote(name), 'main');
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  /** The files of a branch by path. */
  async files(name: string, branch: string): Promise<Map<string, string>> {
    return await this.#clone(name, branch, async folder => {
      const { stdout } = await run('git', ['ls-files'], { cwd: folder });
      const paths = stdout.split('\n').filter(Boolean);
      return new Map(
        await Promise.all(
          paths.map(
            async (path): Promise<[string, string]> => [
              path,
              await readFile(join(folder, path), 'utf8'),
            ],
          ),
        ),
      );
    });
  }

  async pullRequest(name: string, number: number): Promise<ShownPullRequest> {
    const response = await fetch(
      `${this.#demo.gitUrl}/api/v1/repos/checkout/${name}/pulls/${number}`,
      { headers: { connection: 'close' } },
    );
    return await response.json();
  }

  /** Merges a pull request as the button does, and lets GitOps apply that. */
  async merge(name: string, number: number): Promise<void> {
    await this.#call(`/repos/checkout/${name}/pulls/${number}/merge`, {
      Do: 'merge',
    });
    await this.#demo.gitOps.idle();
  }

  /** Changes files on `main`, and lets GitOps apply that. */
  async change(
    name: string,
    changeOf: (folder: string) => Promise<void>,
  ): Promise<void> {
    await this.#clone(name, 'main', async folder => {
      await changeOf(folder);
      await commitAll(folder);
      await git(folder, 'push', '--quiet', this.#remote(name), 'HEAD:main');
    });
    await this.#demo.gitOps.idle();
  }

  #remote(name: string): string {
    const url = new URL(`${this.#demo.gitUrl}/checkout/${name}.git`);
    url.username = 'demo';
    url.password = this.#password;
    return url.href;
  }

  async #clone<T>(
    name: string,
    branch: string,
    use: (folder: string) => Promise<T>,
  ): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-decommission-'));
    try {
      await git(
        folder,
        'clone',
        '--quiet',
        '--branch',
        branch,
        this.#remote(name),
        '.',
      );
      return await use(folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  async #call(path: string, body: object): Promise<void> {
    const basic = Buffer.from(`demo:${this.#password}`).toString('base64');
    const response = await fetch(`${this.#demo.gitUrl}/api/v1${path}`, {
      method: 'POST',
      headers: {
        authorization: `basic ${basic}`,
        'content-type': 'application/json',
        // One that stood idle may be closed on the other side just then.
        connection: 'close',
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
  }
}

async function commitAll(folder: string): Promise<void> {
  await git(folder, 'add', '--all');
  await git(
    folder,
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@holdfast.example',
    'commit',
    '--quiet',
    '--message',
    'Change',
  );
}

async function git(folder: string, ...args: string[]): Promise<void> {
  const { code, stderr } = await run('git', args, { cwd: folder });
  if (code !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
}
