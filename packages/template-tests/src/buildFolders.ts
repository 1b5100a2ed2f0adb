import { KubernetesObject, parseObjects } from './objects';
import { run } from './tools';

/** What to build, and with what. */
export interface Build {
  kubectl: string;
  /** Where the repository lies. */
  repository: string;
  folders: string[];
}

/**
 * The objects that `kubectl apply -k` would apply, by folder.
 *
 * @throws Error with the words of kustomize
 */
export async function buildFolders(
  build: Build,
): Promise<Map<string, KubernetesObject[]>> {
  return new Map(
    Array.from(await buildManifests(build), ([folder, manifests]) => [
      folder,
      parseObjects(manifests),
    ]),
  );
}

/** The same as YAML. */
export async function buildManifests(
  options: Build,
): Promise<Map<string, string>> {
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
        return [folder, part.slice(folder.length)];
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
