import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How to run kustomize: the program, and what stands before the folder. */
export interface KustomizeCommand {
  program: string;
  before: readonly string[];
}

/**
 * Finds kustomize, or the one inside of kubectl, on the `PATH`.
 */
export function findKustomize(
  environment: Partial<Record<string, string>> = process.env,
): KustomizeCommand | undefined {
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  const find = (name: string) =>
    folders.map(folder => join(folder, name)).find(isExecutable);
  const kustomize = find('kustomize');
  if (kustomize) return { program: kustomize, before: ['build'] };
  const kubectl = find('kubectl');
  return kubectl ? { program: kubectl, before: ['kustomize'] } : undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
