import { PostgresqlInputs, PostgresqlTier } from './PostgresqlInputs';

type DefaultedByTier =
  | 'instances'
  | 'cpu'
  | 'memory'
  | 'dataSize'
  | 'walSize'
  | 'retention'
  | 'synchronous';

type Defaulted =
  | DefaultedByTier
  | 'postgresVersion'
  | 'synchronousNumber'
  | 'dataDurability'
  | 'backupSchedule'
  | 'snapshotSchedule'
  | 'database'
  | 'moreDatabases'
  | 'roles'
  | 'pooler'
  | 'poolMode'
  | 'clientNamespaces'
  | 'credentials'
  | 'secretStore'
  | 'namespace'
  | 'store'
  | 'region'
  | 'bucket'
  | 'gitops';

/**
 * Inputs with everything that the template fills in.
 *
 * @public
 */
export type PostgresqlChoices = PostgresqlInputs &
  Required<Pick<PostgresqlInputs, Defaulted>>;

const byTier: Record<
  PostgresqlTier,
  Required<Pick<PostgresqlInputs, DefaultedByTier>>
> = {
  gold: {
    instances: 3,
    cpu: '2',
    memory: '4Gi',
    dataSize: '50Gi',
    walSize: '10Gi',
    retention: '30d',
    synchronous: 'any',
  },
  silver: {
    instances: 2,
    cpu: '1',
    memory: '2Gi',
    dataSize: '20Gi',
    walSize: '5Gi',
    retention: '14d',
    synchronous: 'off',
  },
  bronze: {
    instances: 1,
    cpu: '500m',
    memory: '1Gi',
    dataSize: '10Gi',
    walSize: '2Gi',
    retention: '7d',
    synchronous: 'off',
  },
};

const always = {
  postgresVersion: '18',
  synchronousNumber: 1,
  dataDurability: 'required',
  backupSchedule: '0 0 2 * * *',
  snapshotSchedule: '0 30 */6 * * *',
  moreDatabases: [],
  roles: [],
  pooler: 'none',
  poolMode: 'session',
  clientNamespaces: [],
  credentials: 'operator',
  secretStore: 'platform',
  store: 's3',
  region: 'eu-west-1',
  gitops: 'argocd',
} satisfies Partial<PostgresqlInputs>;

/**
 * What the template makes of a tier when nothing else is answered.
 *
 * @public
 */
export function postgresqlDefaults(
  tier: PostgresqlTier,
): Omit<PostgresqlChoices, 'name' | 'namespace' | 'database' | 'bucket'> {
  return { tier, ...always, ...byTier[tier] };
}

/**
 * Fills in what is left out, as the template does. Sound inputs are asked for: see {@link validatePostgresqlInputs}.
 *
 * @public
 */
export function choosePostgresql(
  inputs: PostgresqlInputs & { tier: PostgresqlTier },
): PostgresqlChoices {
  const { name, tier, namespace } = inputs;
  const chosen = Object.fromEntries(
    Object.entries(inputs).filter(([, value]) => !isLeftOut(value)),
  );
  return {
    ...postgresqlDefaults(tier),
    database: name.replaceAll('-', '_'),
    namespace: name,
    bucket: isLeftOut(namespace)
      ? `${name}-backups`
      : `${namespace}-${name}-backups`,
    ...chosen,
    name,
    tier,
  };
}

/** The template takes what is empty for what is not there. */
export function isLeftOut(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
