import { estimateMonthlyCost, loadPriceBook } from '../../cost';
import { arrangePostgresql } from './arrangePostgresql';
import { choosePostgresql } from './PostgresqlChoices';

const gib = 2 ** 30;
const day = 86_400;
const ssd = {
  storageClass: 'ssd',
  provisioner: 'ebs.csi.aws.com',
  parameters: { type: 'gp3' },
  cluster: 'us',
};
const context = { book: loadPriceBook().book, now: '2026-11-29T12:00:00Z' };

describe('arrangePostgresql', () => {
  // By hand from the template's values for gold: 3 instances of 2 cores, 4Gi, volumes of 50Gi and 10Gi, a backup every day, 30 d.
  it('arranges what the tier asks for', () => {
    const choices = choosePostgresql({ name: 'orders', tier: 'gold' });
    expect(
      arrangePostgresql({
        choices,
        provider: 'aws',
        region: 'us-east-1',
        storageClass: ssd,
      }),
    ).toEqual({
      provider: 'aws',
      region: 'us-east-1',
      instances: 3,
      cpuCores: '2',
      memoryBytes: 4 * gib,
      storageClass: ssd,
      dataVolume: { sizeBytes: 50 * gib },
      walVolume: { sizeBytes: 10 * gib },
      backups: {
        provider: 'aws',
        region: 'eu-west-1',
        tiers: [{ tier: 'standard', afterSeconds: 0 }],
        retentionSeconds: 30 * day,
        intervalSeconds: day,
      },
    });
  });

  // gp3 in us-east-1 is 0.08 USD a GiB and month (https://aws.amazon.com/ebs/pricing/): 3 x 50 x 0.08.
  it('is priced by component', () => {
    const { lines, unpriced } = estimateMonthlyCost(
      context,
      arrangePostgresql({
        choices: choosePostgresql({
          name: 'orders',
          tier: 'gold',
          region: 'us-east-1',
        }),
        provider: 'aws',
        region: 'us-east-1',
        storageClass: ssd,
      }),
    );
    expect(lines.find(({ object }) => object === 'data-volumes')?.amount).toBe(
      '12',
    );
    expect(unpriced).toEqual([]);
  });

  it('leaves unpriced what nobody has said the price of', () => {
    const { total, unpriced, complete } = estimateMonthlyCost(
      context,
      arrangePostgresql({
        choices: choosePostgresql({
          name: 'orders',
          tier: 'bronze',
          store: 's3-compatible',
        }),
        storageClass: { cluster: 'lab' },
      }),
    );
    expect(total).toBeUndefined();
    expect(complete).toBe(false);
    expect(new Set(unpriced.map(({ object }) => object))).toEqual(
      new Set(['instances', 'data-volumes', 'wal-volumes', 'backup-store']),
    );
  });

  it.each<[string, string, [string, number][]]>([
    ['s3', '30d', [['standard', 0]]],
    ['s3', '12m', [['intelligent-tiering', 0]]],
    ['azure', '30d', [['hot', 0]]],
    [
      'azure',
      '9w',
      [
        ['hot', 0],
        ['cool', 30],
      ],
    ],
    [
      'azure',
      '12m',
      [
        ['hot', 0],
        ['cool', 30],
        ['cold', 90],
      ],
    ],
  ])(
    'moves backups in %s kept for %s as the template does',
    (store, retention, tiers) => {
      const choices = choosePostgresql({
        name: 'orders',
        tier: 'gold',
        store,
        retention,
      });
      expect(
        arrangePostgresql({ choices, storageClass: {} }).backups?.tiers,
      ).toEqual(
        tiers.map(([tier, days]) => ({ tier, afterSeconds: days * day })),
      );
    },
  );

  it('has as much in the second region, with a copy of the backups', () => {
    const { secondRegion, snapshots } = arrangePostgresql({
      choices: choosePostgresql({
        name: 'orders',
        tier: 'gold',
        secondRegion: 'eu-central-1',
        secondCluster: 'eu',
        snapshotClass: 'csi',
      }),
      storageClass: ssd,
    });
    expect(secondRegion).toMatchObject({
      region: 'eu-central-1',
      instances: 3,
      copy: { tiers: [{ tier: 'standard', afterSeconds: 0 }] },
    });
    expect(snapshots).toEqual({
      intervalSeconds: 6 * 3600,
      retentionSeconds: 30 * day,
    });
  });
});
