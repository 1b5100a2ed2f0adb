import { Decimal } from '../money/Decimal';
import { isMissing } from '../price-book/PriceBook';
import { charge } from './charge';
import { Pricing, PricingContext, unpriced } from './CostLine';

/** What is sent in a month: to another region, or to another zone of the same one. */
export interface Transfer {
  provider?: string;
  region?: string;
  /** Absent: to other zones. */
  toRegion?: string;
  gibibytes: Decimal;
}

/** Prices what leaves a region or a zone. Between zones it is billed at both ends. */
export function priceTransfer(
  context: PricingContext,
  { provider, region, toRegion, gibibytes }: Transfer,
): Pricing {
  const component = toRegion ? 'region-transfer' : 'zone-transfer';
  if (gibibytes.isZero) return { lines: [], unpriced: [] };
  const product = context.book.product({
    provider,
    region,
    kind: 'transfer',
    name: 'network',
  });
  if (isMissing(product)) return unpriced(component, product.reason);
  return charge(context, product, {
    component,
    meter: component,
    amount: gibibytes,
    count: toRegion ? 1 : 2,
    to: toRegion,
  });
}
