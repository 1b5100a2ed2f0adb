import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { NotFoundError } from '@backstage/errors';
import { checkRef } from './names';
import { gitEnvironment, runGit, runGitForText } from './runGit';

/** A branch and the commit that it stands at. */
export interface GitBranch {
  name: string;
  commit: string;
}

/** One commit, as `git log` tells it. */
export interface GitCommit {
  sha: string;
  parents: string[];
  author: string;
  email: string;
  /** ISO 8601, in the author's time zone. */
  date: string;
  subject: string;
  body: string;
}

/** One line of a folder. */
export interface GitEntry {
  name: string;
  path: string;
  type: 'file' | 'dir' | 'symlink' | 'submodule';
  sha: string;
  /** In bytes; of a folder `undefined`. */
  size?: number;
}

const FIELDS = ['%H', '%P', '%an', '%ae', '%aI', '%s', '%b'];

/** A bare repository. Names of branches, commits and paths that it is asked for have been checked. */
export class GitRepository {
  readonly owner: string;
  readonly name: string;
  readonly folder: string;
  readonly description: string;

  constructor(options: {
    owner: string;
    name: string;
    folder: string;
    description: string;
  }) {
    this.owner = options.owner;
    this.name = options.name;
    this.folder = options.folder;
    this.description = options.description;
  }

  /** `owner/name` */
  get fullName(): string {
    return `${this.owner}/${this.name}`;
  }

  /** The branch that `HEAD` names, whether it exists or not. */
  defaultBranch(): Promise<string> {
    return this.text('symbolic-ref', '--short', 'HEAD');
  }

  async setDefaultBranch(branch: string): Promise<void> {
    await this.text('symbolic-ref', 'HEAD', `refs/heads/${branch}`);
  }

  /** In alphabetical order. */
  async branches(): Promise<GitBranch[]> {
    const lines = await this.text(
      'for-each-ref',
      '--format=%(objectname) %(refname:strip=2)',
      'refs/heads',
    );
    return lines
      .split('\n')
      .filter(Boolean)
      .map(line => {
        const [commit] = line.split(' ', 1);
        return { commit, name: line.slice(commit.length + 1) };
      });
  }

  /** The commit of a branch; `undefined` where there is no such branch. */
  async branchHead(branch: string): Promise<string | undefined> {
    const branches = await this.branches();
    return branches.find(({ name }) => name === branch)?.commit;
  }

  /**
   * The commit that a branch, a tag or a (shortened) hash stands for.
   *
   * @throws NotFoundError naming the repository and the ref
   */
  async resolve(ref: string): Promise<string> {
    checkRef('ref', ref);
    for (const candidate of [`refs/heads/${ref}`, `refs/tags/${ref}`, ref]) {
      try {
        return await this.text(
          'rev-parse',
          '--verify',
          '--quiet',
          `${candidate}^{commit}`,
        );
      } catch {
        // Perhaps it is the next.
      }
    }
    throw new NotFoundError(
      `${this.fullName} has no branch, tag or commit "${ref}"`,
    );
  }

  /**
   * What stands at a path: a file, or a folder where it is `''` or one.
   *
   * @throws NotFoundError naming the repository and the path
   */
  async entry(commit: string, path: string): Promise<GitEntry> {
    if (!path) {
      return { name: '', path: '', type: 'dir', sha: commit };
    }
    const [entry] = await this.#tree([commit, '--', path]);
    if (!entry) {
      throw new NotFoundError(
        `${this.fullName} has no "${path}" at ${commit.slice(0, 10)}`,
      );
    }
    return entry;
  }

  /** A folder's entries, folders first. */
  async entries(commit: string, path: string): Promise<GitEntry[]> {
    const entries = await this.#tree([
      commit,
      ...(path ? ['--', `${path}/`] : []),
    ]);
    const rank = ({ type }: GitEntry) => (type === 'dir' ? 0 : 1);
    return entries.sort((one, other) => rank(one) - rank(other));
  }

  /** The paths of all files. */
  async files(commit: string): Promise<string[]> {
    const output = await this.text(
      'ls-tree',
      '-r',
      '-z',
      '--name-only',
      commit,
    );
    return output.split('\0').filter(Boolean);
  }

  content(sha: string): Promise<Buffer> {
    return this.run('cat-file', 'blob', sha);
  }

  /** Newest first. */
  async commits(
    from: string,
    options: { limit: number; path?: string },
  ): Promise<GitCommit[]> {
    const output = await this.text(
      'log',
      `--max-count=${options.limit}`,
      `--format=${FIELDS.join('%x1f')}%x1e`,
      from,
      '--',
      ...(options.path ? [options.path] : []),
    );
    return output
      .split('\x1e')
      .map(record => record.trim())
      .filter(Boolean)
      .map(readCommit);
  }

  /** What a commit changed, against its first parent. */
  changesOf(commit: string): Promise<string> {
    return this.text(
      'show',
      '--format=',
      '--first-parent',
      '--diff-merges=first-parent',
      '--no-ext-diff',
      commit,
    );
  }

  /** What `head` brings that `base` does not have. */
  changesBetween(base: string, head: string): Promise<string> {
    return this.text('diff', '--no-ext-diff', `${base}...${head}`);
  }

  /** The whole tree as tar and gzip; all paths begin with the name of the repository. */
  archive(commit: string): Readable {
    const child = spawn(
      'git',
      ['archive', '--format=tar.gz', `--prefix=${this.name}/`, commit],
      {
        cwd: this.folder,
        env: gitEnvironment(),
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    child.once('error', error => child.stdout.destroy(error));
    child.once('close', code => {
      if (code !== 0) child.stdout.destroy(new Error('git archive failed'));
    });
    return child.stdout;
  }

  run(...args: string[]): Promise<Buffer> {
    return runGit(args, { cwd: this.folder });
  }

  text(...args: string[]): Promise<string> {
    return runGitForText(args, { cwd: this.folder });
  }

  async #tree(args: string[]): Promise<GitEntry[]> {
    const output = await this.text('ls-tree', '-l', '-z', ...args);
    return output.split('\0').filter(Boolean).map(readEntry);
  }
}

/** `100644 blob <sha>    123\tpath` */
function readEntry(line: string): GitEntry {
  const tab = line.indexOf('\t');
  const path = line.slice(tab + 1);
  const [mode, kind, sha, size] = line.slice(0, tab).split(/ +/);
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    type: typeOf(mode, kind),
    sha,
    ...(size !== '-' && { size: Number(size) }),
  };
}

function typeOf(mode: string, kind: string): GitEntry['type'] {
  if (kind === 'tree') return 'dir';
  if (kind === 'commit') return 'submodule';
  return mode === '120000' ? 'symlink' : 'file';
}

function readCommit(record: string): GitCommit {
  const [sha, parents, author, email, date, subject, body = ''] =
    record.split('\x1f');
  return {
    sha,
    parents: parents.split(' ').filter(Boolean),
    author,
    email,
    date,
    subject,
    body: body.trim(),
  };
}
