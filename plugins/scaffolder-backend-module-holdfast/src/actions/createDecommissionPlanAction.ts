import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  AuthService,
  resolveSafeChildPath,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { JsonValue } from '@backstage/types';
import {
  DecommissionRecord,
  decommissionStages,
  HoldfastClient,
  nextDecommissionStep,
  validateDecommission,
} from '@holdfast/plugin-holdfast-common';
import { callOptionsOf } from '../callOptionsOf';
import { changedFiles } from '../decommission/changedFiles';
import { lookAtDatabase } from '../decommission/lookAtDatabase';
import { nextFormUrl } from '../decommission/nextFormUrl';
import { priceDecommission } from '../decommission/priceDecommission';
import { readDatabaseEntity } from '../decommission/readDatabaseEntity';
import { sourceOf } from '../decommission/sourceOf';
import { TemplateRepository } from '../decommission/TemplateRepository';
import {
  describeDecommission,
  DecommissionStory,
} from '../words/describeDecommission';
import { decommissionExamples } from './examples/decommissionExamples';

type Client = Pick<
  HoldfastClient,
  'createPreview' | 'getDatabase' | 'getProvisioning' | 'listRecoveryPoints'
>;

/**
 * `holdfast:decommission-plan`: decides on the next step of taking a database out of service, by what its repository says and by what was seen of
 * it, and writes what of the repository that step changes.
 */
export function createDecommissionPlanAction(options: {
  auth: AuthService;
  client: Client;
  config: RootConfigService;
  integrations: ScmIntegrations;
  reader: UrlReaderService;
}) {
  const { auth, client, config, integrations, reader } = options;
  return createTemplateAction({
    id: 'holdfast:decommission-plan',
    description:
      'Decides on the next step of taking a database of the template postgresql out of service: a last backup, sleep, the end of its guards, its removal. Refuses what was not seen to be safe. Writes the files of the repository that the step changes to the workspace, and says in words what goes, what stays and what it costs.',
    examples: decommissionExamples,
    supportsDryRun: true,
    schema: {
      input: {
        entity: z =>
          z
            .custom<JsonValue>(value => value !== undefined)
            .describe(
              'The database, as catalog:fetch outputs it: a Resource of the type database that a repository of its own claims.',
            ),
        reason: z => z.string().describe('Why, in one line.'),
        confirm: z => z.string().describe('The name of the database again.'),
        finalBackup: z =>
          z
            .boolean()
            .optional()
            .describe('Whether to take a last base backup. Default: true.'),
        hold: z =>
          z
            .string()
            .optional()
            .describe(
              'How long it sleeps before it may be deleted, 7d at least. Default: 30d.',
            ),
        keepBackups: z =>
          z
            .string()
            .optional()
            .describe(
              'How long its backups are wanted after the hold, the retention at least. Default: 90d.',
            ),
      },
      output: {
        stage: z => z.enum(decommissionStages),
        repoUrl: z => z.string().describe('For the pull request actions.'),
        targetBranchName: z => z.string(),
        branchName: z => z.string(),
        title: z => z.string(),
        description: z => z.string().describe('In Markdown.'),
        values: z =>
          z
            .record(z.custom<JsonValue>(value => value !== undefined))
            .describe('For fetch:template.'),
      },
    },
    async handler(ctx) {
      const { entity, database } = readDatabaseEntity(ctx.input.entity);
      const source = sourceOf(entity, integrations);
      const callOptions = await callOptionsOf(auth, ctx);
      const { facts, retentionSeconds } = await lookAtDatabase(
        client,
        database,
        callOptions,
      );
      const { wish, problems } = validateDecommission(
        { ...ctx.input },
        { name: database.name, retentionSeconds },
      );
      if (problems.length > 0) {
        throw new InputError(
          problems
            .map(({ field, message }) => `${field}: ${message}`)
            .join(';\n'),
        );
      }
      await TemplateRepository.with(
        { url: source.url, reader, signal: ctx.signal },
        async repository => {
          const { inputs, choices } = await repository.answers();
          if (
            choices.name !== database.name ||
            choices.cluster !== database.cluster
          ) {
            throw new InputError(
              `entity: ${stringifyEntityRef(entity)} is ${database.name} of ${
                database.cluster
              }, and the repository is that of ${choices.name} of ${
                choices.cluster
              }: choose that one`,
            );
          }
          const step = nextDecommissionStep({
            record: await repository.record(),
            wish,
            facts,
            now: new Date(),
            requestedBy: ctx.user?.ref,
          });
          if (!step.record) throw new ConflictError(step.refusals.join(';\n'));
          const { record } = step;
          ctx.logger.info(`Next step of ${database.name}: ${record.stage}`);

          for (const [path, text] of await changedFiles(
            repository,
            record,
            choices,
          )) {
            const file = resolveSafeChildPath(ctx.workspacePath, path);
            await mkdir(dirname(file), { recursive: true });
            await writeFile(file, text);
          }
          const story: DecommissionStory = {
            record,
            choices,
            ...(await priceDecommission(client, inputs, choices, callOptions)),
            nextUrl: nextFormUrl(config, entity, ctx.input),
          };
          const { title, description } = describeDecommission(story);
          ctx.output('stage', record.stage);
          ctx.output('repoUrl', source.repoUrl);
          ctx.output('targetBranchName', source.branch);
          ctx.output('branchName', branchOf(record, database.name));
          ctx.output('title', title);
          ctx.output('description', description);
          ctx.output('values', {
            name: choices.name,
            gitops: choices.gitops,
            stage: record.stage,
            finalBackup: record.finalBackup ?? null,
            holdUntil: record.holdUntil ?? null,
            title,
            description,
          });
        },
      );
    },
  });
}

function branchOf(record: DecommissionRecord, name: string): string {
  const { stage, finalBackup, holdUntil = '' } = record;
  return stage === 'final-backup'
    ? `holdfast/${finalBackup}`
    : `holdfast/${name}-${stage}-${holdUntil}`;
}
