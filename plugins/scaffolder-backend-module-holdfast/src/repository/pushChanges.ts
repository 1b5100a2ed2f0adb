import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  addFiles,
  cloneRepo,
  commitAndPushBranch,
  createBranch,
  removeFiles,
} from '@backstage/plugin-scaffolder-node';
import { FileChanges } from './FileChanges';
import { RemoteRepository } from './RemoteRepository';

/** What became of changes: a branch was pushed, one that holds them was there, or the target has all of them. */
export type PushOutcome = 'pushed' | 'there' | 'nothing';

/**
 * Pushes changes to one branch as a new branch with one commit, over the Git protocol, which keeps the modes of files. A branch that holds them
 * already is gone on with, as when a run is repeated; it may hold more by then.
 *
 * @throws NotFoundError where the repository or the target branch is not there, ConflictError where the branch is there with other changes
 */
export async function pushChanges(options: {
  repository: RemoteRepository;
  changes: FileChanges;
  branch: string;
  targetBranch: string;
  commitMessage: string;
  author: { name?: string; email?: string };
  logger: LoggerService;
}): Promise<PushOutcome> {
  const { repository, changes, branch, targetBranch, logger } = options;
  const { remoteUrl, credentials } = repository;
  if (!credentials) {
    throw new InputError(
      `repoUrl: there are no credentials to push to ${remoteUrl}: configure them under integrations`,
    );
  }
  const branches = await repository.branches();
  if (!branches) {
    throw new NotFoundError(
      `repoUrl: there is no repository ${remoteUrl}, or its credentials do not show it`,
    );
  }
  if (!branches.includes(targetBranch)) {
    throw new NotFoundError(
      `targetBranchName: ${remoteUrl} has no branch "${targetBranch}"; it has ${
        branches.slice(0, 20).join(', ') || 'none'
      }`,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-changes-'));
  const cloneOf = async (ref: string, name: string) => {
    const dir = join(folder, name);
    await cloneRepo({ url: remoteUrl, dir, auth: credentials, ref, depth: 1 });
    return dir;
  };
  try {
    const target = await cloneOf(targetBranch, 'target');
    const missing = await changes.missingIn(target);
    const paths = [...missing.write, ...missing.delete];
    if (paths.length === 0) return 'nothing';

    if (branches.includes(branch)) {
      const lacking = await changes.missingIn(await cloneOf(branch, 'branch'));
      const other = [...lacking.write, ...lacking.delete];
      if (other.length === 0) {
        logger.info(`"${branch}" is there with the same changes: going on`);
        return 'there';
      }
      throw new ConflictError(
        `branchName: ${remoteUrl} has a branch "${branch}" already, with other contents of ${other
          .slice(0, 5)
          .join(', ')}: merge it or delete it first, or choose another name`,
      );
    }
    await createBranch({ dir: target, auth: credentials, ref: branch });
    await changes.applyTo(target);
    for (const filepath of missing.write) {
      await addFiles({ dir: target, auth: credentials, filepath });
    }
    for (const filepath of missing.delete) {
      await removeFiles({ dir: target, auth: credentials, filepath });
    }
    await commitAndPushBranch({
      dir: target,
      auth: credentials,
      branch,
      commitMessage: options.commitMessage,
      gitAuthorInfo: options.author,
    });
    logger.info(`Pushed "${branch}" with changes to ${paths.join(', ')}`);
    return 'pushed';
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
