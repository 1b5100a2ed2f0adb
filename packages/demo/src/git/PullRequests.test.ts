import {
  credentials,
  TemporaryGitHost,
} from '../__testUtils__/temporaryGitHost';
import { Workspace } from '../__testUtils__/Workspace';
import { GitHost } from './GitHost';

// Each test starts dozens of programs.
jest.setTimeout(60_000);

const api = '/api/v1/repos/checkout/orders/pulls';

describe('pull requests', () => {
  let git: TemporaryGitHost;
  let workspace: Workspace;

  beforeEach(async () => {
    git = await TemporaryGitHost.start();
    await git.call('/api/v1/orgs/checkout/repos', {
      method: 'POST',
      body: { name: 'orders' },
    });
    workspace = await git.workspace('checkout/orders', {
      'size.yaml': 'size: 10Gi\n',
      'notes.txt': 'one\n',
    });
    await workspace.push('main');
    await workspace.git('checkout', '--quiet', '-b', 'bigger/volume');
    await workspace.commit('Make the volume bigger', {
      'size.yaml': 'size: <b>20Gi\n',
    });
    await workspace.push('bigger/volume');
  });

  afterEach(() => git.stop());

  const open = (body: object = {}) =>
    git.call(api, {
      method: 'POST',
      body: {
        title: 'A bigger <volume>',
        head: 'bigger/volume',
        base: 'main',
        ...body,
      },
    });

  const sizeOnMain = async () => {
    const response = await git.call(
      '/checkout/orders/raw/branch/main/size.yaml',
    );
    return response.text();
  };

  it('are opened, read and merged by the API', async () => {
    const pushed: string[] = [];
    git.host.onPush(({ fullName }) => pushed.push(fullName));
    const response = await open({ body: 'It fills.' });

    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      number: 1,
      title: 'A bigger <volume>',
      body: 'It fills.',
      state: 'open',
      merged: false,
      head: { ref: 'bigger/volume' },
      base: { ref: 'main' },
      html_url: `${git.url}/checkout/orders/pulls/1`,
    });
    expect(await (await git.call(api)).json()).toHaveLength(1);
    expect(await (await git.call(`${api}/1`)).json()).toMatchObject({
      mergeable: true,
    });

    const merged = await git.call(`${api}/1/merge`, {
      method: 'POST',
      body: { Do: 'merge' },
    });
    expect(merged.status).toBe(200);
    expect(await sizeOnMain()).toBe('size: <b>20Gi\n');
    expect(pushed).toEqual(['checkout/orders']);
    expect(await (await git.call(`${api}/1`)).json()).toMatchObject({
      state: 'closed',
      merged: true,
      merge_commit_sha: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    expect(await (await git.call(api)).json()).toEqual([]);
    const all = await git.call(`${api}?state=all`);
    expect(await all.json()).toHaveLength(1);
  });

  // Gitea, "API Usage", "Pagination": page counts from 1, and the header tells how many there are.
  it('are listed in pages, newest first', async () => {
    await open();
    await workspace.git('checkout', '--quiet', '-b', 'another');
    await workspace.commit('Another', { 'notes.txt': 'two\n' });
    await workspace.push('another');
    await open({ head: 'another' });

    const page = async (query: string) => {
      const response = await git.call(`${api}?limit=1&${query}`);
      const pulls: { number: number }[] = await response.json();
      return {
        total: response.headers.get('x-total-count'),
        numbers: pulls.map(({ number }) => number),
      };
    };
    expect(await page('page=1')).toEqual({ total: '2', numbers: [2] });
    expect(await page('page=2')).toEqual({ total: '2', numbers: [1] });
    expect(await page('page=3')).toEqual({ total: '2', numbers: [] });
    expect((await git.call(`${api}?page=0`)).status).toBe(400);
  });

  it('are looked at, and merged by the button', async () => {
    await open();
    const page = await git.call('/checkout/orders/pulls/1', {
      anonymous: true,
    });
    const text = await page.text();
    expect(text).toContain('A bigger &lt;volume&gt;');
    expect(text).toContain('class="removed">-size: 10Gi<');
    expect(text).toContain('class="added">+size: &lt;b&gt;20Gi<');

    const token = text.match(/name="token" value="([^"]+)"/)?.[1] ?? '';
    const press = (body: string) =>
      fetch(`${git.url}/checkout/orders/pulls/1/merge`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
      });
    expect((await press('token=guess')).status).toBe(403);
    expect((await press('')).status).toBe(403);
    expect(await sizeOnMain()).toBe('size: 10Gi\n');

    const pressed = await press(`token=${encodeURIComponent(token)}`);
    expect(pressed.status).toBe(303);
    expect(pressed.headers.get('location')).toBe('/checkout/orders/pulls/1');
    expect(await sizeOnMain()).toBe('size: <b>20Gi\n');
    const after = await git.call('/checkout/orders/pulls/1');
    expect(await after.text()).not.toContain('<button');
  });

  it('say where they conflict, and merge nothing', async () => {
    await open();
    await workspace.git('checkout', '--quiet', 'main');
    await workspace.commit('Another size', { 'size.yaml': 'size: 15Gi\n' });
    await workspace.push('main');

    expect(await (await git.call(`${api}/1`)).json()).toMatchObject({
      mergeable: false,
    });
    const page = await git.call('/checkout/orders/pulls/1');
    expect(await page.text()).toMatch(/conflicts with .*main.* in size\.yaml/);
    const merged = await git.call(`${api}/1/merge`, { method: 'POST' });
    expect(merged.status).toBe(409);
    expect(await merged.json()).toEqual({
      message: 'Pull request 1 conflicts with "main" in size.yaml',
    });
    expect(await sizeOnMain()).toBe('size: 15Gi\n');
  });

  it('are still there when the host is started again', async () => {
    await open();
    const again = await GitHost.create({ folder: git.host.folder });
    const repository = again.repository('checkout', 'orders');

    expect(await again.pullRequests(repository).list()).toMatchObject([
      { number: 1, state: 'open' },
    ]);
  });

  it('can be closed, and then not be merged', async () => {
    await open();
    const closed = await git.call(`${api}/1`, {
      method: 'PATCH',
      body: { state: 'closed' },
    });
    expect(closed.status).toBe(201);

    const merged = await git.call(`${api}/1/merge`, { method: 'POST' });
    expect(merged.status).toBe(409);
    expect((await merged.json()).message).toBe('Pull request 1 is closed');
  });

  it.each([
    [{ title: ' ' }, 400, 'title is " "; it has to be a text'],
    [
      { head: '../x' },
      400,
      'head is "../x"; it has to be the name of a branch',
    ],
    [{ head: 'main' }, 400, 'head and base are both "main"'],
    [{ head: 'nothing' }, 404, 'checkout/orders has no branch "nothing"'],
    [{ base: 'nothing' }, 404, 'checkout/orders has no branch "nothing"'],
    [
      { head: 'main', base: 'bigger/volume' },
      409,
      '"main" has nothing that "bigger/volume" does not have',
    ],
  ])('are refused: %j', async (body, status, message) => {
    const response = await open(body);

    expect(response.status).toBe(status);
    expect((await response.json()).message).toContain(message);
  });

  it('are one for two branches', async () => {
    await open();
    const second = await open();

    expect(second.status).toBe(409);
    expect((await second.json()).message).toBe(
      'Pull request 1 from "bigger/volume" to "main" is open already',
    );
  });

  it('need the password to be opened and merged', async () => {
    await open();
    const merge = await git.call(`${api}/1/merge`, {
      method: 'POST',
      anonymous: true,
    });

    expect(merge.status).toBe(401);
    expect(await merge.text()).not.toContain(credentials.password);
    expect(await sizeOnMain()).toBe('size: 10Gi\n');
  });
});
