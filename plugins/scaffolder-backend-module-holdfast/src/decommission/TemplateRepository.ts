import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  resolveSafeChildPath,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  choosePostgresql,
  DecommissionRecord,
  decommissionRecordPath,
  isPostgresqlTier,
  PostgresqlChoices,
  PostgresqlInputs,
  readDecommissionRecord,
} from '@holdfast/plugin-holdfast-common';
import { parse } from 'yaml';

const templatePath = '.holdfast/template.yaml';

/**
 * The files of a repository that the template `postgresql` made, as its branch has them.
 */
export class TemplateRepository {
  readonly #folder: string;
  readonly #url: string;

  /**
   * Fetches it, and has it while `use` runs.
   *
   * @throws NotFoundError and others of the host's
   */
  static async with<T>(
    options: { url: string; reader: UrlReaderService; signal?: AbortSignal },
    use: (repository: TemplateRepository) => Promise<T>,
  ): Promise<T> {
    const { url, reader, signal } = options;
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-repository-'));
    try {
      const tree = await reader.readTree(url, { signal });
      await tree.dir({ targetDir: folder });
      return await use(new TemplateRepository(folder, url));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private constructor(folder: string, url: string) {
    this.#folder = folder;
    this.#url = url;
  }

  /** @throws NotFoundError naming the repository and the path */
  async read(path: string): Promise<string> {
    const text = await this.#find(path);
    if (text === undefined) {
      throw new NotFoundError(`entity: there is no ${path} in ${this.#url}`);
    }
    return text;
  }

  /**
   * The answers that it was made with.
   *
   * @throws NotFoundError for a repository of another kind, InputError for answers that cannot be read
   */
  async answers(): Promise<{
    inputs: PostgresqlInputs;
    choices: PostgresqlChoices;
  }> {
    const { template, inputs } = Object(parse(await this.read(templatePath)));
    const { name, tier, cluster } = Object(inputs);
    if (
      !String(template).endsWith('/postgresql') ||
      typeof name !== 'string' ||
      typeof cluster !== 'string' ||
      !isPostgresqlTier(tier)
    ) {
      throw new InputError(
        `entity: ${templatePath} of ${
          this.#url
        } is not that of a repository of the template postgresql`,
      );
    }
    const given: PostgresqlInputs = { ...inputs, name, tier };
    return { inputs: given, choices: choosePostgresql({ ...given, tier }) };
  }

  /** What it says of its decommissioning; undefined before that has begun. */
  async record(): Promise<DecommissionRecord | undefined> {
    const text = await this.#find(decommissionRecordPath);
    return text === undefined ? undefined : readDecommissionRecord(parse(text));
  }

  async #find(path: string): Promise<string | undefined> {
    const file = resolveSafeChildPath(this.#folder, path);
    return await readFile(file, 'utf8').catch(error => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
  }
}
