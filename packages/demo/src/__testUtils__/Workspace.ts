import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runGitForText } from '../git/runGit';

const author = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@holdfast.example',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@holdfast.example',
};

/** A working copy on the branch `main`, driven by the real git. */
export class Workspace {
  readonly folder: string;

  static async create(
    parent: string,
    options: { files: Record<string, string>; remote: string },
  ): Promise<Workspace> {
    await mkdir(parent, { recursive: true });
    const workspace = new Workspace(await mkdtemp(join(parent, 'copy-')));
    await workspace.git('init', '--quiet', '--initial-branch=main');
    await workspace.git('remote', 'add', 'origin', options.remote);
    await workspace.commit('Begin', options.files);
    return workspace;
  }

  private constructor(folder: string) {
    this.folder = folder;
  }

  git(...args: string[]): Promise<string> {
    return runGitForText(args, { cwd: this.folder, env: author });
  }

  /** Writes files (`undefined` removes one), and commits. */
  async commit(
    message: string,
    files: Record<string, string | undefined>,
  ): Promise<string> {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.folder, path);
      await mkdir(dirname(file), { recursive: true });
      if (content === undefined) await rm(file);
      else await writeFile(file, content);
    }
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '--allow-empty', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  push(...refs: string[]): Promise<string> {
    return this.git('push', '--quiet', 'origin', ...refs);
  }
}
