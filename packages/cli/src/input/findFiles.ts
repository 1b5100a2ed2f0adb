import { realpath, stat } from 'node:fs/promises';
import { relative } from 'node:path';
import picomatch from 'picomatch';
import { ReadingNotice, ReadingProblem } from '@holdfast/plugin-holdfast-node';
import { reasonOf } from './readBytes';
import { walkFolder } from './walkFolder';

/**
 * A file that is to be read.
 */
export interface InputFile {
  /** As it is reported: what was named, or below it. `stdin` for standard input. */
  file: string;
  /** Somebody named it, so that it is meant to be Kubernetes. */
  named: boolean;
  isStdin: boolean;
  /** When it was last written, in ms. Absent for what is no file. */
  writtenAt?: number;
}

/**
 * Finds the files that paths stand for, each once.
 */
export async function findFiles(
  paths: readonly string[],
  options: { ignore?: readonly string[] } = {},
): Promise<{
  files: InputFile[];
  problems: ReadingProblem[];
  notices: ReadingNotice[];
}> {
  const { ignore = [] } = options;
  const matches = ignore.map(glob =>
    // As in .gitignore: a name without a slash is meant wherever it is.
    picomatch(glob, { dot: true, matchBase: !glob.includes('/') }),
  );
  /** A path is meant as it is reported, or from the folder that was named. */
  const isIgnoredBelow = (folder: string) => (path: string) =>
    [path, relative(folder, path)]
      .map(each => each.replaceAll('\\', '/').replace(/^\.\//, ''))
      .some(each => matches.some(isMatch => isMatch(each)));
  const walked = new Set<string>();
  const seen = new Set<string>();
  const files: InputFile[] = [];
  const problems: ReadingProblem[] = [];
  const notices: ReadingNotice[] = [];

  const add = async (file: string, named: boolean) => {
    try {
      const real = await realpath(file);
      if (seen.has(real)) return;
      seen.add(real);
      const { mtimeMs } = await stat(file);
      files.push({ file, named, isStdin: false, writtenAt: mtimeMs });
    } catch (error) {
      problems.push({
        file,
        message: `cannot be read: ${reasonOf(error)}`,
        hidesObjects: true,
      });
    }
  };

  for (const path of paths) {
    if (path === '-') {
      if (!seen.has('-'))
        files.push({ file: 'stdin', named: true, isStdin: true });
      seen.add('-');
      continue;
    }
    const stats = await stat(path).catch(() => undefined);
    if (!stats?.isDirectory()) {
      // What is not there is told of when it is added.
      await add(path, true);
      continue;
    }
    const found = await walkFolder(path, {
      isIgnored: isIgnoredBelow(path),
      walked,
    });
    problems.push(...found.problems);
    notices.push(...found.notices);
    for (const file of found.files) await add(file, false);
    if (!found.files.length && !found.problems.length) {
      notices.push({
        file: path,
        message: 'has no .yaml, .yml or .json file in it',
      });
    }
  }
  return { files, problems, notices };
}
