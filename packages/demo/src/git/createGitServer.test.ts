import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { TemporaryGitHost } from '../__testUtils__/temporaryGitHost';
import { runGitForText } from './runGit';

// Each test starts several programs.
jest.setTimeout(60_000);

const files = {
  'README.md': '# Orders\n',
  'catalog-info.yaml': 'kind: Resource\n',
  'deploy/<b>odd & name.yaml': 'a: "<script>alert(1)</script>"\n',
};

/** A request whose path no client library has tidied up. */
function rawStatus(
  url: string,
  options: { path: string; host?: string },
): Promise<{ status?: number; text: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const { path, host } = options;
    const headers = host ? { host } : undefined;
    request({ hostname, port, path, headers }, response => {
      let text = '';
      response.on('data', chunk => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, text }));
    })
      .on('error', reject)
      .end();
  });
}

describe('the Git host', () => {
  let git: TemporaryGitHost;
  let commit: string;

  async function create(name: string) {
    const response = await git.call('/api/v1/orgs/checkout/repos', {
      method: 'POST',
      body: { name, description: 'The orders of <everybody>', private: false },
    });
    expect(response.status).toBe(201);
  }

  beforeAll(async () => {
    git = await TemporaryGitHost.start();
    await create('orders');
    const workspace = await git.workspace('checkout/orders', files);
    commit = await workspace.git('rev-parse', 'HEAD');
    await workspace.push('main');
  });

  afterAll(() => git.stop());

  describe('for git', () => {
    it('takes a push and gives it back', async () => {
      const copy = await git.workspace('checkout/orders', {});
      await copy.git('fetch', '--quiet', 'origin');
      await copy.git('reset', '--quiet', '--hard', 'origin/main');

      expect(await copy.git('rev-parse', 'HEAD')).toBe(commit);
      expect(await copy.git('show', 'HEAD:README.md')).toBe('# Orders');
    });

    it('lets everybody read', async () => {
      expect(
        await runGitForText(['ls-remote', `${git.url}/checkout/orders`]),
      ).toContain(`${commit}\trefs/heads/main`);
    });

    it.each([
      ['without a password', ''],
      ['with a wrong one', 'demo:guess@'],
    ])('refuses a push %s', async (_how, user) => {
      const workspace = await git.workspace('checkout/orders', files);
      const address = git.url.replace('//', `//${user}`);
      await workspace.git(
        'remote',
        'set-url',
        'origin',
        `${address}/checkout/orders.git`,
      );

      await expect(workspace.push('main:refs/heads/evil')).rejects.toThrow(
        /could not read Username|Authentication failed/,
      );
      expect(
        await git.host.repository('checkout', 'orders').branches(),
      ).toHaveLength(1);
    });

    it('asks who wants to push, as git expects it', async () => {
      const response = await git.call(
        '/checkout/orders.git/info/refs?service=git-receive-pack',
        { anonymous: true },
      );

      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
    });

    it('makes the first branch that is pushed the default', async () => {
      await create('legacy');
      const workspace = await git.workspace('checkout/legacy', files);
      await workspace.push('main:refs/heads/trunk');
      const response = await git.call('/api/v1/repos/checkout/legacy');

      expect(await response.json()).toMatchObject({
        default_branch: 'trunk',
        empty: false,
      });
    });

    it('refuses objects that no git would write', async () => {
      await create('fsck');
      const workspace = await git.workspace('checkout/fsck', files);
      const blob = await workspace.git('rev-parse', 'HEAD:README.md');
      const entry = Buffer.concat([
        Buffer.from('100644 ..\0'),
        Buffer.from(blob, 'hex'),
      ]);
      await writeFile(`${workspace.folder}/tree.bin`, entry);
      const tree = await workspace.git(
        'hash-object',
        '-t',
        'tree',
        '-w',
        '--literally',
        'tree.bin',
      );
      const evil = await workspace.git('commit-tree', tree, '-m', 'evil');

      await expect(workspace.push(`${evil}:refs/heads/main`)).rejects.toThrow(
        /hasDotdot|unpacker error|failed to push/,
      );
    });
  });

  describe("for Backstage's Gitea integration", () => {
    it('knows its organisations, and says which there are', async () => {
      expect((await git.call('/api/v1/orgs/checkout')).status).toBe(200);
      const unknown = await git.call('/api/v1/orgs/nobody');

      expect(unknown.status).toBe(404);
      expect(await unknown.json()).toEqual({
        message: 'There is no organisation "nobody"; there are checkout',
      });
    });

    it('shows the branch to publish:gitea, which comes without a password', async () => {
      const response = await git.call('/checkout/orders/src/branch/main', {
        anonymous: true,
      });

      expect(response.status).toBe(200);
    });

    it('serves the contents of a file', async () => {
      const response = await git.call(
        '/api/v1/repos/checkout/orders/contents/catalog-info.yaml?ref=main',
      );
      const { encoding, content } = await response.json();

      expect(encoding).toBe('base64');
      expect(Buffer.from(content, 'base64').toString()).toBe(
        files['catalog-info.yaml'],
      );
    });

    it('serves the contents of a folder', async () => {
      const response = await git.call(
        '/api/v1/repos/checkout/orders/contents/?ref=main',
      );

      expect(await response.json()).toMatchObject([
        { name: 'deploy', type: 'dir' },
        { name: 'README.md', type: 'file', size: 9 },
        { name: 'catalog-info.yaml', type: 'file' },
      ]);
    });

    it('tells the latest commit', async () => {
      const response = await git.call(
        '/api/v1/repos/checkout/orders/git/commits/main',
      );

      expect(await response.json()).toMatchObject({
        sha: commit,
        commit: { message: 'Begin\n', author: { name: 'Ada' } },
      });
    });

    it('packs the tree, under one folder', async () => {
      const response = await git.call(
        '/api/v1/repos/checkout/orders/archive/main.tar.gz',
      );
      const tar = gunzipSync(Buffer.from(await response.arrayBuffer()));

      expect(tar.includes('orders/catalog-info.yaml\0')).toBe(true);
      expect(tar.includes('kind: Resource\n')).toBe(true);
    });
  });

  describe('refuses in words', () => {
    it.each([
      [{ name: '../evil' }, 'name is "../evil"; it has to begin with'],
      [{ name: 'a..b' }, 'name is "a..b"; it has to begin with'],
      [{ name: '-rf' }, 'name is "-rf"; it has to begin with'],
      [{ name: 'a b' }, 'name is "a b"; it has to begin with'],
      [
        { name: 'orders.git' },
        'name is "orders.git"; it must not end in ".git"',
      ],
      [{ name: 'x'.repeat(101) }, 'it must not be longer than 100 characters'],
      [{}, 'name is undefined; it has to begin with'],
      [
        { name: 'vault', private: true },
        'private is true; repositories of the demo are public, so it has to be false',
      ],
      [
        { name: 'vault', default_branch: '-d' },
        'default_branch is "-d"; it has to be the name of a branch',
      ],
    ])('to create %j', async (body, message) => {
      const response = await git.call('/api/v1/orgs/checkout/repos', {
        method: 'POST',
        body,
      });

      expect(response.status).toBe(400);
      expect((await response.json()).message).toContain(message);
    });

    it('a name that is taken, in any case', async () => {
      const response = await git.call('/api/v1/orgs/checkout/repos', {
        method: 'POST',
        body: { name: 'Orders' },
      });

      expect(response.status).toBe(409);
      expect(await response.json()).toEqual({
        message: 'There is a repository "checkout/Orders" already',
      });
    });

    it('to write without a password', async () => {
      const response = await git.call('/api/v1/orgs/checkout/repos', {
        method: 'POST',
        body: { name: 'vault' },
        anonymous: true,
      });

      expect(response.status).toBe(401);
      expect((await response.json()).message).toBe(
        'Writing needs the name and the password of the demo',
      );
    });

    it.each([
      ['/checkout/orders/src/branch/main/../../../../../etc/passwd', 400],
      ['/checkout/orders/raw/branch/main/%2e%2e/%2e%2e/config', 400],
      ['/checkout/orders/raw/branch/main/deploy/..%2f..%2fHEAD', 400],
      ['/api/v1/repos/checkout/orders/contents/..%2fconfig?ref=main', 400],
      ['/api/v1/repos/checkout/orders/contents/README.md?ref=--output=x', 400],
      ['/api/v1/repos/checkout/orders/archive/--output=x.tar.gz', 400],
      ['/api/v1/repos/..%2f..%2fetc/orders/contents/passwd', 400],
      ['/%2e%2e/orders', 400],
      ['/checkout/orders.git/HEAD', 404],
      ['/checkout/orders/raw/branch/main/%E0%A4%A', 400],
      ['/checkout/nothing', 404],
      ['/checkout/orders/raw/branch/main/nothing.yaml', 404],
      ['/checkout/orders.git/objects/info/packs', 404],
    ])('GET %s', async (path, expected) => {
      const { status, text } = await rawStatus(git.url, { path });

      expect(status).toBe(expected);
      expect(text).not.toContain('root:');
      expect(text).not.toContain('fsckObjects');
    });

    it('a request to another name, however it was led here', async () => {
      const { status, text } = await rawStatus(git.url, {
        path: '/',
        host: 'evil.example',
      });

      expect(status).toBe(403);
      expect(text).toContain('not to "evil.example"');
    });
  });

  describe('for the eye', () => {
    it('leads from the address for git to the page', async () => {
      const response = await git.call('/checkout/orders.git');
      expect(response.status).toBe(302);
      expect(response.headers.get('location')).toBe('/checkout/orders');
    });

    const read = async (path: string) => {
      const response = await git.call(path, { anonymous: true });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-security-policy')).toContain(
        "default-src 'none'",
      );
      return response.text();
    };

    it('lists repositories, with what they say of themselves escaped', async () => {
      const text = await read('/');

      expect(text).toContain('href="/checkout/orders"');
      expect(text).toContain('The orders of &lt;everybody&gt;');
    });

    it('shows folders and files, escaped', async () => {
      expect(await read('/checkout/orders')).toContain('README.md');
      const folder = await read('/checkout/orders/src/branch/main/deploy');
      expect(folder).toContain('&lt;b&gt;odd &amp; name.yaml');
      expect(folder).not.toContain('<b>odd');
      const file = await read(
        '/checkout/orders/src/branch/main/deploy/%3Cb%3Eodd%20%26%20name.yaml',
      );
      expect(file).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(file).not.toContain('<script>');
    });

    it('shows commits and what they changed', async () => {
      expect(await read('/checkout/orders/commits')).toContain('Begin');
      expect(await read(`/checkout/orders/commit/${commit}`)).toContain(
        'class="added">+# Orders<',
      );
    });

    it('serves raw files as text that nothing runs', async () => {
      const response = await git.call(
        '/checkout/orders/raw/branch/main/README.md',
      );

      expect(response.headers.get('content-type')).toContain('text/plain');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await response.text()).toBe(files['README.md']);
    });

    it('says what to do with an empty repository', async () => {
      await create('empty');

      expect(await read('/checkout/empty')).toContain(
        'Nothing was pushed to this repository yet.',
      );
    });
  });
});
