import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { GitRepository } from './GitRepository';
import { checkName } from './names';
import { PullRequests } from './PullRequests';
import { runGit } from './runGit';

/** Called after branches of a repository have moved. */
export type PushListener = (repository: GitRepository) => void;

/**
 * Bare repositories in the folders of their owners, and the pull requests on them. All of it lies in files, so that a host that is started again
 * on the same folder has them still.
 *
 * @public
 */
export class GitHost {
  readonly folder: string;
  readonly #repositories = new Map<string, GitRepository>();
  readonly #pullRequests = new Map<string, PullRequests>();
  readonly #organisations: Set<string>;
  readonly #listeners = new Set<PushListener>();
  readonly #now: () => Date;

  /**
   * @param options - `folder`: where the repositories are, or shall be · `organisations`: those that own repositories, beside the ones that are
   *   there
   */
  static async create(options: {
    folder: string;
    organisations?: readonly string[];
    now?: () => Date;
  }): Promise<GitHost> {
    const { folder, organisations = [], now = () => new Date() } = options;
    const host = new GitHost(folder, now);
    for (const name of organisations) {
      await mkdir(join(folder, checkName('owner', name)), { recursive: true });
    }
    await host.#read();
    return host;
  }

  private constructor(folder: string, now: () => Date) {
    this.folder = folder;
    this.#organisations = new Set();
    this.#now = now;
  }

  get organisations(): string[] {
    return [...this.#organisations].sort();
  }

  /** By owner and name. */
  get repositories(): GitRepository[] {
    return [...this.#repositories.values()].sort((one, other) =>
      one.fullName.localeCompare(other.fullName),
    );
  }

  /** @throws NotFoundError naming the organisations that there are */
  organisation(name: string): string {
    checkName('owner', name);
    const found = this.organisations.find(known => isSame(known, name));
    if (!found) {
      throw new NotFoundError(
        `There is no organisation "${name}"; there are ${this.organisations.join(
          ', ',
        )}`,
      );
    }
    return found;
  }

  /** @throws InputError for a name that cannot be, ConflictError for one that is taken */
  async createOrganisation(name: unknown): Promise<string> {
    const checked = checkName('owner', name);
    if (this.organisations.some(known => isSame(known, checked))) {
      throw new ConflictError(`There is an organisation "${checked}" already`);
    }
    await mkdir(join(this.folder, checked), { recursive: true });
    this.#organisations.add(checked);
    return checked;
  }

  /** @throws NotFoundError */
  repository(owner: string, name: string): GitRepository {
    const key = `${checkName('owner', owner)}/${checkName('name', name)}`;
    const repository = this.#repositories.get(key.toLowerCase());
    if (!repository) throw new NotFoundError(`There is no repository "${key}"`);
    return repository;
  }

  pullRequests(repository: GitRepository): PullRequests {
    const key = keyOf(repository);
    const known =
      this.#pullRequests.get(key) ??
      PullRequests.create({
        repository,
        now: this.#now,
        onMerge: () => this.notifyPush(repository),
      });
    this.#pullRequests.set(key, known);
    return known;
  }

  /**
   * Makes an empty repository.
   *
   * @throws InputError for a name that cannot be, NotFoundError for an unknown organisation, ConflictError for a name that is taken
   */
  async createRepository(
    owner: string,
    options: { name: unknown; description?: string; defaultBranch?: string },
  ): Promise<GitRepository> {
    const organisation = this.organisation(owner);
    const name = checkName('name', options.name);
    const { description = '', defaultBranch = 'main' } = options;
    const folder = join(this.folder, organisation, `${name}.git`);
    const repository = new GitRepository({
      owner: organisation,
      name,
      folder,
      description,
    });
    if (this.#repositories.has(keyOf(repository))) {
      throw new ConflictError(
        `There is a repository "${repository.fullName}" already`,
      );
    }
    // Known before it is made, so that of two requests at once one is refused.
    this.#repositories.set(keyOf(repository), repository);
    try {
      await runGit(['init', '--quiet', '--bare', '--template=', folder]);
      await repository.setDefaultBranch(defaultBranch);
      // Refuses objects that no git would write, such as a tree with an entry "..".
      await repository.text('config', 'transfer.fsckObjects', 'true');
      await writeFile(join(folder, 'description'), `${description}\n`);
    } catch (error) {
      this.#repositories.delete(keyOf(repository));
      throw error;
    }
    return repository;
  }

  /** Calls back after every push and merge. Returns how to end it. */
  onPush(listener: PushListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Says that branches have moved. The first one that is pushed to an empty repository becomes its default, as on Gitea. */
  async notifyPush(repository: GitRepository): Promise<void> {
    const branches = await repository.branches();
    const defaultBranch = await repository.defaultBranch();
    if (
      branches.length > 0 &&
      !branches.some(({ name }) => name === defaultBranch)
    ) {
      await repository.setDefaultBranch(branches[0].name);
    }
    for (const listener of this.#listeners) listener(repository);
  }

  async #read(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    for (const owner of await readdir(this.folder, { withFileTypes: true })) {
      if (!owner.isDirectory() || owner.name.startsWith('.')) continue;
      this.#organisations.add(owner.name);
      for (const name of await readdir(join(this.folder, owner.name))) {
        const folder = join(this.folder, owner.name, name);
        if (!name.endsWith('.git') || !existsSync(join(folder, 'HEAD'))) {
          continue;
        }
        const description = await readFile(join(folder, 'description'), 'utf8')
          .then(text => text.trim())
          .catch(() => '');
        const repository = new GitRepository({
          owner: owner.name,
          name: name.slice(0, -'.git'.length),
          folder,
          description,
        });
        this.#repositories.set(keyOf(repository), repository);
      }
    }
  }
}

/** Names that differ in case alone are one, as on Gitea and on many file systems. */
function keyOf({ fullName }: GitRepository): string {
  return fullName.toLowerCase();
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
