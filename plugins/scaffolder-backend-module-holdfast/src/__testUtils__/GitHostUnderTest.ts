import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { cloneRepo, initRepoAndPush } from '@backstage/plugin-scaffolder-node';
import { RunningDemo, startDemo } from '@holdfast/demo';

/** Never anything but this, so that tests can look for it where it must not be. */
export const password = 'for-tests-only';

const auth = { username: 'demo', password };

/**
 * The demo's Git host on a port of its own: the real protocol with git on its side, and Gitea's API.
 */
export class GitHostUnderTest {
  readonly #demo: RunningDemo;

  static async start(): Promise<GitHostUnderTest> {
    return new GitHostUnderTest(
      await startDemo({ token: password, databases: [], git: { password } }),
    );
  }

  private constructor(demo: RunningDemo) {
    this.#demo = demo;
  }

  get url(): string {
    return this.#demo.gitUrl;
  }

  get host(): string {
    return new URL(this.url).host;
  }

  /** What a backend has to be configured with. */
  get settings() {
    return {
      integrations: {
        gitea: [{ host: this.host, baseUrl: this.url, ...auth }],
      },
    };
  }

  /** What actions are made with. */
  get options() {
    const config = mockServices.rootConfig({ data: this.settings });
    return { config, integrations: ScmIntegrations.fromConfig(config) };
  }

  repoUrl(repo: string): string {
    return `${this.host}?owner=checkout&repo=${repo}`;
  }

  /** The API, as the integration's user. */
  async call(
    path: string,
    options: { method?: string; body?: object } = {},
  ): Promise<Response> {
    const basic = Buffer.from(`demo:${password}`).toString('base64');
    return await fetch(`${this.url}/api/v1${path}`, {
      method: options.method,
      headers: {
        authorization: `basic ${basic}`,
        'content-type': 'application/json',
      },
      body: options.body && JSON.stringify(options.body),
    });
  }

  /** Makes a repository of a folder, on `main`. */
  async publish(repo: string, folder: string): Promise<void> {
    const response = await this.call('/orgs/checkout/repos', {
      method: 'POST',
      body: { name: repo, private: false },
    });
    if (response.status !== 201) throw new Error(await response.text());
    await initRepoAndPush({
      dir: folder,
      remoteUrl: `${this.url}/checkout/${repo}.git`,
      auth,
      logger: mockServices.logger.mock(),
      defaultBranch: 'main',
    });
  }

  async pulls(
    repo: string,
  ): Promise<{ number: number; title: string; body: string }[]> {
    const response = await this.call(
      `/repos/checkout/${repo}/pulls?state=all&limit=50`,
    );
    return await response.json();
  }

  async merge(repo: string, number: number): Promise<void> {
    const response = await this.call(
      `/repos/checkout/${repo}/pulls/${number}/merge`,
      { method: 'POST', body: { Do: 'merge' } },
    );
    if (!response.ok) throw new Error(await response.text());
  }

  /** A file of a branch; undefined: it is not there. */
  async read(
    repo: string,
    branch: string,
    path: string,
  ): Promise<{ text: string; executable: boolean } | undefined> {
    const dir = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
    try {
      const url = `${this.url}/checkout/${repo}.git`;
      await cloneRepo({ url, dir, auth, ref: branch, depth: 1 });
      const file = join(dir, path);
      const found = await stat(file).catch(() => undefined);
      return (
        found && {
          text: await readFile(file, 'utf8'),
          executable: Math.floor(found.mode / 0o100) % 2 === 1,
        }
      );
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }

  async stop(): Promise<void> {
    await this.#demo.stop();
  }
}
