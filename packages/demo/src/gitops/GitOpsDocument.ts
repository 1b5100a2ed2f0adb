import { InputError } from '@backstage/errors';

/** The folder of a repository in which it says where it is delivered to. */
export const GITOPS_FOLDER = 'gitops';

/** One object below `gitops/`: the file it stands in, or the folder that kustomize rendered it from. */
export interface GitOpsDocument {
  file: string;
  content: unknown;
}

/**
 * Whether an address is that of the repository in which it stands; the demo's host has several names, so only the path counts.
 *
 * @throws InputError naming the field
 */
export function checkSource(
  field: string,
  url: string | undefined,
  repository: string,
): void {
  const path = url?.replace(/^[a-z+]+:\/\/[^/]+\/|\.git$|\/$/gi, '');
  if (path?.toLowerCase() === repository.toLowerCase()) return;
  throw new InputError(
    `${field} is ${
      url ?? 'missing'
    }; the demo follows only the repository in which it stands, ${repository}`,
  );
}
