import {
  choosePostgresql,
  PostgresqlInputs,
  PostgresqlTier,
  resolveObjective,
} from '@holdfast/plugin-holdfast-common';
import { Engines, judgeDeclared } from '../../engine';
import { volumesEngine } from '../volumes';
import { cloudNativePgEngine } from './cloudNativePgEngine';
import { declareDatabase } from './declareDatabase';

const engines = Engines.create([cloudNativePgEngine, volumesEngine]);
const hour = 3600;

function judge(
  inputs: Partial<PostgresqlInputs> & { tier: PostgresqlTier },
  annotations: Record<string, string> = { tier: inputs.tier },
) {
  const judged = judgeDeclared({
    engines,
    cluster: 'eu',
    objects: declareDatabase(choosePostgresql({ name: 'orders', ...inputs })),
    objectiveOf: () =>
      resolveObjective({
        entity: [{ reference: 'resource:default/orders', annotations }],
      }),
    now: new Date('2026-11-29T12:00:00Z'),
  });
  expect(judged).toHaveLength(1);
  return judged[0];
}

describe('declareDatabase', () => {
  // Gold waits for a replica before it acknowledges, and archives every 2 min: two fifths of 5 min.
  it('is predicted to attain what gold promises', () => {
    const { predicted, findings, database } = judge({ tier: 'gold' });
    expect(
      findings.filter(
        ({ ceiling }) => ceiling !== undefined && ceiling !== 'protected',
      ),
    ).toEqual([]);
    expect(predicted.verdict).toBe('protected');
    expect(predicted.rpo.data).toMatchObject({
      atMostSeconds: 120,
      basis: 'bounded',
    });
    expect(predicted.rpo.instance).toMatchObject({ atMostSeconds: 0 });
    expect(predicted.rto.data.seconds).toBeLessThanOrEqual(hour);
    expect(database.id).toBe('eu/orders/Cluster.postgresql.cnpg.io/orders');
  });

  it.each<PostgresqlTier>(['silver', 'bronze'])(
    'is predicted to attain what %s promises',
    tier => {
      expect(judge({ tier }).predicted.verdict).toBe('protected');
    },
  );

  it('misses an RPO that the archive cannot keep, and says so', () => {
    const { predicted, findings } = judge(
      { tier: 'bronze' },
      { tier: 'bronze', rpo: '1m' },
    );
    expect(predicted.verdict).toBe('at-risk');
    expect(findings[0].message).toMatch(/5 min/);
  });

  it('misses a retention that is longer than backups are kept', () => {
    expect(judge({ tier: 'bronze', retention: '3d' }).predicted.verdict).toBe(
      'at-risk',
    );
  });

  it('declares snapshots and a second region', () => {
    const { database } = judge({
      tier: 'gold',
      snapshotClass: 'csi-snapshots',
      secondRegion: 'eu-central-1',
      secondCluster: 'central',
    });
    expect(
      database.schedules.map(({ method, expression }) => [
        method,
        expression.value,
      ]),
    ).toEqual([
      ['barman-cloud-plugin', '0 0 2 * * *'],
      ['volume-snapshot', '0 30 */6 * * *'],
    ]);
    expect(database.role.value).toBe('primary');
  });

  it.each([
    ['s3', 's3://orders-backups/'],
    ['azure', 'https://shop.blob.core.windows.net/orders-backups/'],
    ['s3-compatible', 's3://orders-backups/'],
    ['in-cluster', 's3://orders-backups/'],
  ])('stores in %s', (store, location) => {
    const { database } = judge({
      tier: 'silver',
      store,
      endpoint: store === 's3-compatible' ? 'https://s3.example' : undefined,
      azure: { storageAccount: 'shop' },
    });
    expect(database.stores[0].location?.value).toContain(
      location.replace(/^s3:\/\//, ''),
    );
  });
});
