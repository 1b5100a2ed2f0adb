import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitError, runGitForText } from './runGit';
import { GitRepository } from './GitRepository';

/** Of a merge that was tried: the commit that it makes, or the files in which both sides changed the same. */
export type MergeAttempt = { commit: string } | { conflicts: string[] };

const author = {
  GIT_AUTHOR_NAME: 'Holdfast demo',
  GIT_AUTHOR_EMAIL: 'demo@holdfast.example',
  GIT_COMMITTER_NAME: 'Holdfast demo',
  GIT_COMMITTER_EMAIL: 'demo@holdfast.example',
};

/**
 * Merges two commits in a working tree of its own, and moves no branch: a merge that nothing refers to is none.
 *
 * @param options - commits, and what the merge commit shall say
 */
export async function tryMerge(
  repository: GitRepository,
  options: { base: string; head: string; message: string },
): Promise<MergeAttempt> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-merge-'));
  const tree = join(folder, 'tree');
  const inTree = (...args: string[]) =>
    runGitForText(args, { cwd: tree, env: author });
  try {
    await repository.text(
      'worktree',
      'add',
      '--quiet',
      '--detach',
      tree,
      options.base,
    );
    try {
      await inTree(
        'merge',
        '--quiet',
        '--no-ff',
        '-m',
        options.message,
        options.head,
      );
    } catch (error) {
      const conflicts = await inTree('diff', '--name-only', '--diff-filter=U');
      if (!(error instanceof GitError) || !conflicts) throw error;
      return { conflicts: conflicts.split('\n') };
    }
    return { commit: await inTree('rev-parse', 'HEAD') };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await repository.text('worktree', 'prune');
  }
}
