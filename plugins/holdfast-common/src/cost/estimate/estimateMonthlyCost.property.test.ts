import fc from 'fast-check';
import { day, gib, pricingContext } from '../__testUtils__/pricingContext';
import { Decimal } from '../money/Decimal';
import { Money } from '../money/Money';
import { roundRows } from '../money/roundRows';
import { amountsOf } from '../pricing/CostLine';
import { CostEstimate } from './CostEstimate';
import { DatabaseArrangement } from './DatabaseArrangement';
import { estimateMonthlyCost } from './estimateMonthlyCost';

const context = pricingContext();
const runs = { numRuns: 200 };

const clouds = [
  {
    provider: 'aws',
    region: 'us-east-1',
    provisioner: 'ebs.csi.aws.com',
    parameters: ['gp2', 'gp3', 'io2', 'st1', 'nvme'].map(type => ({ type })),
    tiers: ['standard', 'standard-ia', 'glacier-instant', 'deep-archive'],
  },
  {
    provider: 'azure',
    region: 'eastus',
    provisioner: 'disk.csi.azure.com',
    parameters: ['Premium_LRS', 'StandardSSD_LRS', 'PremiumV2_LRS'].map(
      skuName => ({ skuName }),
    ),
    tiers: ['hot', 'cool', 'cold', 'archive'],
  },
  {
    provider: 'gcp',
    region: 'us-central1',
    provisioner: 'pd.csi.storage.gke.io',
    parameters: ['pd-standard', 'pd-balanced', 'pd-extreme'].map(type => ({
      type,
    })),
    tiers: ['standard', 'nearline', 'coldline', 'archive'],
  },
  {
    provider: 'on-premises',
    region: 'berlin',
    provisioner: 'rancher.io/local-path',
    parameters: [{}],
    tiers: ['standard'],
  },
];

const arbitraryArrangement: fc.Arbitrary<DatabaseArrangement> = fc
  .constantFrom(...clouds)
  .chain(cloud =>
    fc.record({
      provider: fc.constant(cloud.provider),
      region: fc.constantFrom(cloud.region, 'nowhere'),
      instances: fc.integer({ min: 1, max: 5 }),
      cpuCores: fc.option(fc.constantFrom('0.25', '1', '3.5'), {
        nil: undefined,
      }),
      memoryBytes: fc.option(fc.integer({ min: 1, max: 64 * gib }), {
        nil: undefined,
      }),
      storageClass: fc
        .constantFrom<Record<string, string>>(...cloud.parameters)
        .map(parameters => ({ provisioner: cloud.provisioner, parameters })),
      dataVolume: fc.record({
        sizeBytes: fc.integer({ min: 1, max: 40_000 * gib }),
        iops: fc.option(fc.integer({ min: 1, max: 100_000 }), {
          nil: undefined,
        }),
      }),
      backups: fc.option(
        fc.record({
          tiers: fc.subarray(cloud.tiers, { minLength: 1 }).map(tiers =>
            tiers.map((tier, index) => ({
              tier,
              afterSeconds: index * 10 * day,
            })),
          ),
          retentionSeconds: fc.integer({ min: 1, max: 400 * day }),
          intervalSeconds: fc.integer({ min: 3600, max: 30 * day }),
          incremental: fc.boolean(),
        }),
        { nil: undefined },
      ),
      snapshots: fc.option(
        fc.record({
          intervalSeconds: fc.integer({ min: 3600, max: 30 * day }),
          retentionSeconds: fc.integer({ min: 3600, max: 60 * day }),
        }),
        { nil: undefined },
      ),
    }),
  );

function nanosOf({ lines }: CostEstimate): bigint {
  return Money.sum(amountsOf(lines, 'USD'), 'USD').nanos;
}

function gapsOf({ unpriced }: CostEstimate): string[] {
  return unpriced.map(({ object, what }) => `${object}/${what}`);
}

describe('estimateMonthlyCost, whatever is asked for', () => {
  it('adds up, in nano-units and in cents', () => {
    fc.assert(
      fc.property(arbitraryArrangement, arrangement => {
        const estimate = estimateMonthlyCost(context, arrangement);
        const { lines, total } = estimate;
        expect(total === undefined).toBe(lines.length === 0);
        expect(Money.parse(total ?? '0', 'USD').nanos).toBe(nanosOf(estimate));
        const shown = roundRows(amountsOf(lines, 'USD'));
        const cents = shown.rows.map(row => Decimal.parse(row).scaledTo(2));
        expect(cents.reduce((sum, row) => sum + row, 0n)).toBe(
          Decimal.parse(shown.total).scaledTo(2),
        );
      }),
      runs,
    );
  });

  it('multiplies what it shows', () => {
    fc.assert(
      fc.property(arbitraryArrangement, arrangement => {
        for (const line of estimateMonthlyCost(context, arrangement).lines) {
          const product = Decimal.parse(line.quantity).times(
            Decimal.parse(line.unitPrice),
          );
          expect(line.amount).toBe(Money.of(product, 'USD').toString());
        }
      }),
      runs,
    );
  });

  it('gives a reason for what it cannot price, and never 0 for it', () => {
    fc.assert(
      fc.property(arbitraryArrangement, arrangement => {
        const { lines, unpriced, complete } = estimateMonthlyCost(
          context,
          arrangement,
        );
        expect(complete).toBe(unpriced.length === 0);
        expect(unpriced.every(({ reason }) => reason.length > 10)).toBe(true);
        const parts = new Set(
          [...lines, ...unpriced].map(({ object }) => object),
        );
        expect(parts).toContain('instances');
        expect(parts).toContain('data-volumes');
        expect(parts.has('backup-store')).toBe(
          arrangement.backups !== undefined,
        );
        const free = lines.filter(({ unitPrice }) => unitPrice === '0');
        // Reading from the tier that is there for it.
        expect(
          free.filter(({ component }) => component !== 'retrieval'),
        ).toEqual([]);
      }),
      runs,
    );
  });

  it('does not get cheaper with size', () => {
    fc.assert(
      fc.property(
        arbitraryArrangement,
        fc.integer({ min: 1, max: 10_000 * gib }),
        (arrangement, more) => {
          const { sizeBytes } = arrangement.dataVolume;
          const larger = {
            ...arrangement,
            dataVolume: {
              ...arrangement.dataVolume,
              sizeBytes: sizeBytes + more,
            },
          };
          const before = estimateMonthlyCost(context, arrangement);
          const after = estimateMonthlyCost(context, larger);
          fc.pre(gapsOf(before).join() === gapsOf(after).join());
          // Each line is rounded by itself: half a nano-unit at most.
          const rounding = BigInt(after.lines.length + before.lines.length);
          expect(nanosOf(after) + rounding >= nanosOf(before)).toBe(true);
        },
      ),
      runs,
    );
  });

  it('costs as much for several instances as for one, several times', () => {
    fc.assert(
      fc.property(arbitraryArrangement, arrangement => {
        const volumes = (instances: number) =>
          estimateMonthlyCost(context, { ...arrangement, instances })
            .lines.filter(({ object }) => object === 'data-volumes')
            .map(({ quantity }) => Decimal.parse(quantity));
        const one = volumes(1);
        const five = volumes(5);
        expect(five.map(String)).toEqual(
          one.map(quantity => String(quantity.times(Decimal.ofInteger(5)))),
        );
      }),
      runs,
    );
  });
});
