import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGitServer } from '../git/createGitServer';
import { GitHost } from '../git/GitHost';
import { Workspace } from './Workspace';

/** Who may write in tests. */
export const credentials = { username: 'demo', password: 'for-tests-only' };

/** A Git host on a free port, with its folder, which is gone when it is stopped. */
export class TemporaryGitHost {
  readonly host: GitHost;
  readonly url: string;
  readonly #folder: string;
  readonly #server: Server;

  static async start(
    organisations: readonly string[] = ['checkout'],
  ): Promise<TemporaryGitHost> {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-git-test-'));
    const host = await GitHost.create({ folder, organisations });
    const server = createServer(createGitServer({ host, credentials }));
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    return new TemporaryGitHost(host, folder, server);
  }

  private constructor(host: GitHost, folder: string, server: Server) {
    this.host = host;
    this.#folder = folder;
    this.#server = server;
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    this.url = `http://127.0.0.1:${port}`;
  }

  /** A request as the demo's user, or as nobody. */
  call(
    path: string,
    options: { method?: string; body?: unknown; anonymous?: boolean } = {},
  ): Promise<Response> {
    const { method, body, anonymous } = options;
    const { username, password } = credentials;
    const basic = Buffer.from(`${username}:${password}`).toString('base64');
    return fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(!anonymous && { authorization: `basic ${basic}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /** A working copy with files in it, to be pushed to a repository. */
  workspace(
    fullName: string,
    files: Record<string, string>,
  ): Promise<Workspace> {
    const { username, password } = credentials;
    const address = new URL(`${this.url}/${fullName}.git`);
    return Workspace.create(join(this.#folder, '.workspaces'), {
      files,
      remote: Object.assign(address, { username, password }).href,
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
    await rm(this.#folder, { recursive: true, force: true });
  }
}
