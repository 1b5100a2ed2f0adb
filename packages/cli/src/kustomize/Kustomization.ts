import { basename, dirname, resolve } from 'node:path';
import { isJsonObject } from '@holdfast/plugin-holdfast-node';

/**
 * What a kustomization says, as far as it decides which files are deployed.
 */
export interface Kustomization {
  /** As it is reported. */
  file: string;
  /** Of the folder that it stands in, absolute. */
  folder: string;
  /** A part of others, never deployed by itself. */
  isComponent: boolean;
  /** What it is made of: files and folders, absolute. */
  parts: string[];
  /** Files that it changes others with; they are parts of objects, and no objects. Absolute. */
  patches: string[];
  /** It changes what it is made of by more than its namespace, so that the files alone do not tell what is deployed. */
  changes: boolean;
  /** The namespace that it puts everything into. */
  namespace?: string;
}

/** Whether a file is what kustomize looks for in a folder. */
export function isKustomization(file: string): boolean {
  return /^kustomization(?:\.ya?ml)?$/i.test(basename(file));
}

const changing = [
  'components',
  'namePrefix',
  'nameSuffix',
  'patches',
  'patchesJson6902',
  'patchesStrategicMerge',
  'replacements',
  'transformers',
  'vars',
];

/**
 * Reads a kustomization.
 *
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
 */
export function readKustomization(
  file: string,
  document: unknown,
): Kustomization {
  const content = isJsonObject(document) ? document : {};
  const folder = resolve(dirname(file));
  const list = (field: string): unknown[] => {
    const value = content[field];
    return Array.isArray(value) ? value : [];
  };
  const paths = (fields: readonly string[]) =>
    fields.flatMap(list).flatMap(entry => {
      const path = isJsonObject(entry) ? entry.path : entry;
      // A patch may also be written inline.
      return typeof path === 'string' && !path.includes('\n')
        ? [resolve(folder, path)]
        : [];
    });
  return {
    file,
    folder,
    isComponent: content.kind === 'Component',
    parts: paths(['resources', 'bases', 'components']),
    patches: paths(['patches', 'patchesJson6902', 'patchesStrategicMerge']),
    changes: changing.some(field => content[field] !== undefined),
    ...(typeof content.namespace === 'string' && {
      namespace: content.namespace,
    }),
  };
}

/**
 * The kustomizations that nothing else is made of: each is what is deployed to some cluster. Of those that are made of each other, one is.
 */
export function deployedOf(
  kustomizations: readonly Kustomization[],
): Kustomization[] {
  const used = new Set(kustomizations.flatMap(({ parts }) => parts));
  const candidates = kustomizations.filter(({ isComponent }) => !isComponent);
  const deployed = candidates.filter(({ folder }) => !used.has(folder));
  const reached = new Set(
    deployed.flatMap(root => closureOf(root, kustomizations).kustomizations),
  );
  for (const candidate of candidates) {
    if (reached.has(candidate)) continue;
    deployed.push(candidate);
    for (const part of closureOf(candidate, kustomizations).kustomizations) {
      reached.add(part);
    }
  }
  return deployed;
}

/**
 * All that a kustomization is made of: the kustomizations, itself among them, and the files, absolute.
 */
export function closureOf(
  root: Kustomization,
  kustomizations: readonly Kustomization[],
): { kustomizations: Kustomization[]; files: Set<string> } {
  const byFolder = new Map(kustomizations.map(each => [each.folder, each]));
  const files = new Set<string>();
  // A set goes on with what is added to it on the way.
  const reached = new Set([root]);
  for (const { parts } of reached) {
    for (const part of parts) {
      const kustomization = byFolder.get(part);
      if (kustomization) reached.add(kustomization);
      else files.add(part);
    }
  }
  return { kustomizations: [...reached], files };
}
