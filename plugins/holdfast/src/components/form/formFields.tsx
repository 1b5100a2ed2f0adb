import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { HoldfastObjective } from './objective/HoldfastObjective';
import { HoldfastCluster } from './place/HoldfastCluster';
import { HoldfastNamespace } from './place/HoldfastNamespace';
import { HoldfastPreview } from './preview/HoldfastPreview';
import { validatePreview } from './preview/validatePreview';
import { HoldfastRepository } from './repository/HoldfastRepository';
import { validateRepository } from './repository/validateRepository';
import { HoldfastSchedule } from './schedule/HoldfastSchedule';
import { HoldfastStorage } from './storage/HoldfastStorage';
import { HoldfastStorageClass } from './storage/HoldfastStorageClass';
import { HoldfastText } from './text/HoldfastText';
import { validateFormField } from './validateFormField';
import { withQueries } from './withQueries';

const inputOption =
  'Which input of the API the property is, where its name is another one, or another property may have the same value.';

const textSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({ input: z.string().optional().describe(inputOption) }),
});

const lineSchema = makeFieldSchema({
  output: z => z.union([z.string(), z.number()]),
  uiOptions: z =>
    z.object({ input: z.string().optional().describe(inputOption) }),
});

const repositorySchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      allowedHosts: z
        .array(z.string())
        .optional()
        .describe('All that are under integrations unless given.'),
    }),
});

/** Its value is an empty object, so that the scaffolder asks it before the next step. */
const previewSchema = makeFieldSchema({ output: z => z.object({}).strict() });

const text = { validation: validateFormField, schema: textSchema };

/** What a template can name under `ui:field`, for either frontend system. */
export const formFields = {
  HoldfastText: {
    component: withQueries(HoldfastText),
    validation: validateFormField,
    schema: lineSchema,
  },
  HoldfastObjective: { component: withQueries(HoldfastObjective), ...text },
  HoldfastSchedule: { component: withQueries(HoldfastSchedule), ...text },
  HoldfastStorage: { component: withQueries(HoldfastStorage), ...text },
  HoldfastStorageClass: {
    component: withQueries(HoldfastStorageClass),
    ...text,
  },
  HoldfastCluster: { component: withQueries(HoldfastCluster), ...text },
  HoldfastNamespace: { component: withQueries(HoldfastNamespace), ...text },
  HoldfastRepository: {
    component: withQueries(HoldfastRepository),
    validation: validateRepository,
    schema: repositorySchema,
  },
  HoldfastPreview: {
    component: withQueries(HoldfastPreview),
    validation: validatePreview,
    schema: previewSchema,
  },
} as const;

export type FormFieldName = keyof typeof formFields;
