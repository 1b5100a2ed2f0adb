import { ProvisioningContext } from '../ProvisioningContext';
import { PostgresqlInputs } from './PostgresqlInputs';
import { validatePostgresqlInputs } from './validatePostgresqlInputs';

const least: PostgresqlInputs = { name: 'orders', tier: 'gold' };
const context: ProvisioningContext = {
  now: Date.parse('2026-11-29T12:00:00Z'),
  quota: {
    instances: 5,
    cpu: '4',
    memory: '16Gi',
    dataSize: '1Ti',
    walSize: '50Gi',
  },
  clusters: [
    { name: 'eu', storageClasses: [{ name: 'ssd' }, { name: 'local-path' }] },
    { name: 'us', storageClasses: [] },
  ],
  taken: [
    { name: 'carts', by: 'the entity resource:default/carts' },
    {
      name: 'ledger',
      cluster: 'eu',
      namespace: 'payments',
      by: 'a database in namespace payments of eu',
    },
  ],
};

const said = (inputs: Partial<PostgresqlInputs>, given = context) =>
  validatePostgresqlInputs(inputs, given).map(
    ({ field, message }) => `${field}: ${message}`,
  );

describe('validatePostgresqlInputs', () => {
  it.each(['gold', 'silver', 'bronze'])(
    'takes a name and the tier %s for enough',
    tier => {
      expect(said({ name: 'orders', tier })).toEqual([]);
      expect(said({ name: 'orders', tier }, {})).toEqual([]);
    },
  );

  it('asks for nothing else of a form that is just begun', () => {
    expect(said({})).toEqual([
      'name: write a name, such as orders',
      'tier: write a tier, one of gold, silver, bronze',
    ]);
  });

  it('takes every kind of answer that makes sense', () => {
    expect(
      said({
        ...least,
        owner: 'group:default/checkout',
        description: 'Every order since 2019: losing one is losing money 💸',
        instances: 5,
        cpu: '500m',
        memory: '16Gi',
        dataSize: '1Ti',
        walSize: '50Gi',
        storageClass: 'ssd',
        rpo: '10m',
        retention: '12m',
        rto: '365000d',
        synchronous: 'first',
        synchronousNumber: 4,
        dataDurability: 'preferred',
        backupSchedule: '0 0 2 * * *',
        snapshotClass: 'csi-snapshots',
        snapshotSchedule: '0 30 */6 * * *',
        secondRegion: 'eu-central-1',
        secondCluster: 'us',
        database: 'orders',
        moreDatabases: ['invoices'],
        roles: [{ name: 'reporting', access: 'read' }],
        clientNamespaces: ['storefront'],
        cluster: 'eu',
        namespace: 'shop',
        store: 's3-compatible',
        endpoint: 'https://s3.example:9000',
        storageClassOfTheirOwn: 'left alone',
      } as PostgresqlInputs),
    ).toEqual([]);
  });

  it.each<[Partial<PostgresqlInputs>, string]>([
    [
      { name: 'a'.repeat(41) },
      `name: "${'a'.repeat(41)}" has 41 characters: write at most 40`,
    ],
    [
      { name: 'Orders' },
      'name: "Orders" is not a name for a database: write lower-case letters, digits and hyphens, a letter first and no hyphen last, such as orders',
    ],
    [
      { name: 'carts' },
      'name: "carts" is taken by the entity resource:default/carts: write another name',
    ],
    [
      { name: 'ledger', cluster: 'eu', namespace: 'payments' },
      'name: "ledger" is taken by a database in namespace payments of eu: write another name',
    ],
    // YAML 1.2.2, 5.1 and 5.4: NUL is in no stream, and NEL is a line break to YAML 1.1.
    ...['a\nb', 'a\u0000b', 'a\u0085b', 'a\u2028b'].map(
      (description): [Partial<PostgresqlInputs>, string] => [
        { description },
        `description: "${description}" is not one line of at most 200 characters without control characters, quotes, braces, backslashes, <, >, \` and $`,
      ],
    ),
    [
      { tier: 'platinum' },
      'tier: "platinum" is not offered: write one of gold, silver, bronze',
    ],
    [
      { instances: 0 },
      'instances: "0" is not a number of instances: write 1 to 9',
    ],
    [
      { instances: 2.5 },
      'instances: "2.5" is not a number of instances: write 1 to 9',
    ],
    [{ instances: 6 }, 'instances: "6" is above the quota: write at most 5'],
    [
      { dataSize: '1.5GB' },
      'dataSize: "1.5GB" is not the size of a volume: write whole Gi or Ti, for example 2Gi',
    ],
    [
      { dataSize: '500Mi' },
      'dataSize: "500Mi" is not the size of a volume: write whole Gi or Ti, for example 1Gi',
    ],
    [
      { dataSize: 'large' },
      'dataSize: "large" is not the size of a volume: write whole Gi or Ti, for example 50Gi',
    ],
    [
      { dataSize: '2Ti' },
      'dataSize: "2Ti" is above the quota: write at most 1Ti',
    ],
    [
      { walSize: '' },
      'walSize: has no size: write for example 10Gi, or leave it to the tier',
    ],
    [
      { walSize: '0Gi' },
      'walSize: "0Gi" is not the size of a volume: write whole Gi, for example 10Gi',
    ],
    [
      { walSize: '1Ti' },
      'walSize: "1Ti" is not the size of a volume: write whole Gi, for example 1024Gi',
    ],
    [
      { cpu: '0.5' },
      'cpu: "0.5" is not an amount of CPU: write whole cores or millicores, for example 500m',
    ],
    [{ cpu: '4001m' }, 'cpu: "4001m" is above the quota: write at most 4'],
    [
      { memory: '4 GB' },
      'memory: "4 GB" is not an amount of memory: write whole Mi or Gi, for example 3815Mi',
    ],
    [
      { storageClass: 'fast', cluster: 'eu' },
      'storageClass: "fast" is not a storage class of eu: write one of ssd, local-path',
    ],
    [
      { rpo: '5 min' },
      'rpo: "5 min" is not a time of minutes, hours or days: write for example 5m, 4h or 1d',
    ],
    [
      { retention: '0d' },
      'retention: "0d" is not a time of days, weeks or months, 1 or more: write for example 30d, 4w or 3m',
    ],
    [
      { rpo: '525600001m' },
      'rpo: "525600001m" is longer than 1000 years: write for example 1d',
    ],
    [
      { rto: '365001d' },
      'rto: "365001d" is longer than 1000 years: write for example 1d',
    ],
    [
      { retention: '99999999999999d' },
      'retention: "99999999999999d" is longer than 1000 years: write for example 30d',
    ],
    [
      { synchronousNumber: 3 },
      'synchronousNumber: "3" replicas cannot confirm a commit: of 3 instances 2 are replicas, so write at most 2, or more instances',
    ],
    [
      { instances: 1 },
      'synchronous: "any" by tier gold waits for replicas, and with 1 instance there is none: write off, or more instances',
    ],
    [
      { synchronousNumber: 0 },
      'synchronousNumber: "0" is not a number of replicas: write 1 to 8',
    ],
    [
      { backupSchedule: '0 2 * *' },
      'backupSchedule: "0 2 * *" has 4 fields: write six, seconds first, for example 0 0 2 * * * for 02:00 every day',
    ],
    [
      { backupSchedule: '0 2 * * *' },
      'backupSchedule: "0 2 * * *" has five fields, and the operator takes the first for seconds: it would run every 1 h: 2026-11-29 12:02, 13:02 UTC. For every 1 d: 2026-11-30 02:00, 2026-12-01 02:00 UTC write 0 0 2 * * *',
    ],
    [
      { backupSchedule: '0 0 0 30 2 *' },
      'backupSchedule: "0 0 0 30 2 *" does not run within five years: write a date that occurs, for example 0 0 2 * * *',
    ],
    [
      { secondRegion: 'eu-west-1', secondCluster: 'us' },
      'secondRegion: "eu-west-1" is the first region as well (by default), and would be lost with it: write another one, or the region of the object store',
    ],
    [
      { secondRegion: 'eu-central-1' },
      'secondCluster: write the Kubernetes cluster in eu-central-1 that the replica runs in',
    ],
    [
      { secondRegion: 'eu-central-1', secondCluster: 'eu', cluster: 'eu' },
      'secondCluster: "eu" is the first cluster as well: write one in the second region',
    ],
    [
      {
        secondRegion: 'eu-central-1',
        secondCluster: 'us',
        store: 'in-cluster',
      },
      'store: "in-cluster" cannot be read from a second region: write s3, azure or s3-compatible',
    ],
    [
      { database: 'Orders' },
      'database: "Orders" is not a name that PostgreSQL takes unquoted: write at most 63 lower-case letters, digits and underscores, and no digit first',
    ],
    [
      { database: 'postgres' },
      'database: "postgres" is a name of the server itself: write another one',
    ],
    [
      { moreDatabases: ['invoices', 'orders'] },
      'moreDatabases[1]: "orders" is the name of the first database as well: write another one',
    ],
    [
      { roles: [{ name: 'readers', access: 'read' }] },
      'roles[0].name: "readers" is the group that such roles are members of: write another one',
    ],
    [
      { roles: [{ name: 'batch', access: 'all' }] },
      'roles[0].access: "all" is not offered: write one of read, write',
    ],
    [
      { cluster: 'mars' },
      'cluster: "mars" is not a cluster here: write one of eu, us',
    ],
    [
      { store: 's3-compatible' },
      'endpoint: write where the S3-compatible store is, such as https://s3.example:9000',
    ],
    [
      { namespace: 'n'.repeat(50) },
      `bucket: "${'n'.repeat(
        50,
      )}-orders-backups" has 65 characters, and 63 are allowed: write a bucket of at most 63; left empty, it is made of namespace and name`,
    ],
  ])('refuses %j', (inputs, message) => {
    expect(said({ ...least, ...inputs })).toEqual([message]);
  });

  it('asks for each part of an Azure account', () => {
    expect(said({ ...least, store: 'azure' })).toEqual([
      'azure.resourceGroup: write the resource group that the storage account belongs to',
      'azure.storageAccount: write the storage account',
      'azure.clientId: write the client ID of the workload identity',
      'azure.tenantId: write the tenant ID',
    ]);
  });

  it('holds what comes from the tier to the quota as well, and says so', () => {
    expect(said(least, { quota: { instances: 2, dataSize: '10Gi' } })).toEqual([
      'instances: "3" by tier gold is above the quota: write at most 2',
      'dataSize: "50Gi" by tier is above the quota: write at most 10Gi',
    ]);
  });

  it.each([
    [
      { owner: 'x y' },
      'owner: "x y" is not the reference of an entity: write for example group:default/checkout',
    ],
    [
      { system: 'system:/shop' },
      'system: "system:/shop" is not the reference of an entity: write for example group:default/checkout',
    ],
    [
      { namespace: 'kube-system' },
      'namespace: "kube-system" is a namespace of Kubernetes itself: write one that does not begin with kube-',
    ],
    [
      { name: 'kube-state' },
      'name: "kube-state" is a namespace of Kubernetes itself: write one that does not begin with kube-',
    ],
    [
      { tier: 'bronze', pooler: 'rw-ro' },
      'pooler: "rw-ro" has a pool in front of replicas, and one instance has none: write rw, or take two instances or more',
    ],
  ])('refuses %j, which nothing good comes of', (inputs, words) => {
    expect(said({ ...least, ...inputs })).toEqual([words]);
  });

  it('takes owners and systems as the catalog writes them', () => {
    for (const owner of ['checkout', 'group:checkout', 'user:default/ann.b']) {
      expect(said({ ...least, owner, system: 'default/shop' })).toEqual([]);
    }
    expect(said({ ...least, tier: 'silver', pooler: 'rw-ro' })).toEqual([]);
  });

  it('lets a name be used again in another namespace', () => {
    expect(said({ ...least, name: 'ledger', cluster: 'eu' })).toEqual([]);
  });

  it('reports every field, each once', () => {
    expect(
      validatePostgresqlInputs({
        name: 'Orders',
        tier: 'gold',
        dataSize: '1.5GB',
        retention: '0d',
      }).map(({ field, value }) => [field, value]),
    ).toEqual([
      ['name', 'Orders'],
      ['retention', '0d'],
      ['dataSize', '1.5GB'],
    ]);
  });
});
