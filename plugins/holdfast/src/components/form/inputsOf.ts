import { PostgresqlInputs } from '@holdfast/plugin-holdfast-common';

const texts = [
  'name',
  'owner',
  'system',
  'description',
  'cpu',
  'memory',
  'dataSize',
  'walSize',
  'storageClass',
  'postgresVersion',
  'tier',
  'rpo',
  'rto',
  'retention',
  'synchronous',
  'dataDurability',
  'backupSchedule',
  'snapshotClass',
  'snapshotSchedule',
  'secondRegion',
  'secondCluster',
  'database',
  'pooler',
  'poolMode',
  'credentials',
  'secretStore',
  'cluster',
  'namespace',
  'store',
  'region',
  'bucket',
  'endpoint',
  'eksCluster',
  'eksSecondCluster',
  'gitops',
  'repoUrl',
] as const satisfies readonly (keyof PostgresqlInputs)[];
const numbers = [
  'instances',
  'synchronousNumber',
] as const satisfies readonly (keyof PostgresqlInputs)[];
const lists = [
  'moreDatabases',
  'clientNamespaces',
] as const satisfies readonly (keyof PostgresqlInputs)[];
const azureTexts = [
  'resourceGroup',
  'storageAccount',
  'clientId',
  'tenantId',
] as const;

/**
 * What a form holds so far, as inputs of the API. What is empty is left out, as the template does; so is what is none of them, or of another
 * type, which the form itself refuses.
 */
export function inputsOf(formData: unknown): Partial<PostgresqlInputs> {
  if (!isRecord(formData)) return {};
  const inputs: Partial<PostgresqlInputs> = {};
  for (const key of texts) inputs[key] = textOf(formData[key]);
  for (const key of numbers) {
    const value = formData[key];
    if (typeof value === 'number') inputs[key] = value;
  }
  for (const key of lists) {
    const value = formData[key];
    if (Array.isArray(value)) inputs[key] = value.filter(isText);
  }
  const { azure, roles } = formData;
  if (isRecord(azure)) {
    inputs.azure = {};
    for (const key of azureTexts) inputs.azure[key] = textOf(azure[key]);
  }
  if (Array.isArray(roles)) {
    inputs.roles = roles.filter(isRecord).map(role => ({
      name: textOf(role.name),
      access: textOf(role.access),
    }));
  }
  return inputs;
}

function textOf(value: unknown): string | undefined {
  return isText(value) && value !== '' ? value : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
