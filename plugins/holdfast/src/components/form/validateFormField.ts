import { ApiHolder } from '@backstage/core-plugin-api';
import {
  inputProblemsOf,
  InputProblem,
  PostgresqlInputs,
  Provisioning,
  validatePostgresqlInputs,
} from '@holdfast/plugin-holdfast-common';
import { HoldfastApi, holdfastApiRef } from '../../api';
import { contextOf } from './contextOf';
import { inputsOf } from './inputsOf';

/** What the server alone can tell: whether a name is taken, which may hang on where the database is to be. */
const askedOfServer: Record<string, readonly string[]> = {
  name: ['name'],
  cluster: ['cluster', 'name'],
};

/** What the scaffolder tells a validator, as far as ours look at it. */
export interface FieldContext {
  apiHolder: ApiHolder;
  formData: Record<string, unknown>;
  uiSchema?: { 'ui:options'?: { input?: unknown } };
}

/** Where the scaffolder takes what is wrong. */
export interface FieldErrors {
  addError(message: string): void;
}

/**
 * Refuses what the API would refuse, in the same words, before the next step of the form. When the API does not answer nothing is refused
 * for it: it is asked again when the form is sent.
 */
export async function validateFormField(
  value: unknown,
  field: FieldErrors,
  context: FieldContext,
): Promise<void> {
  if (value === undefined || value === '') return;
  const { formData } = context;
  const input = context.uiSchema?.['ui:options']?.input;
  const stated = typeof input === 'string' ? input : undefined;
  // The scaffolder does not say which property it is about: the options do, else it is each that has this value.
  const names =
    stated === undefined
      ? Object.keys(formData).filter(name => formData[name] === value)
      : [stated];
  const inputs = inputsOf(
    stated === undefined ? formData : { ...formData, [stated]: value },
  );
  const api = context.apiHolder.get(holdfastApiRef);
  const provisioning = await provisioningOf(api);
  const own = validatePostgresqlInputs(inputs, contextOf(provisioning)).filter(
    problem => names.includes(problem.field),
  );
  for (const { message } of own) field.addError(message);
  const asked = names.flatMap(name => askedOfServer[name] ?? []);
  if (own.length > 0 || asked.length === 0 || !api) return;
  for (const problem of await problemsByServer(api, inputs)) {
    if (asked.includes(problem.field)) field.addError(problem.message);
  }
}

/** What the API refuses of inputs; nothing when it does not answer. */
export async function problemsByServer(
  api: HoldfastApi,
  inputs: Partial<PostgresqlInputs>,
): Promise<InputProblem[]> {
  const { name, tier = 'silver' } = inputs;
  if (name === undefined) return [];
  try {
    await api.createPreview({ inputs: { ...inputs, name, tier } });
    return [];
  } catch (error) {
    return inputProblemsOf(error) ?? [];
  }
}

async function provisioningOf(
  api: HoldfastApi | undefined,
): Promise<Provisioning | undefined> {
  try {
    return await api?.getProvisioning();
  } catch {
    return undefined;
  }
}
