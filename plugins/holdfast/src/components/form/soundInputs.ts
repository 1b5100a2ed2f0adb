import {
  InputProblem,
  PostgresqlInputs,
  PreviewRequest,
  ProvisioningContext,
  validatePostgresqlInputs,
} from '@holdfast/plugin-holdfast-common';

const standIns = { name: 'preview', tier: 'silver' };

/**
 * Inputs that a preview can be made of while a form is still being filled in: what is refused is left out, so that the tier fills it in, and
 * name and tier are there. `leftOut` says what was.
 */
export function soundInputs(
  inputs: Partial<PostgresqlInputs>,
  context: ProvisioningContext,
): { inputs: NonNullable<PreviewRequest['inputs']>; leftOut: InputProblem[] } {
  const named = { ...inputs, name: inputs.name ?? standIns.name };
  const { tier = standIns.tier } = inputs;
  const leftOut = validatePostgresqlInputs({ ...named, tier }, context);
  const refused = new Set(leftOut.map(({ field }) => field.split(/[.[]/)[0]));
  // A second region goes as a whole.
  if (refused.has('secondRegion') || refused.has('secondCluster')) {
    refused.add('secondRegion').add('secondCluster');
  }
  // What an address is missing for is another store.
  if (refused.has('endpoint') || refused.has('azure')) refused.add('store');
  const kept: Partial<PostgresqlInputs> = Object.fromEntries(
    Object.entries(named).filter(([key]) => !refused.has(key)),
  );
  return {
    inputs: {
      ...kept,
      name: kept.name ?? standIns.name,
      tier: kept.tier ?? (refused.has('tier') ? standIns.tier : tier),
    },
    leftOut,
  };
}
