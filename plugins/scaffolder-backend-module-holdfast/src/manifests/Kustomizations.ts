import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { JsonValue } from '@backstage/types';
import { parse } from 'yaml';

const name = /^kustomization(?:\.ya?ml)?$/i;

/**
 * What a kustomization names, as paths that stand on their own.
 *
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
 */
export interface Kustomization {
  /** Files and folders whose objects it takes; of its components as well. */
  resources: string[];
  /** Files that are parts of objects, and no objects. */
  patches: string[];
  /** What is fetched from elsewhere. */
  remote: string[];
}

/** Whether a file is what kustomize looks for in a folder. */
export function isKustomizationFile(file: string): boolean {
  return name.test(file);
}

/** The kustomization file of a folder, if it has one. */
export async function findKustomization(
  folder: string,
): Promise<string | undefined> {
  const names = await readdir(folder);
  const found = names.find(isKustomizationFile);
  return found === undefined ? undefined : join(folder, found);
}

/** Reads a kustomization; one that is broken names nothing. */
export async function readKustomization(file: string): Promise<Kustomization> {
  const folder = dirname(file);
  const content = record(readYaml(await readFile(file, 'utf8')));
  const named = [
    ...texts(content.resources),
    ...texts(content.bases),
    ...texts(content.components),
  ];
  const patches = [
    ...list(content.patches),
    ...list(content.patchesJson6902),
  ].map(patch => record(patch).path);
  return {
    resources: named.filter(isLocal).map(path => resolve(folder, path)),
    patches: texts([...patches, ...list(content.patchesStrategicMerge)])
      .filter(text => !text.includes('\n'))
      .map(path => resolve(folder, path)),
    remote: named.filter(path => !isLocal(path)),
  };
}

function isLocal(path: string): boolean {
  return !/^[a-z+]+:\/\/|^[^./][^/]*\.[a-z]+\/.*\/|\?ref=/i.test(path);
}

function readYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function record(value: unknown): Record<string, JsonValue | undefined> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown): string[] {
  return list(value).filter(
    (entry): entry is string => typeof entry === 'string',
  );
}
