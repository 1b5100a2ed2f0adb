import { Database } from '../model';
import {
  aDatabase,
  anInstance,
  aStore,
  observed,
} from './__testUtils__/aDatabase';
import { fateTiesOf } from './sharedFate';

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

  it('names what is not the same in every cluster by its cluster, too', () => {
    const names = fateTiesOf(aDatabase({ stores: [far] })).map(
      ({ name }) => name,
    );
    expect(names).toContain('Secret shop/aws-creds in production-eu');
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
