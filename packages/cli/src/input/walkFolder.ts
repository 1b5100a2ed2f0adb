import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  isForeignName,
  ReadingNotice,
  ReadingProblem,
} from '@holdfast/plugin-holdfast-node';
import { reasonOf } from './readBytes';

/** What was found in a folder, in the order of names. */
export interface FoundFiles {
  files: string[];
  problems: ReadingProblem[];
  notices: ReadingNotice[];
}

/**
 * Finds the manifests in a folder: all `.yaml`, `.yml` and `.json`, below it as well. Links are followed, each folder once. What begins with
 * a dot belongs to tools, and so does `node_modules`.
 */
export async function walkFolder(
  folder: string,
  options: {
    /** Whether a path, as it would be reported, is to be left out. */
    isIgnored(path: string): boolean;
    /** Real paths of folders that have been walked; added to. */
    walked: Set<string>;
  },
): Promise<FoundFiles> {
  const { isIgnored, walked } = options;
  const found: FoundFiles = { files: [], problems: [], notices: [] };

  const walk = async (path: string): Promise<void> => {
    let names: string[];
    try {
      const real = await realpath(path);
      if (walked.has(real)) return;
      walked.add(real);
      names = (await readdir(path)).sort();
    } catch (error) {
      found.problems.push(unreadable(path, error));
      return;
    }
    if (names.includes('Chart.yaml')) {
      found.problems.push({
        file: join(path, 'Chart.yaml'),
        line: 1,
        message: `belongs to a Helm chart, whose templates are no manifests: check what it renders, helm template ${path} | holdfast check -`,
        hidesObjects: true,
      });
      return;
    }
    for (const name of names) {
      const child = join(path, name);
      if (name.startsWith('.') || name === 'node_modules' || isIgnored(child)) {
        continue;
      }
      try {
        const stats = await stat(child);
        if (stats.isDirectory()) {
          await walk(child);
        } else if (stats.isFile() && isManifestName(name)) {
          if (isForeignName(name)) {
            found.notices.push({
              file: child,
              message: 'is for another tool by its name, and passed over',
            });
          } else {
            found.files.push(child);
          }
        }
      } catch (error) {
        if (isManifestName(name)) {
          found.problems.push(unreadable(child, error));
        }
      }
    }
  };
  await walk(folder);
  return found;
}

function isManifestName(name: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(name) || name === 'Kustomization';
}

function unreadable(file: string, error: unknown): ReadingProblem {
  return {
    file,
    message: `cannot be read: ${reasonOf(error)}`,
    hidesObjects: true,
  };
}
