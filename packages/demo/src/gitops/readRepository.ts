import { GitRepository } from '../git/GitRepository';
import { GITOPS_FOLDER } from './GitOpsDocument';
import { Deliveries, readDeliveries } from './readDeliveries';

/** Reads what a repository asks to be delivered, at a commit. */
export async function readRepository(
  repository: GitRepository,
  commit: string,
): Promise<Deliveries> {
  const files = new Map<string, string>();
  for (const path of await repository.files(commit)) {
    if (!path.startsWith(`${GITOPS_FOLDER}/`) || !/\.ya?ml$/.test(path)) {
      continue;
    }
    const entry = await repository.entry(commit, path);
    if (entry.type !== 'file') continue;
    files.set(path, (await repository.content(entry.sha)).toString());
  }
  return readDeliveries(files, repository.fullName);
}
