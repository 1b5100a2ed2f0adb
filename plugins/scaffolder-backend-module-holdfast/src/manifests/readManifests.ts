import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { buildKustomization, findKustomize } from './kustomize';
import {
  findKustomization,
  isKustomizationFile,
  readKustomization,
} from './Kustomizations';

/** A manifest as the API takes it. */
export interface Manifest {
  file: string;
  text: string;
}

/** Folders of a generated repository whose files are not applied as they are. */
const apart = new Set(['node_modules', 'scenarios', 'tests', 'docs']);
const manifestName = /\.(?:ya?ml|json)$/i;

/**
 * Reads what a folder or file of the workspace declares: built by kustomize where it is a kustomization, else every YAML and JSON file as it is
 * written. Notes say what could not be taken into account.
 *
 * @throws NotFoundError when the path is not there, InputError with the words of kustomize when it fails
 */
export async function readManifests(
  target: string,
  options: {
    /** A catalog-info.yaml that states objectives, if it is there. */
    entities: string;
    /** What files are named below. */
    root: string;
    /** The program that builds kustomizations; looked for on the PATH unless given. */
    kustomize?: string;
    signal?: AbortSignal;
  },
): Promise<{ manifests: Manifest[]; notes: string[] }> {
  const { root, entities, signal } = options;
  const nameOf = (file: string) => relative(root, file) || '.';
  const found = await stat(target).catch(() => undefined);
  if (!found) {
    throw new NotFoundError(
      `path: there is no "${nameOf(target)}" in the workspace`,
    );
  }
  const notes: string[] = [];
  const manifests: Manifest[] = [];
  const files = new Set<string>();
  const kustomization = found.isDirectory()
    ? await findKustomization(target)
    : undefined;
  if (kustomization) {
    const program = await findKustomize(options.kustomize);
    if (program) {
      const text = await buildKustomization(target, { program, root, signal });
      manifests.push({ file: `${nameOf(target)} (built)`, text });
    } else {
      notes.push(
        `There is neither kustomize nor kubectl on the PATH, and holdfast.kustomize names none: what ${nameOf(
          target,
        )} takes is judged as it is written, without patches`,
      );
      await followKustomization(kustomization, files, notes);
    }
  } else {
    await findFiles(target, files, new Set());
  }
  const stated = await stat(entities).catch(() => undefined);
  if (stated?.isFile()) files.add(entities);
  for (const file of files) {
    manifests.push({ file: nameOf(file), text: await readFile(file, 'utf8') });
  }
  return { manifests, notes };
}

/** What a kustomization takes, one after the other, each once. */
async function followKustomization(
  file: string,
  files: Set<string>,
  notes: string[],
  seen: Set<string> = new Set(),
): Promise<void> {
  if (seen.has(file)) return;
  seen.add(file);
  const { resources, remote } = await readKustomization(file);
  for (const path of remote) notes.push(`${path} is elsewhere, and not judged`);
  for (const path of resources) {
    const found = await stat(path).catch(() => undefined);
    const next = found?.isDirectory()
      ? await findKustomization(path)
      : undefined;
    if (next) await followKustomization(next, files, notes, seen);
    else if (found?.isFile()) files.add(path);
  }
}

/** Every manifest at or below a path, but for the patches of kustomizations: they are parts of objects. */
async function findFiles(
  path: string,
  files: Set<string>,
  patches: Set<string>,
): Promise<void> {
  for (const file of await walk(path)) {
    if (isKustomizationFile(file.name)) {
      const kustomization = await readKustomization(file.path);
      for (const patch of kustomization.patches) patches.add(patch);
    } else {
      files.add(file.path);
    }
  }
  for (const patch of patches) files.delete(patch);
}

async function walk(path: string): Promise<{ name: string; path: string }[]> {
  const found = await stat(path);
  if (found.isFile()) return [{ name: relative(join(path, '..'), path), path }];
  const files: { name: string; path: string }[] = [];
  for (const name of (await readdir(path)).sort()) {
    if (name.startsWith('.') || apart.has(name)) continue;
    const child = join(path, name);
    if ((await stat(child)).isDirectory()) files.push(...(await walk(child)));
    else if (manifestName.test(name) || isKustomizationFile(name)) {
      files.push({ name, path: child });
    }
  }
  return files;
}
