import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  resolveSafeChildPath,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import {
  createTemplateAction,
  initRepoAndPush,
} from '@backstage/plugin-scaffolder-node';
import { JsonValue } from '@backstage/types';
import { RemoteRepository } from '../repository/RemoteRepository';
import { requestMarkOf, requestMarkPath } from '../repository/RequestMark';
import { claimExamples } from './examples/claimExamples';

/**
 * `holdfast:claim-repository`: before a repository is published, finds out whether it is there. One that the same request made is gone on with;
 * one of anybody else is left alone.
 */
export function createClaimRepositoryAction(options: {
  config: RootConfigService;
  integrations: ScmIntegrations;
}) {
  const { config, integrations } = options;
  return createTemplateAction({
    id: 'holdfast:claim-repository',
    description:
      'Marks the workspace with the request, so that a run that is repeated after a failure goes on with the repository that it made, and refuses a repository that somebody else has. Goes before the publish actions of GitHub, GitLab and Gitea, which fail on any repository that is there.',
    examples: claimExamples,
    supportsDryRun: true,
    schema: {
      input: {
        repoUrl: z =>
          z
            .string()
            .describe(
              'As for the publish actions: host?owner=owner&repo=name.',
            ),
        request: z =>
          z
            .record(z.custom<JsonValue>(value => value !== undefined))
            .describe(
              'What was answered: the same answers of the same user are the same request.',
            ),
        defaultBranch: z => z.string().optional().describe('Default: main.'),
        commitMessage: z =>
          z
            .string()
            .optional()
            .describe(
              'Of the commit to a repository that is there and empty. Default: Initial commit.',
            ),
        sourcePath: z =>
          z
            .string()
            .optional()
            .describe('Folder of the workspace that becomes the repository.'),
        token: z =>
          z
            .string()
            .optional()
            .describe('Of the user, in place of that of the integration.'),
      },
      output: {
        publish: z =>
          z
            .boolean()
            .describe('Whether the repository has yet to be published.'),
        resumed: z =>
          z
            .boolean()
            .describe('Whether an earlier run of this request made it.'),
        remoteUrl: z =>
          z.string().describe('The repository; also when it is yet to be.'),
        repoContentsUrl: z =>
          z.string().describe('Its files; also when it is yet to be.'),
      },
    },
    async handler(ctx) {
      const { repoUrl, request, defaultBranch = 'main' } = ctx.input;
      const repository = await RemoteRepository.open({
        repoUrl,
        branch: defaultBranch,
        integrations,
        token: ctx.input.token,
      });
      const folder = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.sourcePath ?? '.',
      );
      const mark = requestMarkOf({
        answers: request,
        requestedBy: ctx.user?.ref,
      });
      const file = resolveSafeChildPath(folder, requestMarkPath);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, `${JSON.stringify(mark, undefined, 2)}\n`);

      const { remoteUrl, contentsUrl } = repository;
      const answer = (publish: boolean, resumed: boolean) => {
        ctx.output('publish', publish);
        ctx.output('resumed', resumed);
        ctx.output('remoteUrl', remoteUrl);
        ctx.output('repoContentsUrl', contentsUrl);
      };
      if (ctx.isDryRun) {
        ctx.logger.info(`Would look whether ${remoteUrl} is there`);
        answer(true, false);
        return;
      }
      const found = await repository.look();
      if (found.state === 'absent') {
        ctx.logger.info(`${remoteUrl} is free`);
        answer(true, false);
        return;
      }
      if (found.state === 'used') {
        if (found.mark?.id !== mark.id) {
          throw new ConflictError(
            `repoUrl: there is a repository ${remoteUrl} already, ${
              found.mark
                ? 'made for another request'
                : 'which was not made by this template'
            }: choose another name`,
          );
        }
        ctx.logger.info(`${remoteUrl} was made by an earlier run: going on`);
        answer(false, true);
        return;
      }
      // There is nothing in it that could be lost, and an earlier run that broke off before its push leaves just that.
      const { credentials } = repository;
      if (!credentials) {
        throw new InputError(
          `repoUrl: there are no credentials to push to ${remoteUrl}: configure them under integrations`,
        );
      }
      ctx.logger.info(`${remoteUrl} is there and empty: pushing to it`);
      await initRepoAndPush({
        dir: folder,
        remoteUrl,
        auth: credentials,
        logger: ctx.logger,
        defaultBranch,
        commitMessage: ctx.input.commitMessage ?? 'Initial commit',
        gitAuthorInfo: {
          name: config.getOptionalString('scaffolder.defaultAuthor.name'),
          email: config.getOptionalString('scaffolder.defaultAuthor.email'),
        },
      });
      answer(false, true);
    },
  });
}
