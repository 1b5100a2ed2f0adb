import { basename, dirname, join } from 'node:path';
import { isJsonObject, ReadingNotice } from '@holdfast/plugin-holdfast-node';

/** Whether a file is what kustomize looks for in a folder. */
export function isKustomization(file: string): boolean {
  return /^kustomization(?:\.ya?ml)?$/i.test(basename(file));
}

/**
 * The files that a kustomization applies as patches. They are parts of objects, and no objects.
 */
export function patchFiles(file: string, document: unknown): string[] {
  if (!isJsonObject(document)) return [];
  const lists: unknown[] = [
    document.patches,
    document.patchesJson6902,
    document.patchesStrategicMerge,
  ];
  return lists.flatMap(list =>
    (Array.isArray(list) ? list : []).flatMap((entry: unknown) => {
      const path = isJsonObject(entry) ? entry.path : entry;
      // A patch may also be written inline.
      return typeof path === 'string' && !path.includes('\n')
        ? [join(dirname(file), path)]
        : [];
    }),
  );
}

/** What to say of a kustomization with patches. */
export function unappliedPatches(file: string): ReadingNotice {
  const folder = dirname(file);
  return {
    file,
    message: `has patches, which are not applied here: to check what is deployed, kustomize build ${folder} | holdfast check -`,
  };
}
