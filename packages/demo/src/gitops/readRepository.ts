import { InputError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LineCounter, parseAllDocuments } from 'yaml';
import { GitRepository } from '../git/GitRepository';
import { KustomizeCommand } from './findKustomize';
import { GITOPS_FOLDER, GitOpsDocument } from './GitOpsDocument';
import { Deliveries, readDeliveries } from './readDeliveries';
import { renderFolder } from './renderFolder';

interface Reading {
  documents: GitOpsDocument[];
  problems: string[];
}

/**
 * Reads what a repository asks to be delivered, as one who applies `gitops/`, or each folder in it, once to a cluster: with kustomize where there
 * is a kustomization, else file by file.
 *
 * @param options - `folder`: where the files of the commit lie
 */
export async function readRepository(
  repository: GitRepository,
  commit: string,
  options: { folder: string; kustomize: () => KustomizeCommand },
): Promise<Deliveries> {
  const all = await repository.files(commit);
  const files = all.filter(
    path => path.startsWith(`${GITOPS_FOLDER}/`) && /\.ya?ml$/.test(path),
  );
  const readings: Reading[] = [];
  const kustomized = kustomizedFolders(files);
  for (const folder of kustomized) {
    readings.push(await renderDocuments(folder, options));
  }
  const loose = files.filter(
    file => !kustomized.some(folder => file.startsWith(`${folder}/`)),
  );
  for (const file of loose) {
    const text = await readFile(join(options.folder, file), 'utf8');
    readings.push(parseDocuments(file, text));
  }
  const documents = readings.flatMap(reading => reading.documents);
  return {
    ...readDeliveries(documents, repository.fullName),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

/** `gitops`, or those of its folders that have a kustomization. */
function kustomizedFolders(files: readonly string[]): string[] {
  const folders = files
    .filter(file => /\/kustomization\.ya?ml$/.test(file))
    .map(file => file.slice(0, file.lastIndexOf('/')));
  if (folders.includes(GITOPS_FOLDER)) return [GITOPS_FOLDER];
  return folders.filter(folder => folder.split('/').length === 2);
}

async function renderDocuments(
  path: string,
  options: { folder: string; kustomize: () => KustomizeCommand },
): Promise<Reading> {
  try {
    const command = options.kustomize();
    const objects = await renderFolder(options.folder, path, command);
    const documents = objects.map(content => ({ file: `${path}/`, content }));
    return { documents, problems: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { documents: [], problems: [`${path}: ${error.message}`] };
  }
}

function parseDocuments(file: string, text: string): Reading {
  const lines = new LineCounter();
  const reading: Reading = { documents: [], problems: [] };
  for (const document of parseAllDocuments(text, { lineCounter: lines })) {
    const [error] = document.errors;
    if (error) {
      const { line } = lines.linePos(error.pos[0]);
      const [words] = error.message.split('\n');
      reading.problems.push(`${file}, line ${line}: ${words}`);
    } else {
      reading.documents.push({ file, content: document.toJS() });
    }
  }
  return reading;
}
