import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  PostgresqlInputs,
  postgresqlDefaults,
  postgresqlTiers,
} from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';

/** What a field that is left empty gets from the tier, once one is chosen. */
export function tierDefault(
  input: string,
  tier: string | undefined,
): string | undefined {
  const known = postgresqlTiers.find(name => name === tier);
  if (!known) return undefined;
  const value = Object.entries(postgresqlDefaults(known)).find(
    ([name]) => name === input,
  )?.[1];
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : undefined;
}

/** The same as a placeholder: `20Gi by tier silver`. */
export function useTierDefault(field: {
  input: string;
  inputs: Partial<PostgresqlInputs>;
}): string | undefined {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { tier } = field.inputs;
  const value = tierDefault(field.input, tier);
  return value && tier ? t('form.byTier', { value, tier }) : undefined;
}
