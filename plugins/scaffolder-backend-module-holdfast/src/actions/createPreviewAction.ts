import { AuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { JsonObject, JsonValue } from '@backstage/types';
import {
  HoldfastClient,
  PreviewRequest,
} from '@holdfast/plugin-holdfast-common';
import { callOptionsOf } from '../callOptionsOf';
import { refusalOf } from '../words/refusalOf';
import { describeCost } from '../words/describeCost';
import { describePrediction } from '../words/describePrediction';
import { previewExamples } from './examples/previewExamples';

/**
 * `holdfast:preview`: what the answers of the form would attain and cost. Answers that make no sense end the run before anything exists.
 */
export function createPreviewAction(options: {
  auth: AuthService;
  client: Pick<HoldfastClient, 'createPreview'>;
}) {
  const { auth, client } = options;
  return createTemplateAction({
    id: 'holdfast:preview',
    description:
      'Says what a PostgreSQL database would attain and cost before it exists, and refuses inputs that make no sense, field by field.',
    examples: previewExamples,
    supportsDryRun: true,
    schema: {
      input: {
        inputs: z =>
          z
            .record(z.custom<JsonValue>(value => value !== undefined))
            .describe('The parameters of the template postgresql.'),
        objective: z =>
          z
            .record(z.string())
            .optional()
            .describe(
              'What has to be attained, in place of what the inputs say: tier, rpo, rto.zone, retention, ...',
            ),
        nameMayBeTaken: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether the database may be there already, as when a run is repeated that failed half way. Default: false.',
            ),
      },
      output: {
        verdict: z =>
          z.string().describe('The predicted verdict: protected, at-risk, ...'),
        monthlyCost: z =>
          z
            .string()
            .optional()
            .describe(
              'Of what has a price, a decimal number; absent when nothing has one.',
            ),
        currency: z => z.string().optional().describe('By ISO 4217.'),
        costIsComplete: z =>
          z
            .boolean()
            .optional()
            .describe('False: something has no price, and is not in the sum.'),
        summary: z => z.string().describe('All of it in words, for a page.'),
      },
    },
    async handler(ctx) {
      const { inputs, objective, nameMayBeTaken } = ctx.input;
      const preview = await client
        .createPreview(
          {
            inputs: inputsOf(inputs),
            ...(objective && { objective }),
            ...(nameMayBeTaken && { nameMayBeTaken }),
          },
          await callOptionsOf(auth, ctx),
        )
        .catch((error: unknown) => {
          throw refusalOf(error);
        });
      const lines = [
        ...preview.databases.flatMap(describePrediction),
        ...(preview.cost ? describeCost(preview.cost) : []),
      ];
      for (const line of lines) ctx.logger.info(line);

      const [database] = preview.databases;
      ctx.output('verdict', database?.predicted.verdict ?? 'unknown');
      ctx.output('monthlyCost', preview.cost?.total);
      ctx.output('currency', preview.cost?.currency);
      ctx.output('costIsComplete', preview.cost?.complete);
      ctx.output('summary', lines.join('\n'));
    },
  });
}

/** What is not of the right type, the API refuses by field. */
function inputsOf(inputs: JsonObject): NonNullable<PreviewRequest['inputs']> {
  const { name, tier } = inputs;
  if (typeof name !== 'string' || typeof tier !== 'string') {
    throw new InputError(
      `inputs: name is ${JSON.stringify(name)} and tier is ${JSON.stringify(
        tier,
      )}; both have to be text`,
    );
  }
  return { ...inputs, name, tier };
}
