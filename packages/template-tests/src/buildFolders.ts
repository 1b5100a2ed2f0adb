import { KubernetesObject, parseObjects } from './objects';
import { run } from './tools';

/**
 * Builds every folder of a repository that is meant to be applied, as `kubectl apply -k` would.
 *
 * @returns the objects by folder
 * @throws Error with the words of kustomize
 */
export async function buildFolders(options: {
  kubectl: string;
  repository: string;
  folders: string[];
}): Promise<Map<string, KubernetesObject[]>> {
  const { kubectl, repository, folders } = options;
  // One process of a shell rather than one of ours for each folder.
  const { code, stdout, stderr } = await run(
    'bash',
    [
      '-c',
      'kubectl=$1; shift; for folder; do printf "\\n#### %s\\n" "$folder"; "$kubectl" kustomize "$folder" || exit; done',
      'build',
      kubectl,
      ...folders,
    ],
    { cwd: repository },
  );
  if (code !== 0) throw new Error(stderr);
  return new Map(
    stdout
      .split(/^#### /m)
      .slice(1)
      .map(part => {
        const [folder] = part.split('\n', 1);
        return [folder, parseObjects(part.slice(folder.length))];
      }),
  );
}

/** The folders of a repository that are applied by themselves: all with a kustomization but those that others are made of. */
export function appliedFolders(paths: Iterable<string>): string[] {
  return Array.from(paths)
    .filter(path => path.endsWith('/kustomization.yaml'))
    .map(path => path.slice(0, path.lastIndexOf('/')))
    .filter(folder => !/^(base|components|object-store)(\/|$)/.test(folder))
    .sort();
}
