import { Decimal, greatest } from '../money/Decimal';
import { isMissing, Missing } from '../price-book/PriceBook';
import { Product, TermName } from '../price-book/PriceRow';
import { daysPerMonth } from '../price-book/PriceUnit';
import { charge, findRow } from './charge';
import {
  CostComponent,
  combined,
  Pricing,
  PricingContext,
  unpriced,
} from './CostLine';
import { StoredBackups } from './storedBackups';
import { TierShare } from './TierShare';

const kibPerGiB = Decimal.ofInteger(1024 ** 2);
const half = Decimal.parse('0.5');

/** Beside its parts a base backup is two objects: the data and the file that describes it. */
const objectsPerFull = Decimal.ofInteger(2);

/** Prices what a tier bills by object rather than by GiB, and what reading costs. */
export function priceObjectFees(
  context: PricingContext,
  options: {
    share: TierShare;
    stored: StoredBackups;
    restoresPerMonth: Decimal;
    /** The tier at whose price the index of archived objects is billed. */
    standard: Product | Missing;
  },
): Pricing {
  const { share, stored, restoresPerMonth, standard } = options;
  const { product } = share;
  const fullsPerMonth = daysPerMonth.dividedBy(stored.intervalDays);
  const walPerMonth = stored.walObjectsPerDay.times(daysPerMonth);
  const objects = share.walObjects.plus(
    objectsPerFull.times(Decimal.ofInteger(share.fulls)),
  );
  const request = (
    component: CostComponent & `${string}-requests`,
    amount: Decimal,
  ) => charge(context, product, { component, meter: component, amount });

  const arriving = share.isFirst
    ? request(
        'write-requests',
        stored.partsPerFull
          .plus(objectsPerFull)
          .times(fullsPerMonth)
          .plus(walPerMonth),
      )
    : request(
        'transition-requests',
        objectsPerFull.times(fullsPerMonth).plus(walPerMonth),
      );
  const monitoring = findRow(product, 'monitoring')
    ? charge(context, product, {
        component: 'monitoring',
        meter: 'monitoring',
        amount: objects,
      })
    : combined();
  return combined(
    priceSmallObjects(context, share, stored),
    priceOverhead(context, share, objects, standard),
    monitoring,
    arriving,
    share.isFirst
      ? priceReading(context, product, stored, restoresPerMonth)
      : combined(),
  );
}

function priceSmallObjects(
  context: PricingContext,
  { product, walObjects }: TierShare,
  { walObjectGiB }: StoredBackups,
): Pricing {
  const minimum = termInGiB(product, 'minimum-object');
  const missing = greatest(Decimal.zero, minimum.minus(walObjectGiB));
  return charge(context, product, {
    component: 'small-objects',
    meter: 'storage',
    amount: missing.times(walObjects),
  });
}

/** Archive tiers bill an index of each object beside it, some of it at the price of the standard tier. */
function priceOverhead(
  context: PricingContext,
  { product }: TierShare,
  objects: Decimal,
  standard: Product | Missing,
): Pricing {
  const component = 'object-overhead';
  const there = termInGiB(product, 'object-overhead').times(objects);
  const atStandard = termInGiB(product, 'object-overhead-at-standard').times(
    objects,
  );
  const usage = { component, meter: 'storage' } as const;
  const index = charge(context, product, { ...usage, amount: there });
  if (atStandard.isZero) return index;
  return combined(
    index,
    isMissing(standard)
      ? unpriced(component, standard.reason)
      : charge(context, standard, { ...usage, amount: atStandard }),
  );
}

/** A restore reads the latest full backup and, on average, the increments and the WAL of half an interval. */
function priceReading(
  context: PricingContext,
  product: Product,
  stored: StoredBackups,
  restoresPerMonth: Decimal,
): Pricing {
  const since = stored.intervalDays.times(half);
  const gib = stored.daily.incrementals
    .plus(stored.daily.wal)
    .times(since)
    .plus(stored.fullGiB);
  const requests = stored.walObjectsPerDay
    .times(since)
    .plus(stored.partsPerFull)
    .plus(objectsPerFull);
  return combined(
    charge(context, product, {
      component: 'retrieval',
      meter: 'retrieval',
      amount: gib.times(restoresPerMonth),
    }),
    charge(context, product, {
      component: 'read-requests',
      meter: 'read-requests',
      amount: requests.times(restoresPerMonth),
    }),
  );
}

function termInGiB(product: Product, term: TermName): Decimal {
  return (product.terms.get(term)?.value ?? Decimal.zero).dividedBy(kibPerGiB);
}
