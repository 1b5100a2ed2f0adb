import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, posix } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { serializeDirectoryContents } from '@backstage/plugin-scaffolder-node';

interface WrittenFile {
  /** In the repository. */
  path: string;
  content: Buffer;
  executable: boolean;
}

/**
 * Files to write and to delete in a repository. Those that are there already as they shall be are no change.
 */
export class FileChanges {
  readonly #written: readonly WrittenFile[];
  readonly #deleted: readonly string[];

  /**
   * Reads a folder of the workspace.
   *
   * @throws InputError naming a path that cannot be one of a repository
   */
  static async read(options: {
    folder: string;
    /** Folder of the repository that they belong to; its root unless given. */
    targetPath?: string;
    /** Paths below it. */
    filesToDelete?: readonly string[];
  }): Promise<FileChanges> {
    const { folder, targetPath = '.', filesToDelete = [] } = options;
    const files = await serializeDirectoryContents(folder, { gitignore: true });
    const link = files.find(({ symlink }) => symlink);
    if (link) {
      throw new InputError(
        `sourcePath: "${link.path}" is a symbolic link, which a pull request is not made of`,
      );
    }
    const deleted = filesToDelete.map(path =>
      pathBelow(targetPath, path, 'filesToDelete'),
    );
    return new FileChanges(
      files
        .map(({ path, content, executable }) => ({
          path: pathBelow(targetPath, path, 'targetPath'),
          content,
          executable: executable === true,
        }))
        // As with the stock actions, what is deleted is not written.
        .filter(({ path }) => !deleted.includes(path)),
      deleted,
    );
  }

  private constructor(
    written: readonly WrittenFile[],
    deleted: readonly string[],
  ) {
    this.#written = written;
    this.#deleted = deleted;
  }

  /** In words for a log, a line for each. */
  describe(): string[] {
    return [
      ...this.#written.map(({ path }) => `write ${path}`),
      ...this.#deleted.map(path => `delete ${path}`),
    ];
  }

  /** The paths that are different in a clone. */
  async missingIn(
    clone: string,
  ): Promise<{ write: string[]; delete: string[] }> {
    const write: string[] = [];
    for (const file of this.#written) {
      if (!(await isThere(clone, file))) write.push(file.path);
    }
    const gone: string[] = [];
    for (const path of this.#deleted) {
      const found = await stat(resolveSafeChildPath(clone, path)).catch(
        () => undefined,
      );
      if (found?.isDirectory()) {
        throw new InputError(
          `filesToDelete: "${path}" is a folder; name the files in it`,
        );
      }
      if (found) gone.push(path);
    }
    return { write, delete: gone };
  }

  /** Makes a clone what it shall be. A file that could be run stays so, since fetching from some hosts loses that mark. */
  async applyTo(clone: string): Promise<void> {
    for (const { path, content, executable } of this.#written) {
      const file = resolveSafeChildPath(clone, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
      if (executable) await chmod(file, 0o755);
    }
    for (const path of this.#deleted) {
      await rm(resolveSafeChildPath(clone, path), { force: true });
    }
  }
}

async function isThere(
  clone: string,
  { path, content, executable }: WrittenFile,
): Promise<boolean> {
  const file = resolveSafeChildPath(clone, path);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return false;
  const runs = Math.floor(found.mode / 0o100) % 2 === 1;
  return (runs || !executable) && content.equals(await readFile(file));
}

function pathBelow(folder: string, path: string, field: string): string {
  const whole = posix.normalize(posix.join(folder, path));
  const parts = whole.split('/');
  if (posix.isAbsolute(whole) || parts[0] === '..' || parts.includes('.git')) {
    throw new InputError(
      `${field}: "${whole}" does not lie in the repository; paths are relative to its root`,
    );
  }
  return whole;
}
