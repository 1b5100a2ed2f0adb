import { Decimal, least } from '../money/Decimal';
import { isMissing } from '../price-book/PriceBook';
import { resolveVolumeClass } from '../volume-class/resolveVolumeClass';
import { VolumeClass } from '../volume-class/VolumeClass';
import { charge, findRow } from './charge';
import { Pricing, PricingContext, unpriced } from './CostLine';
import { gibibytes } from './gibibytes';
import { secondsInDays } from './secondsInDays';

/**
 * Snapshots that are taken of volumes of one class, and kept for a time.
 *
 * @public
 */
export interface VolumeSnapshots {
  class: VolumeClass;
  /** What is stored on the volumes. */
  usedBytes: number;
  /** The share of it that changes in a day: 0.03. */
  dailyChange: number | string;
  /** From one snapshot to the next. */
  intervalSeconds: number;
  retentionSeconds: number;
}

/**
 * Prices volume snapshots: the first holds the blocks that are used, each later one those that changed since the one before. It takes the
 * moment at which most are kept.
 *
 * @public
 */
export function priceSnapshots(
  context: PricingContext,
  snapshots: VolumeSnapshots,
): Pricing {
  const resolved = resolveVolumeClass(context.book, snapshots.class);
  if (isMissing(resolved)) return unpriced('snapshots', resolved.reason);
  const priced = findRow(resolved.product, 'snapshot')
    ? resolved.product
    : resolved.snapshots;
  if (!priced) {
    return unpriced(
      'snapshots',
      `there is no price of snapshots of ${resolved.product.name}`,
    );
  }
  if (isMissing(priced)) return unpriced('snapshots', priced.reason);
  return charge(context, priced, {
    component: 'snapshots',
    meter: 'snapshot',
    amount: storedBySnapshots(snapshots),
  });
}

function storedBySnapshots({
  usedBytes,
  dailyChange,
  intervalSeconds,
  retentionSeconds,
}: VolumeSnapshots): Decimal {
  const used = gibibytes(usedBytes);
  const later = Decimal.ofInteger(
    Math.floor(retentionSeconds / intervalSeconds),
  );
  const changed = least(
    Decimal.one,
    Decimal.parse(dailyChange).times(secondsInDays(intervalSeconds)),
  );
  return used.plus(used.times(changed).times(later));
}
