import { join } from 'node:path';
import {
  AuthService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  Finding,
  HoldfastClient,
  verdictOrder,
} from '@holdfast/plugin-holdfast-common';
import { callOptionsOf } from '../callOptionsOf';
import { readManifests } from '../manifests/readManifests';
import { describePrediction } from '../words/describePrediction';
import { refusalOf } from '../words/refusalOf';
import { checkExamples } from './examples/checkExamples';

const levels = ['unprotected', 'unknown', 'at-risk', 'never'] as const;

/**
 * `holdfast:check`: judges what was rendered into the workspace by what it would become, and ends the run when that misses its objective.
 */
export function createCheckAction(options: {
  auth: AuthService;
  client: Pick<HoldfastClient, 'createPreview'>;
  /** The program that renders kustomizations; looked for on the PATH unless given. */
  kustomize?: string;
}) {
  const { auth, client, kustomize } = options;
  return createTemplateAction({
    id: 'holdfast:check',
    description:
      'Judges the databases that the rendered workspace declares, with the same engine as the portal and the command line, and fails when one would miss its objective.',
    examples: checkExamples,
    supportsDryRun: true,
    schema: {
      input: {
        path: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder or file in the workspace. A kustomization is built; of other folders every YAML and JSON file is read. Default: all of the workspace.',
            ),
        cluster: z =>
          z
            .string()
            .optional()
            .describe('The Kubernetes cluster that it is for, for messages.'),
        objective: z =>
          z
            .record(z.string())
            .optional()
            .describe(
              'What has to be attained: tier, rpo, rto.zone, retention, ... Default: what the catalog-info.yaml of the workspace and the objects say.',
            ),
        failOn: z =>
          z
            .enum(levels)
            .optional()
            .describe(
              'The best predicted verdict that fails the run. Default: at-risk, so that an objective that is missed does.',
            ),
        complete: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether nothing will exist but what is declared here. Default: true.',
            ),
      },
      output: {
        verdict: z =>
          z
            .string()
            .describe('The worst predicted verdict of all databases found.'),
        findings: z =>
          z
            .array(
              z.object({
                rule: z.string(),
                severity: z.string(),
                message: z.string(),
              }),
            )
            .describe('Of all databases.'),
      },
    },
    async handler(ctx) {
      const { path = '.', cluster, objective, failOn = 'at-risk' } = ctx.input;
      const target = resolveSafeChildPath(ctx.workspacePath, path);
      const { manifests, notes } = await readManifests(target, {
        entities: join(ctx.workspacePath, 'catalog-info.yaml'),
        root: ctx.workspacePath,
        kustomize,
        signal: ctx.signal,
      });
      for (const note of notes) ctx.logger.warn(note);
      if (manifests.length === 0) {
        throw new InputError(
          `path: "${path}" holds no YAML or JSON file: nothing is there to check`,
        );
      }
      const { databases, errors } = await client
        .createPreview(
          {
            manifests,
            complete: ctx.input.complete ?? true,
            ...(cluster && { cluster }),
            ...(objective && { objective }),
          },
          await callOptionsOf(auth, ctx),
        )
        .catch((error: unknown) => {
          throw refusalOf(error);
        });
      for (const { file, line, message } of errors) {
        ctx.logger.error(`${file}${line ? `:${line}` : ''} ${message}`);
      }
      for (const line of databases.flatMap(describePrediction)) {
        ctx.logger.info(line);
      }
      if (errors.length > 0) {
        throw new InputError(
          `What cannot be read cannot be judged: ${errors
            .map(({ file, message }) => `${file} ${message}`)
            .join('; ')}`,
        );
      }
      if (databases.length === 0) {
        throw new InputError(
          `path: "${path}" declares no database that Holdfast knows`,
        );
      }

      const rank = (verdict: string) =>
        verdictOrder.findIndex(candidate => candidate === verdict);
      const judged = databases.filter(
        ({ predicted }) => predicted.verdict !== 'exempt',
      );
      const worst = judged.reduce(
        (so, { predicted }) =>
          so === 'exempt' || rank(predicted.verdict) < rank(so)
            ? predicted.verdict
            : so,
        judged[0]?.predicted.verdict ?? 'exempt',
      );
      ctx.output('verdict', worst);
      const found: Pick<Finding, 'rule' | 'severity' | 'message'>[] = [];
      for (const { findings } of databases) {
        for (const { rule, severity, message } of findings) {
          found.push({ rule, severity, message });
        }
      }
      ctx.output('findings', found);
      const failing = judged.filter(
        ({ predicted }) => rank(predicted.verdict) <= rank(failOn),
      );
      if (failing.length > 0) {
        throw new InputError(
          `This would not attain what is asked for. ${failing
            .map(database => describePrediction(database).join('\n'))
            .join('\n')}`,
        );
      }
    },
  });
}
