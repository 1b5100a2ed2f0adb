import { Choices, pairwise } from '../pairwise';

/** The parameters that change which files there are or what they are made of, with the values that make a difference. */
const structure: Choices = {
  tier: ['silver', 'gold', 'bronze'],
  store: ['s3', 'azure', 's3-compatible', 'in-cluster'],
  gitops: ['argocd', 'flux'],
  repository: ['git.example', 'github.com', 'gitlab.com'],
  synchronous: ['by tier', 'any', 'preferred', 'off'],
  snapshots: [false, true],
  secondRegion: [false, true],
  pooler: ['none', 'rw', 'rw-ro'],
  credentials: ['operator', 'external-secrets'],
  moreDatabases: [false, true],
  roles: [false, true],
  namespace: ['own', 'shared'],
  clients: [false, true],
  storageClass: ['default', 'fast'],
  retention: ['by tier', '12m'],
};

/** Answers to the form, and what to call them in a test. */
export interface Answers {
  title: string;
  values: Record<string, unknown>;
}

/** The least that a form has to be given. */
export const leastAnswers = {
  name: 'orders',
  owner: 'group:default/checkout',
  tier: 'silver',
  cluster: 'prod-eu-west',
  repoUrl: 'git.example?owner=shop&repo=orders-database',
};

/** Every two values of different parameters, together at least once. */
export function structuralChoices(): Answers[] {
  return pairwise(structure).map(combination => ({
    title: Object.values(combination).join(', '),
    values: answersTo(combination),
  }));
}

function answersTo(choice: Record<string, unknown>): Record<string, unknown> {
  // The schema refuses a second region that could not read the first one's store.
  const store =
    choice.secondRegion && choice.store === 'in-cluster'
      ? 's3-compatible'
      : choice.store;
  return {
    name: 'orders',
    owner: 'group:default/checkout',
    system: 'shop',
    description: 'Every order since 2019: losing one is losing money',
    tier: choice.tier,
    // A pool in front of replicas needs one.
    ...(choice.tier === 'bronze' &&
      choice.pooler === 'rw-ro' && { instances: 2 }),
    ...synchronous(choice.synchronous),
    ...(choice.retention === '12m' && { retention: '12m', rpo: '10m' }),
    ...(choice.snapshots === true && { snapshotClass: 'csi-snapshots' }),
    ...(choice.secondRegion === true && {
      secondRegion: 'eu-central-1',
      secondCluster: 'prod-eu-central',
    }),
    ...(choice.moreDatabases === true && {
      moreDatabases: ['invoices', 'audit_log'],
    }),
    ...(choice.roles === true && {
      roles: [
        { name: 'reporting', access: 'read' },
        { name: 'batch_jobs', access: 'write' },
      ],
    }),
    pooler: choice.pooler,
    poolMode: choice.pooler === 'rw-ro' ? 'transaction' : 'session',
    credentials: choice.credentials,
    ...(choice.clients === true && {
      clientNamespaces: ['storefront', 'till'],
    }),
    ...(choice.storageClass === 'fast' && { storageClass: 'fast-retain' }),
    cluster: 'prod-eu-west',
    ...(choice.namespace === 'shared' && { namespace: 'shop' }),
    store,
    ...(store === 'azure' && {
      region: 'westeurope',
      azure: {
        resourceGroup: 'shop-data',
        storageAccount: 'shopbackups',
        clientId: '00000000-0000-4000-8000-000000000001',
        tenantId: '00000000-0000-4000-8000-000000000002',
      },
    }),
    ...(store === 's3-compatible' && { endpoint: 'https://s3.example:9000' }),
    gitops: choice.gitops,
    repoUrl: `${choice.repository}?owner=shop&repo=orders-database`,
  };
}

function synchronous(choice: unknown): Record<string, unknown> {
  switch (choice) {
    case 'any':
      return { instances: 3, synchronous: 'any', dataDurability: 'required' };
    case 'preferred':
      return {
        instances: 4,
        synchronous: 'first',
        synchronousNumber: 2,
        dataDurability: 'preferred',
      };
    case 'off':
      return { synchronous: 'off' };
    default:
      return {};
  }
}
