import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { GitRepository } from './GitRepository';
import { tryMerge } from './mergeBranches';
import { checkRef } from './names';

/** A wish to bring one branch into another. */
export interface PullRequest {
  number: number;
  title: string;
  body: string;
  /** The branch with the changes. */
  head: string;
  /** The branch that shall have them. */
  base: string;
  state: 'open' | 'closed' | 'merged';
  createdAt: string;
  updatedAt: string;
  mergedAt?: string;
  mergeCommit?: string;
  /** Where both branches stood when it was merged or closed; of an open one they are looked up. */
  headCommit?: string;
  baseCommit?: string;
}

/** Where the branches of a pull request stand, or stood when it ended. */
export interface PullRequestCommits {
  head: string;
  base: string;
}

const FILE = 'pull-requests.json';
const LONGEST_TITLE = 255;

/** The pull requests of one repository, in a file beside its objects. One change at a time. */
export class PullRequests {
  readonly #repository: GitRepository;
  readonly #now: () => Date;
  readonly #onMerge: () => Promise<void>;
  #turn: Promise<unknown> = Promise.resolve();

  static create(options: {
    repository: GitRepository;
    now: () => Date;
    onMerge: () => Promise<void>;
  }): PullRequests {
    return new PullRequests(options);
  }

  private constructor(options: {
    repository: GitRepository;
    now: () => Date;
    onMerge: () => Promise<void>;
  }) {
    this.#repository = options.repository;
    this.#now = options.now;
    this.#onMerge = options.onMerge;
  }

  /** Newest first. */
  async list(): Promise<PullRequest[]> {
    return (await this.#read()).reverse();
  }

  /** @throws NotFoundError */
  async get(number: number): Promise<PullRequest> {
    const all = await this.#read();
    const found = all.find(pull => pull.number === number);
    if (!found) {
      throw new NotFoundError(
        `${this.#repository.fullName} has no pull request ${number}`,
      );
    }
    return found;
  }

  /** @throws NotFoundError where a branch of an open one is gone */
  async commitsOf(pull: PullRequest): Promise<PullRequestCommits> {
    const { headCommit, baseCommit } = pull;
    return {
      head: headCommit ?? (await this.#headOf(pull.head)),
      base: baseCommit ?? (await this.#headOf(pull.base)),
    };
  }

  /** The files that stand in the way of a merge; none where it can be merged. */
  async conflictsOf(pull: PullRequest): Promise<string[]> {
    const { head, base } = await this.commitsOf(pull);
    const attempt = await tryMerge(this.#repository, {
      head,
      base,
      message: pull.title,
    });
    return 'conflicts' in attempt ? attempt.conflicts : [];
  }

  /**
   * Opens a pull request.
   *
   * @throws InputError naming the field that is wrong, NotFoundError for a branch that is not there, ConflictError where there is one open for
   *   these branches, or nothing to merge
   */
  open(wish: {
    title: unknown;
    body?: unknown;
    head: unknown;
    base: unknown;
  }): Promise<PullRequest> {
    return this.#inTurn(async () => {
      const head = checkRef('head', wish.head);
      const base = checkRef('base', wish.base);
      const title = checkTitle(wish.title);
      if (head === base) {
        throw new InputError(
          `head and base are both "${head}"; they have to be two branches`,
        );
      }
      const [from, to] = [await this.#headOf(head), await this.#headOf(base)];
      const ahead = await this.#repository.text(
        'rev-list',
        '--count',
        `${to}..${from}`,
      );
      if (ahead === '0') {
        throw new ConflictError(
          `"${head}" has nothing that "${base}" does not have`,
        );
      }
      const all = await this.#read();
      const same = all.find(
        pull =>
          pull.state === 'open' && pull.head === head && pull.base === base,
      );
      if (same) {
        throw new ConflictError(
          `Pull request ${same.number} from "${head}" to "${base}" is open already`,
        );
      }
      const at = this.#now().toISOString();
      const pull: PullRequest = {
        number: all.length + 1,
        title,
        body: typeof wish.body === 'string' ? wish.body : '',
        head,
        base,
        state: 'open',
        createdAt: at,
        updatedAt: at,
      };
      await this.#write([...all, pull]);
      return pull;
    });
  }

  /** @throws NotFoundError, ConflictError where it is not open */
  close(number: number): Promise<PullRequest> {
    return this.#inTurn(async () => {
      const pull = await this.#open(number);
      const commits = await this.commitsOf(pull).catch(() => undefined);
      const at = this.#now().toISOString();
      return this.#replace({
        ...pull,
        state: 'closed',
        updatedAt: at,
        headCommit: commits?.head,
        baseCommit: commits?.base,
      });
    });
  }

  /**
   * Merges a pull request by a merge commit.
   *
   * @throws NotFoundError, ConflictError where it is not open, naming the files in which both sides changed the same, or where the branch moved
   *   meanwhile
   */
  async merge(number: number): Promise<PullRequest> {
    const merged = await this.#inTurn(async () => {
      const pull = await this.#open(number);
      const { head, base } = await this.commitsOf(pull);
      const attempt = await tryMerge(this.#repository, {
        head,
        base,
        message: `Merge pull request #${number}: ${pull.title}`,
      });
      if ('conflicts' in attempt) {
        throw new ConflictError(
          `Pull request ${number} conflicts with "${
            pull.base
          }" in ${attempt.conflicts.join(', ')}`,
        );
      }
      const ref = `refs/heads/${pull.base}`;
      try {
        await this.#repository.text('update-ref', ref, attempt.commit, base);
      } catch (error) {
        throw new ConflictError(
          `"${pull.base}" has moved while pull request ${number} was merged; try again`,
          error,
        );
      }
      const at = this.#now().toISOString();
      return this.#replace({
        ...pull,
        state: 'merged',
        updatedAt: at,
        mergedAt: at,
        mergeCommit: attempt.commit,
        headCommit: head,
        baseCommit: base,
      });
    });
    await this.#onMerge();
    return merged;
  }

  async #headOf(branch: string): Promise<string> {
    const commit = await this.#repository.branchHead(branch);
    if (!commit) {
      throw new NotFoundError(
        `${this.#repository.fullName} has no branch "${branch}"`,
      );
    }
    return commit;
  }

  async #open(number: number): Promise<PullRequest> {
    const pull = await this.get(number);
    if (pull.state !== 'open') {
      throw new ConflictError(`Pull request ${number} is ${pull.state}`);
    }
    return pull;
  }

  async #replace(pull: PullRequest): Promise<PullRequest> {
    const all = await this.#read();
    await this.#write(
      all.map(known => (known.number === pull.number ? pull : known)),
    );
    return pull;
  }

  async #read(): Promise<PullRequest[]> {
    const file = join(this.#repository.folder, FILE);
    const text = await readFile(file, 'utf8').catch(error => {
      if (error.code === 'ENOENT') return '[]';
      throw error;
    });
    return JSON.parse(text);
  }

  async #write(all: PullRequest[]): Promise<void> {
    const file = join(this.#repository.folder, FILE);
    await writeFile(`${file}.new`, JSON.stringify(all, undefined, 2));
    await rename(`${file}.new`, file);
  }

  #inTurn<T>(action: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(action, action);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

function checkTitle(value: unknown): string {
  const title = typeof value === 'string' ? value.trim() : '';
  if (!title || title.length > LONGEST_TITLE) {
    throw new InputError(
      `title is ${JSON.stringify(
        value,
      )}; it has to be a text of 1 to ${LONGEST_TITLE} characters`,
    );
  }
  return title;
}
