import { InputError } from '@backstage/errors';
import { Decimal, greatest, least } from '../money/Decimal';
import { isMissing } from '../price-book/PriceBook';
import { Product } from '../price-book/PriceRow';
import { daysPerMonth } from '../price-book/PriceUnit';
import { charge } from './charge';
import { combined, Pricing, PricingContext, unpriced } from './CostLine';
import { priceObjectFees } from './priceObjectFees';
import { secondsInDays } from './secondsInDays';
import { BackupPlan, StoredBackups, storedBackups } from './storedBackups';
import { TierShare } from './TierShare';

/**
 * Where the objects of a store lie, by their age.
 *
 * @public
 */
export interface StoreTier {
  /** The provider's name: `standard-ia`, `cool`, `nearline`. */
  tier: string;
  /** Objects come here at this age. 0 for the first. */
  afterSeconds: number;
}

/**
 * The backups of one database in an object store.
 *
 * @public
 */
export interface BackupStoreUse {
  provider?: string;
  region?: string;
  /** By age, youngest first. */
  tiers: StoreTier[];
  plan: BackupPlan;
  /** How often a month a whole database is read back from it: restores and drills. */
  restoresPerMonth: number | string;
}

/**
 * Prices the backups of a database in an object store: base backups, increments and WAL where they lie by age, what is deleted before a
 * tier's minimum of days, objects below its minimum size, and requests and reading for restores. It takes the moment at which the store
 * holds most.
 *
 * @throws InputError if no tier takes objects from age 0, or they are not in order
 * @public
 */
export function priceBackupStore(
  context: PricingContext,
  use: BackupStoreUse,
): Pricing {
  refuseUnordered(use.tiers);
  const stored = storedBackups(use.plan);
  const pricings = use.tiers.map(({ tier }, index) => {
    const from = secondsInDays(use.tiers[index].afterSeconds);
    if (from.compare(stored.deletedAfterDays) >= 0) return combined();
    const next = use.tiers[index + 1];
    const to = next
      ? least(secondsInDays(next.afterSeconds), stored.deletedAfterDays)
      : stored.deletedAfterDays;
    const product = context.book.product({
      provider: use.provider,
      region: use.region,
      kind: 'object',
      name: tier,
    });
    if (isMissing(product)) {
      return combined(
        unpriced('base-backups', product.reason),
        unpriced('wal-archive', product.reason),
      );
    }
    const share = shareOf(stored, { product, from, to, isFirst: index === 0 });
    return combined(
      priceStorage(context, share),
      priceEarlyDeletion(context, share, stored),
      priceObjectFees(context, {
        share,
        stored,
        restoresPerMonth: Decimal.parse(use.restoresPerMonth),
        standard: context.book.product({
          provider: use.provider,
          region: use.region,
          kind: 'object',
          name: 'standard',
        }),
      }),
    );
  });
  return combined(...pricings);
}

/** GiB that go through a store in a month, as they are stored: what a copy in another region receives. */
export function writtenPerMonth(plan: BackupPlan): Decimal {
  const { fulls, incrementals, wal } = storedBackups(plan).daily;
  return fulls.plus(incrementals).plus(wal).times(daysPerMonth);
}

function refuseUnordered(tiers: StoreTier[]): void {
  if (tiers[0]?.afterSeconds !== 0) {
    throw new InputError('tiers: the first has to take objects from age 0');
  }
  for (const [index, { tier, afterSeconds }] of tiers.entries()) {
    if (index > 0 && afterSeconds <= tiers[index - 1].afterSeconds) {
      throw new InputError(
        `tiers[${index}].afterSeconds: "${afterSeconds}" of ${tier} is not after the tier before it`,
      );
    }
  }
}

/** The full backups by their ages 0, P, 2P, ...; all else evenly. */
function shareOf(
  stored: StoredBackups,
  tier: { product: Product; from: Decimal; to: Decimal; isFirst: boolean },
): TierShare {
  const { product, from, to, isFirst } = tier;
  const stayDays = to.minus(from);
  const isLast = to.compare(stored.deletedAfterDays) >= 0;
  const fulls =
    (isLast ? stored.fulls : fullsYoungerThan(to, stored)) -
    fullsYoungerThan(from, stored);
  const evenly = (gib: Decimal) =>
    gib.times(stayDays).dividedBy(stored.deletedAfterDays);
  return {
    product,
    stayDays,
    fulls,
    fullsGiB: stored.fullGiB.times(Decimal.ofInteger(fulls)),
    incrementalGiB: evenly(stored.incrementalGiB),
    walGiB: evenly(stored.walGiB),
    walObjects: stored.walObjectsPerDay.times(stayDays),
    isFirst,
  };
}

/** Counted by division: how many there are is up to whoever asks, and may be billions. */
function fullsYoungerThan(
  days: Decimal,
  { fulls, intervalDays }: StoredBackups,
): number {
  const younger = days.dividedBy(intervalDays).roundedUp();
  return Math.min(fulls, Number(younger.toString()));
}

function priceStorage(context: PricingContext, share: TierShare): Pricing {
  const { product, fullsGiB, incrementalGiB, walGiB } = share;
  const meter = 'storage';
  return combined(
    charge(context, product, {
      component: 'base-backups',
      meter,
      amount: fullsGiB,
    }),
    charge(context, product, {
      component: 'incremental-backups',
      meter,
      amount: incrementalGiB,
      after: fullsGiB,
    }),
    charge(context, product, {
      component: 'wal-archive',
      meter,
      amount: walGiB,
      after: fullsGiB.plus(incrementalGiB),
    }),
  );
}

/** Whatever leaves a tier early is billed for the days that lack: as if it stayed. */
function priceEarlyDeletion(
  context: PricingContext,
  { product, stayDays }: TierShare,
  { daily }: StoredBackups,
): Pricing {
  const minimum = product.terms.get('minimum-days');
  if (!minimum) {
    return unpriced(
      'early-deletion',
      `it is not known for how many days ${product.name} bills an object at least`,
    );
  }
  const missing = greatest(Decimal.zero, minimum.value.minus(stayDays));
  const perDay = daily.fulls.plus(daily.incrementals).plus(daily.wal);
  return charge(context, product, {
    component: 'early-deletion',
    meter: 'storage',
    amount: perDay.times(missing),
  });
}
