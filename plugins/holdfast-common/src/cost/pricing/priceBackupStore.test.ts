import {
  bill,
  day,
  gib,
  pricingContext,
} from '../__testUtils__/pricingContext';
import { totalOf } from './CostLine';
import { BackupStoreUse, priceBackupStore } from './priceBackupStore';

const context = pricingContext();
const use: BackupStoreUse = {
  provider: 'aws',
  region: 'us-east-1',
  tiers: [{ tier: 'standard', afterSeconds: 0 }],
  plan: {
    databaseBytes: 500 * gib,
    compression: 2,
    walBytesPerDay: 10 * gib,
    walCompression: 2.5,
    retentionSeconds: 30 * day,
    intervalSeconds: day,
    archiveTimeoutSeconds: 300,
    uploadPartBytes: 10 * 1024 ** 2,
  },
  restoresPerMonth: 0,
};

function price(change: Partial<BackupStoreUse>) {
  return priceBackupStore(context, { ...use, ...change });
}

function linesOf(component: string, change: Partial<BackupStoreUse> = {}) {
  return bill(price(change).lines.filter(l => l.component === component));
}

// Prices are those of the S3 pricing page of 2026-08-26, as Infracost's s3_bucket_test has them too.
describe('priceBackupStore', () => {
  it('prices daily full backups and WAL', () => {
    // 31 x 250 GiB = 7,750 GiB at 0.023 are 178.25; WAL of 31 days, 4 GiB each, are 124 GiB.
    expect(linesOf('base-backups')).toEqual([
      'base-backups 7750 GiB-month @ 0.023 = 178.25',
    ]);
    expect(linesOf('wal-archive')).toEqual([
      'wal-archive 124 GiB-month @ 0.023 = 2.852',
    ]);
    expect(price({}).unpriced).toEqual([]);
  });

  it('counts backups by division, however many there are', () => {
    // 365,000,001 x 250 GiB, the price of which falls after 50 TiB, and again after 500 TiB.
    const plan = { ...use.plan, retentionSeconds: 365e6 * day };
    expect(
      linesOf('base-backups', { plan }).map(line => line.split(' ')[1]),
    ).toEqual(['51200', '460800', `${365_000_001 * 250 - 512_000}`]);
  });

  it('prices weekly full backups with increments', () => {
    // 1,732.5 GiB at 0.023 are 39.85, 148 GiB of WAL are 3.40.
    const plan = {
      ...use.plan,
      intervalSeconds: 7 * day,
      incrementalDailyChange: '0.03',
    };
    expect(linesOf('base-backups', { plan })).toEqual([
      'base-backups 1500 GiB-month @ 0.023 = 34.5',
    ]);
    expect(linesOf('incremental-backups', { plan })).toEqual([
      'incremental-backups 232.5 GiB-month @ 0.023 = 5.3475',
    ]);
    expect(linesOf('wal-archive', { plan })).toEqual([
      'wal-archive 148 GiB-month @ 0.023 = 3.404',
    ]);
  });

  it('counts uploads', () => {
    // 250 GiB in parts of 10 MiB are 25,600, with two requests around them, and 640 segments: 26,242 a day, 30.41666 days.
    expect(linesOf('write-requests')).toEqual([
      'write-requests 798.194166667 1k requests @ 0.005 = 3.990970833',
    ]);
  });

  it('goes on at the next step of the price where base backups ended', () => {
    const plan = { ...use.plan, databaseBytes: 3304 * gib };
    // 31 x 1,652 GiB = 51,212 GiB: 12 above the 51,200 of the first step.
    expect(linesOf('base-backups', { plan })).toEqual([
      'base-backups 51200 GiB-month @ 0.023 = 1177.6',
      'base-backups 12 GiB-month @ 0.022 = 0.264',
    ]);
    expect(linesOf('wal-archive', { plan })).toEqual([
      'wal-archive 124 GiB-month @ 0.022 = 2.728',
    ]);
  });

  describe('with tiers by age', () => {
    const tiers = [
      { tier: 'standard', afterSeconds: 0 },
      { tier: 'standard-ia', afterSeconds: 10 * day },
    ];

    it('prices what lies where, and loses nothing', () => {
      // Ages 0 to 9 and 10 to 30 days; WAL of 10 and 21 of 31 days.
      expect(linesOf('base-backups', { tiers })).toEqual([
        'base-backups 2500 GiB-month @ 0.023 = 57.5',
        'base-backups 5250 GiB-month @ 0.0125 = 65.625',
      ]);
      expect(linesOf('wal-archive', { tiers })).toEqual([
        'wal-archive 40 GiB-month @ 0.023 = 0.92',
        'wal-archive 84 GiB-month @ 0.0125 = 1.05',
      ]);
    });

    it('bills the days that lack to the minimum', () => {
      // Everything leaves after 21 of 30 days: 9 days of 254 GiB a day, 2,286 GiB-months.
      expect(linesOf('early-deletion', { tiers })).toEqual([
        'early-deletion 2286 GiB-month @ 0.0125 = 28.575',
      ]);
    });

    it('bills the move of each object', () => {
      // 642 objects a day, 30.41666 days.
      expect(linesOf('transition-requests', { tiers })).toEqual([
        'transition-requests 19.5275 1k requests @ 0.01 = 0.195275',
      ]);
    });

    it('has nothing in a tier that nothing lives to see', () => {
      const never = [
        tiers[0],
        { tier: 'deep-archive', afterSeconds: 40 * day },
      ];
      expect(price({ tiers: never })).toEqual(price({}));
    });

    it.each([
      [[], 'tiers: the first has to take objects from age 0'],
      [[tiers[1]], 'tiers: the first has to take objects from age 0'],
      [
        [tiers[0], tiers[1], { tier: 'deep-archive', afterSeconds: 10 * day }],
        'tiers[2].afterSeconds: "864000" of deep-archive is not after the tier before it',
      ],
    ])('refuses %j', (wrong, message) => {
      expect(() => price({ tiers: wrong })).toThrow(
        expect.objectContaining({ name: 'InputError', message }),
      );
    });
  });

  it('bills small objects as the least size, and an index beside archived ones', () => {
    // Segments of an idle database, compressed from 16 MiB to next to nothing: 288 a day for 31 days of 128 KiB.
    const idle = { ...use.plan, walBytesPerDay: 0 };
    expect(
      linesOf('small-objects', {
        plan: idle,
        tiers: [{ tier: 'standard-ia', afterSeconds: 0 }],
      }),
    ).toEqual(['small-objects 1.08984375 GiB-month @ 0.0125 = 0.013623047']);
    // 8,928 segments and 62 of base backups, 32 KiB here and 8 KiB at the price of the standard tier.
    expect(
      linesOf('object-overhead', {
        plan: idle,
        tiers: [{ tier: 'deep-archive', afterSeconds: 0 }],
      }),
    ).toEqual([
      'object-overhead 0.274353027 GiB-month @ 0.00099 = 0.000271609',
      'object-overhead 0.068588257 GiB-month @ 0.023 = 0.00157753',
    ]);
  });

  it('prices reading it back', () => {
    // A full backup and half a day of WAL: 252 GiB at 0.01.
    const tiers = [{ tier: 'standard-ia', afterSeconds: 0 }];
    expect(linesOf('retrieval', { tiers, restoresPerMonth: 1 })).toEqual([
      'retrieval 252 GiB @ 0.01 = 2.52',
    ]);
  });

  it.each<[string, Partial<BackupStoreUse>, string[]]>([
    [
      'an S3-compatible store of your own',
      { provider: 'on-premises', region: 'berlin' },
      [
        'base-backups: there is no price of standard of on-premises in berlin',
        'wal-archive: there is no price of standard of on-premises in berlin',
      ],
    ],
    [
      'requests of Google Cloud Storage in us-central1',
      { provider: 'gcp', region: 'us-central1' },
      [
        'write-requests: operations are billed, and their price is known for another region only',
      ],
    ],
    [
      'what is not known of the cold tier of Azure',
      {
        provider: 'azure',
        region: 'eastus',
        tiers: [{ tier: 'cold', afterSeconds: 0 }],
        restoresPerMonth: 1,
      },
      [
        'early-deletion: it is not known for how many days cold bills an object at least',
        'retrieval: reading from this tier is billed by the GiB, and the price is not verified',
      ],
    ],
  ])('has no price for %s', (_, change, expected) => {
    const { unpriced } = price(change);
    expect(unpriced.map(({ what, reason }) => `${what}: ${reason}`)).toEqual(
      expected,
    );
  });

  it('prices a tier of a store of your own by configuration', () => {
    const own = pricingContext({
      books: [
        {
          provider: 'on-premises',
          currency: 'USD',
          sources: { own: { title: 'Storage team', asOf: '2026-10' } },
          products: [
            {
              kind: 'object',
              name: 'standard',
              regions: ['berlin'],
              rows: [
                {
                  meter: 'storage',
                  unit: 'GiB-month',
                  price: '0.01',
                  source: 'own',
                  verified: true,
                },
                {
                  meter: 'write-requests',
                  unit: '1k requests',
                  price: '0',
                  source: 'own',
                  verified: true,
                },
              ],
              terms: [
                {
                  term: 'minimum-days',
                  value: '0',
                  unit: 'day',
                  source: 'own',
                  verified: true,
                },
              ],
            },
          ],
        },
      ],
    });
    const { lines, unpriced } = priceBackupStore(own, {
      ...use,
      provider: 'on-premises',
      region: 'berlin',
    });
    expect(unpriced).toEqual([]);
    expect(totalOf(lines)).toBe('78.74');
  });
});
