import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitRepository } from '../git/GitRepository';
import { runGit } from '../git/runGit';

/** Does something with the files of a commit, in a folder that is gone afterwards. */
export async function withCheckout<T>(
  repository: GitRepository,
  commit: string,
  action: (folder: string) => Promise<T>,
): Promise<T> {
  const root = await realpath(
    await mkdtemp(join(tmpdir(), 'holdfast-gitops-')),
  );
  const tree = join(root, 'tree');
  const git = (...args: string[]) =>
    runGit([`--git-dir=${repository.folder}`, `--work-tree=${tree}`, ...args], {
      env: { GIT_INDEX_FILE: join(root, 'index') },
    });
  try {
    await mkdir(tree);
    await git('read-tree', commit);
    await git('checkout-index', '--all', `--prefix=${tree}/`);
    return await action(tree);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
