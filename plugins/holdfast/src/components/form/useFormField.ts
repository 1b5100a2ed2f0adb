import {
  PostgresqlInputs,
  validatePostgresqlInputs,
} from '@holdfast/plugin-holdfast-common';
import { useMemo } from 'react';
import { useProvisioning, useSettled } from '../../queries';
import { contextOf } from './contextOf';
import { FormFieldProps } from './FormFieldProps';
import { inputsOf } from './inputsOf';

const settleMs = 500;

/** What all of our fields make of what the scaffolder hands them. */
export function useFormField<TValue>(props: FormFieldProps<TValue>) {
  const { name, schema, uiSchema, required, disabled, readonly } = props;
  const { formContext, formData, rawErrors, hideError } = props;
  const options = uiSchema?.['ui:options'];
  const input = options?.input ?? name;
  const provisioning = useProvisioning();
  const all: unknown = formContext?.formData;
  const inputs = useMemo<Partial<PostgresqlInputs>>(
    () => inputsOf({ ...Object(all), [input]: formData }),
    [all, input, formData],
  );
  const context = contextOf(provisioning.data);
  const settledValue = useSettled(formData, settleMs);

  const isThere = formData !== undefined;
  const problem = useMemo(
    () =>
      isThere
        ? validatePostgresqlInputs(inputs, contextOf(provisioning.data)).find(
            ({ field }) => field === input,
          )?.message
        : undefined,
    [isThere, inputs, provisioning.data, input],
  );
  // Nobody is told off for what is half typed. What the scaffolder shows itself is not said twice.
  const own = settledValue === formData ? problem : undefined;
  const [raw] = rawErrors ?? [];
  const unsaid = raw === undefined ? own : undefined;

  return {
    input,
    inputs,
    context,
    provisioning,
    /** What is wrong with the value, whether it is shown or not. */
    problem,
    /** What is wrong with it and is not shown by the scaffolder. */
    error: hideError ? own ?? raw : unsaid,
    label: schema.title ?? name,
    description: uiSchema?.['ui:description'] ?? schema.description,
    isRequired: Boolean(required),
    isDisabled: Boolean(disabled) || Boolean(readonly),
  };
}
