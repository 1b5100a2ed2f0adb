import {
  resolveSafeChildPath,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError, isError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import {
  createTemplateAction,
  parseRepoUrl,
} from '@backstage/plugin-scaffolder-node';
import { FileChanges } from '../repository/FileChanges';
import {
  GiteaPullRequest,
  GiteaPullRequests,
} from '../repository/GiteaPullRequests';
import { pushChanges } from '../repository/pushChanges';
import { RemoteRepository } from '../repository/RemoteRepository';
import { giteaPullRequestExamples } from './examples/giteaPullRequestExamples';

/** What `git check-ref-format` takes, without the characters that shells and addresses mind. */
const branchPattern =
  /^(?!.*(?:\.\.|\/\/|\/\.|\.lock(?:\/|$)))[A-Za-z0-9_][-A-Za-z0-9._/]*(?<![/.])$/;

/**
 * `holdfast:gitea:pull-request`: what `publish:github:pull-request` and `publish:gitlab:merge-request` do, for Gitea and Forgejo, which have no
 * action of Backstage's own.
 */
export function createGiteaPullRequestAction(options: {
  config: RootConfigService;
  integrations: ScmIntegrations;
}) {
  const { config, integrations } = options;
  return createTemplateAction({
    id: 'holdfast:gitea:pull-request',
    description:
      'Opens a pull request on Gitea with the files of the workspace as one commit on a new branch. A run that is repeated goes on with the branch and the pull request that it made.',
    examples: giteaPullRequestExamples,
    supportsDryRun: true,
    schema: {
      input: {
        repoUrl: z =>
          z
            .string()
            .describe(
              'As for the publish actions: host?owner=owner&repo=name.',
            ),
        branchName: z =>
          z
            .string()
            .max(200)
            .regex(
              branchPattern,
              'has to be the name of a branch, such as holdfast/more-space',
            )
            .describe('The branch that is made.'),
        targetBranchName: z =>
          z
            .string()
            .regex(branchPattern, 'has to be the name of a branch')
            .optional()
            .describe('The branch to merge into. Default: main.'),
        title: z => z.string().trim().min(1).max(255),
        description: z =>
          z.string().describe('What it does and why, in Markdown.'),
        sourcePath: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder of the workspace with the files. Default: all of it.',
            ),
        targetPath: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder of the repository to write to. Default: its root.',
            ),
        filesToDelete: z =>
          z
            .array(z.string().min(1))
            .optional()
            .describe('Below targetPath. One that is not there is no error.'),
        commitMessage: z =>
          z.string().optional().describe('Default: the title.'),
        gitAuthorName: z => z.string().optional(),
        gitAuthorEmail: z => z.string().optional(),
      },
      output: {
        remoteUrl: z => z.string().describe('The page of the pull request.'),
        pullRequestNumber: z => z.number().optional(),
        targetBranchName: z => z.string(),
        state: z =>
          z
            .enum(['opened', 'found', 'merged'])
            .describe(
              'Whether this run opened it, an earlier one did, or it is merged already.',
            ),
      },
    },
    async handler(ctx) {
      const { repoUrl, branchName, title, description } = ctx.input;
      const targetBranchName = ctx.input.targetBranchName ?? 'main';
      const { host, owner, repo } = parseRepoUrl(repoUrl, integrations);
      const gitea = integrations.gitea.byHost(host)?.config;
      if (!gitea || !owner) {
        throw new InputError(
          gitea
            ? `repoUrl: "${repoUrl}" names no owner`
            : `repoUrl: ${host} is no Gitea host under integrations`,
        );
      }
      if (branchName === targetBranchName) {
        throw new InputError(
          `branchName: "${branchName}" is targetBranchName too; a pull request is from one branch to another`,
        );
      }
      const changes = await FileChanges.read({
        folder: resolveSafeChildPath(
          ctx.workspacePath,
          ctx.input.sourcePath ?? '.',
        ),
        targetPath: ctx.input.targetPath,
        filesToDelete: ctx.input.filesToDelete,
      });
      const answer = (
        state: 'opened' | 'found' | 'merged',
        url: string,
        number?: number,
      ) => {
        ctx.output('state', state);
        ctx.output('remoteUrl', url);
        ctx.output('pullRequestNumber', number);
        ctx.output('targetBranchName', targetBranchName);
      };
      const repository = await RemoteRepository.open({
        repoUrl,
        branch: targetBranchName,
        integrations,
      });
      if (ctx.isDryRun) {
        ctx.logger.info(
          `Would open "${title}" on ${repository.remoteUrl}: ${changes
            .describe()
            .join(', ')}`,
        );
        answer('opened', repository.remoteUrl.replace(/\.git$/, '/pulls'));
        return;
      }
      const pulls = GiteaPullRequests.create({
        config: gitea,
        owner,
        repo,
        signal: ctx.signal,
      });
      const branches = { head: branchName, base: targetBranchName };
      const outcome = await pushChanges({
        repository,
        changes,
        branch: branchName,
        targetBranch: targetBranchName,
        commitMessage: ctx.input.commitMessage ?? title,
        author: {
          name:
            ctx.input.gitAuthorName ??
            config.getOptionalString('scaffolder.defaultAuthor.name'),
          email:
            ctx.input.gitAuthorEmail ??
            config.getOptionalString('scaffolder.defaultAuthor.email'),
        },
        logger: ctx.logger,
      });
      const found =
        outcome === 'pushed' ? undefined : await pulls.find(branches);
      if (outcome === 'nothing') {
        if (found?.state !== 'merged') {
          throw new ConflictError(
            `There is nothing to change: "${targetBranchName}" of ${repository.remoteUrl} has all of it`,
          );
        }
        ctx.logger.info(`Merged already: ${found.url}`);
        answer('merged', found.url, found.number);
        return;
      }
      if (found?.state === 'open') {
        ctx.logger.info(`Open already: ${found.url}`);
        answer('found', found.url, found.number);
        return;
      }
      const opened = await openOne(pulls, {
        ...branches,
        title,
        body: description,
      });
      ctx.logger.info(`Opened ${opened.url}`);
      answer('opened', opened.url, opened.number);
    },
  });
}

/** Of two runs at once, one opens it and the other finds it. */
async function openOne(
  pulls: GiteaPullRequests,
  wish: { title: string; body: string; head: string; base: string },
): Promise<GiteaPullRequest> {
  try {
    return await pulls.open(wish);
  } catch (error) {
    if (!isError(error) || error.name !== ConflictError.name) throw error;
    const found = await pulls.find(wish);
    if (found?.state !== 'open') throw error;
    return found;
  }
}
