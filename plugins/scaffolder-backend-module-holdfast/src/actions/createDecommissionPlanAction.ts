import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  AuthService,
  resolveSafeChildPath,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError, isError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { JsonValue } from '@backstage/types';
import {
  CallOptions,
  claimedObject,
  databaseIdOf,
  decommissionCost,
  DecommissionFacts,
  DecommissionRecord,
  HoldfastClient,
  nextDecommissionStep,
  ObjectReference,
  PostgresqlChoices,
  PostgresqlInputs,
  validateDecommission,
  VolumeFate,
} from '@holdfast/plugin-holdfast-common';
import { stringify } from 'yaml';
import { callOptionsOf } from '../callOptionsOf';
import { addComponent } from '../decommission/addComponent';
import { describeInCatalog } from '../decommission/describeInCatalog';
import { dropUntargetedPatches } from '../decommission/dropUntargetedPatches';
import { sourceOf } from '../decommission/sourceOf';
import {
  recordPath,
  TemplateRepository,
} from '../decommission/TemplateRepository';
import {
  describeDecommission,
  DecommissionStory,
} from '../words/describeDecommission';
import { refusalOf } from '../words/refusalOf';
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
        stage: z => z.enum(['final-backup', 'hold', 'release', 'removal']),
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
      const { entity, database } = readEntity(ctx.input.entity);
      const source = sourceOf(entity, integrations);
      const callOptions = await callOptionsOf(auth, ctx);
      const { facts, retentionSeconds } = await lookAt(
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
            .join('\n'),
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
          if (!step.record) throw new ConflictError(step.refusals.join('\n'));
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
            ...(await priced(client, inputs, choices, callOptions)),
            nextUrl: nextUrlOf(config, entity, ctx.input),
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

function readEntity(value: JsonValue): {
  entity: Entity;
  database: ObjectReference;
} {
  if (!isEntity(value)) {
    throw new InputError(
      'entity: it is no entity; hand on what catalog:fetch outputs',
    );
  }
  const ref = stringifyEntityRef(value);
  const type: unknown = Object(value.spec).type;
  if (value.kind !== 'Resource' || type !== 'database') {
    throw new InputError(
      `entity: ${ref} is a ${value.kind} of the type ${type}, and no database`,
    );
  }
  const claimed = claimedObject(value.metadata.annotations);
  if ('missing' in claimed) {
    throw new InputError(
      `entity: ${ref} does not say which database it is: ${claimed.missing.join(
        ', ',
      )} are missing`,
    );
  }
  return { entity: value, database: claimed.object };
}

function isEntity(value: unknown): value is Entity {
  const { kind, apiVersion, metadata } = Object(value);
  return (
    typeof kind === 'string' &&
    typeof apiVersion === 'string' &&
    typeof Object(metadata).name === 'string'
  );
}

async function lookAt(
  client: Client,
  database: ObjectReference,
  callOptions: CallOptions,
): Promise<{ facts: DecommissionFacts; retentionSeconds: number }> {
  const id = databaseIdOf(database);
  const refuse = (error: unknown) => {
    throw refusalOf(error);
  };
  const { summary, assessment } = await client
    .getDatabase(id, callOptions)
    .catch(refuse);
  const points = await client
    .listRecoveryPoints(id, { limit: 100 }, callOptions)
    .catch(refuse);
  return {
    facts: {
      name: database.name,
      verdict: summary.verdict,
      stale: summary.stale,
      findings: assessment.findings,
      usableBackups: points.items
        .filter(({ usable }) => usable)
        .map(({ object }) => object.name),
    },
    retentionSeconds: assessment.objective.retentionSeconds.value,
  };
}

/** The components that a stage adds to the overlay of a Kubernetes cluster. */
async function changedFiles(
  repository: TemplateRepository,
  record: DecommissionRecord,
  { cluster, secondCluster }: PostgresqlChoices,
): Promise<Map<string, string>> {
  const { stage } = record;
  const files = new Map([
    [recordPath, recordText(record)],
    [
      'catalog-info.yaml',
      describeInCatalog(await repository.read('catalog-info.yaml'), record),
    ],
  ]);
  // A backup is taken where the primary is.
  const clusters =
    stage === 'final-backup' || !secondCluster
      ? [cluster]
      : [cluster, secondCluster];
  for (const name of clusters) {
    const file = `overlays/${name}/kustomization.yaml`;
    const text = addComponent(await repository.read(file), {
      file,
      component: `../../components/decommission/${stage}`,
    });
    files.set(file, stage === 'removal' ? dropUntargetedPatches(text) : text);
  }
  return files;
}

function recordText(record: DecommissionRecord): string {
  const known = Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  );
  return `# How far the database has been taken out of service. What stands on the default branch was merged.\n${stringify(
    known,
    { lineWidth: 0 },
  )}`;
}

function branchOf(record: DecommissionRecord, name: string): string {
  const { stage, finalBackup, holdUntil = '' } = record;
  return stage === 'final-backup'
    ? `holdfast/${finalBackup}`
    : `holdfast/${name}-${stage}-${holdUntil}`;
}

async function priced(
  client: Client,
  inputs: PostgresqlInputs,
  choices: PostgresqlChoices,
  callOptions: CallOptions,
): Promise<Pick<DecommissionStory, 'cost' | 'costProblem' | 'fates'>> {
  const { clusters } = await client.getProvisioning(callOptions);
  const fateIn = (name: string | undefined): VolumeFate => {
    const classes =
      clusters.find(cluster => cluster.name === name)?.storageClasses ?? [];
    const found = choices.storageClass
      ? classes.find(one => one.name === choices.storageClass)
      : classes.find(({ isDefault }) => isDefault);
    if (found?.reclaimPolicy === 'Delete') return 'deleted';
    return found?.reclaimPolicy === 'Retain' ? 'kept' : 'unknown';
  };
  const fates = {
    volumes: fateIn(choices.cluster),
    secondVolumes: fateIn(choices.secondCluster),
  };
  try {
    const { cost } = await client.createPreview(
      { inputs, nameMayBeTaken: true },
      callOptions,
    );
    return cost ? { cost: decommissionCost(cost, fates), fates } : { fates };
  } catch (error) {
    // Answers that were sound once may be above a quota by now: no reason to keep a database.
    const refusal = refusalOf(error);
    if (!isError(refusal) || refusal.name !== InputError.name) throw refusal;
    return { costProblem: refusal.message, fates };
  }
}

/** The form again, filled in. */
function nextUrlOf(
  config: RootConfigService,
  entity: Entity,
  answers: { reason: string; hold?: string; keepBackups?: string },
): string | undefined {
  const baseUrl = config.getOptionalString('app.baseUrl');
  if (!baseUrl) return undefined;
  const { reason, hold, keepBackups } = answers;
  const formData = JSON.stringify({
    entityRef: stringifyEntityRef(entity),
    reason,
    hold,
    keepBackups,
  });
  return `${baseUrl.replace(
    /\/$/,
    '',
  )}/create/templates/default/decommission-database?${new URLSearchParams({
    formData,
  })}`;
}
