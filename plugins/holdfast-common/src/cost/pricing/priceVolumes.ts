import { Decimal, least } from '../money/Decimal';
import { isMissing } from '../price-book/PriceBook';
import { Product } from '../price-book/PriceRow';
import { Meter, meterWords } from '../price-book/PriceUnit';
import {
  ResolvedVolumeClass,
  resolveVolumeClass,
} from '../volume-class/resolveVolumeClass';
import { VolumeClass } from '../volume-class/VolumeClass';
import { charge, findRow } from './charge';
import { combined, Pricing, PricingContext, unpriced } from './CostLine';
import { gibibytes } from './gibibytes';
import { ProvisionedPerformance, whyNoSuchVolume } from './whyNoSuchVolume';

/**
 * BilledVolumes of one size and class: one, or those of all replicas.
 *
 * @public
 */
export interface BilledVolumes {
  class: VolumeClass;
  /** Capacity of each. */
  capacityBytes: number;
  /** What is stored on each, for storage that is billed by it. */
  usedBytes?: number;
  /** Provisioned IOPS of each, where they are not those of the class. */
  iops?: number;
  /** Provisioned MiB/s of each, where they are not those of the class. */
  throughputMiBps?: number;
  /** Operations of each in a month, for storage that bills them. */
  operationsPerMonth?: number;
  /** 1 unless given. */
  count?: number;
}

/**
 * Prices block volumes by component: capacity as it is billed (whole GiB, or the disk size above), IOPS and throughput beyond what is
 * included, operations.
 *
 * @public
 */
export function priceVolumes(
  context: PricingContext,
  volumes: BilledVolumes,
): Pricing {
  const resolved = resolveVolumeClass(context.book, volumes.class);
  if (isMissing(resolved)) return unpriced('capacity', resolved.reason);
  const { product } = resolved;
  const billed = billedGiB(product, volumes);
  if (isMissing(billed)) return unpriced('capacity', billed.reason);

  const performance = performanceOf(resolved, volumes, billed);
  const refusal = whyNoSuchVolume(product, billed, performance);
  if (refusal) return unpriced('capacity', refusal);

  const { count } = volumes;
  const capacity = charge(context, product, {
    component: 'capacity',
    meter: 'capacity',
    amount: billed.times(product.copies),
    count,
  });
  const rest = (['iops', 'throughput', 'operations'] as const).map(meter =>
    priceActivity(context, product, meter, performance[meter], count),
  );
  return combined(capacity, ...rest);
}

interface Performance extends ProvisionedPerformance {
  operations?: Decimal;
}

function performanceOf(
  { iops, iopsPerGiB, throughput, product }: ResolvedVolumeClass,
  volumes: BilledVolumes,
  billed: Decimal,
): Performance {
  const most = product.terms.get('max-iops')?.value;
  const bySize = iopsPerGiB?.times(billed);
  // Drivers cap what they work out by size.
  const derived = bySize && most ? least(bySize, most) : bySize;
  const stated = (value: number | undefined) =>
    value === undefined ? undefined : Decimal.parse(value);
  return {
    iops: stated(volumes.iops) ?? iops ?? derived,
    throughput: stated(volumes.throughputMiBps) ?? throughput,
    operations: stated(volumes.operationsPerMonth),
  };
}

/** Drivers create volumes in whole GiB. */
function billedGiB(
  product: Product,
  { capacityBytes, usedBytes }: BilledVolumes,
): Decimal | { reason: string } {
  if (product.billedOn === 'use') {
    return usedBytes === undefined
      ? { reason: 'it is billed by what is stored, which is not known' }
      : gibibytes(usedBytes);
  }
  const size = gibibytes(capacityBytes);
  const fixed = product.billingSizes?.find(
    candidate => candidate.compare(size) >= 0,
  );
  if (fixed) return fixed;
  const step = product.billingStep;
  return step ? size.dividedBy(step).roundedUp().times(step) : size;
}

function priceActivity(
  context: PricingContext,
  product: Product,
  meter: Meter & ('iops' | 'throughput' | 'operations'),
  amount: Decimal | undefined,
  count: number | undefined,
): Pricing {
  const row = findRow(product, meter);
  if (!row) return { lines: [], unpriced: [] };
  if (amount) {
    return charge(context, product, { component: meter, meter, amount, count });
  }
  const { scheme } = row;
  // Not stated, one gets what is included.
  if (scheme.type === 'flat' && !scheme.included.isZero) {
    return { lines: [], unpriced: [] };
  }
  if (scheme.type === 'unpriced') {
    return scheme.included
      ? { lines: [], unpriced: [] }
      : unpriced(meter, scheme.reason);
  }
  return unpriced(
    meter,
    `${product.name} bills ${meterWords[meter]}, and how much is not known`,
  );
}
