import { Database } from '../model';
import {
  aDatabase,
  anInstance,
  aStore,
  observed,
  reference,
} from './__testUtils__/aDatabase';
import { fateTiesOf, sharedFates } from './sharedFate';

const oneZone = [
  anInstance(1, { zone: observed('eu-west-1a'), node: observed('n1') }),
  anInstance(2, { zone: observed('eu-west-1a'), node: observed('n2') }),
];

const tiesOf = (overrides: Partial<Database>) =>
  fateTiesOf(aDatabase(overrides)).map(
    ({ kind, id, data, backups }) => `${kind} ${id}: ${data} ${backups}`,
  );

const far = aStore({
  bucket: observed('backups'),
  endpoint: observed('https://s3.eu-central-1.amazonaws.com/'),
  credential: observed('Secret shop/aws-creds'),
  region: observed('eu-central-1'),
  inCluster: observed(false),
});
const near = aStore({
  id: 'near',
  bucket: observed('backups'),
  endpoint: observed('http://minio.storage.svc:9000'),
  inCluster: observed(true),
});

describe('fateTiesOf', () => {
  it('tells data and backups apart', () => {
    expect(tiesOf({ stores: [far], region: observed('eu-west-1') })).toEqual([
      'cluster production-eu: true none',
      'region eu-west-1: true none',
      'region eu-central-1: false all',
      'bucket s3.eu-central-1.amazonaws.com|backups: false all',
      'credential production-eu/Secret shop/aws-creds: false all',
    ]);
  });

  it('counts a store in the cluster with it, and with its region', () => {
    expect(tiesOf({ stores: [near], region: observed('eu-west-1') })).toEqual([
      'cluster production-eu: true all',
      'region eu-west-1: true all',
      'bucket production-eu|minio.storage.svc:9000|backups: false all',
    ]);
  });

  it('does not call all lost where another store is left', () => {
    expect(tiesOf({ stores: [near, far] })).toContain(
      'cluster production-eu: true some',
    );
  });

  it('counts snapshots with their cluster', () => {
    expect(
      tiesOf({ stores: [aStore({ method: 'volume-snapshot' })] }),
    ).toContain('cluster production-eu: true all');
  });

  it('takes no notice of a former store', () => {
    expect(tiesOf({ stores: [aStore({ ...near, inUse: false })] })).toEqual([
      'cluster production-eu: true none',
    ]);
  });

  it('counts a zone where all instances are in it', () => {
    expect(tiesOf({ instances: oneZone })).toContain(
      'zone eu-west-1a: true none',
    );
    expect(
      tiesOf({ instances: [...oneZone, anInstance(3, { zone: undefined })] }),
    ).not.toContainEqual(expect.stringContaining('zone'));
    expect(tiesOf({ instances: [] })).not.toContainEqual(
      expect.stringContaining('zone'),
    );
  });

  it('counts a node within its cluster', () => {
    expect(tiesOf({ instances: oneZone.slice(0, 1) })).toContain(
      'node production-eu/n1: true none',
    );
  });
});

describe('sharedFates', () => {
  const named = (
    name: string,
    cluster: string,
    overrides: Partial<Database>,
  ): Database =>
    aDatabase({
      id: `${cluster}/shop/Cluster.postgresql.cnpg.io/${name}`,
      reference: { ...reference, cluster, name },
      ...overrides,
    });
  const fleet = [
    named('a', 'eu', { stores: [far], region: observed('eu-west-1') }),
    named('b', 'eu', { stores: [near], region: observed('eu-west-1') }),
    named('c', 'us', { stores: [far], region: observed('us-east-1') }),
  ];

  it('puts first where nothing would be left', () => {
    expect(
      sharedFates(fleet).map(fate => [
        `${fate.kind} ${fate.name}`,
        fate.databases,
        fate.down,
        fate.withoutBackups,
        fate.nothingLeft,
      ]),
    ).toEqual([
      ['cluster eu', 2, 2, 1, 1],
      ['region eu-west-1', 2, 2, 1, 1],
      ['bucket backups', 2, 0, 2, 0],
      ['credential Secret shop/aws-creds', 2, 0, 2, 0],
      ['region eu-central-1', 2, 0, 2, 0],
    ]);
  });

  it('does not depend on the order of the databases', () => {
    expect(sharedFates([...fleet].reverse())).toEqual(sharedFates(fleet));
  });
});
