import { Decimal } from '../money/Decimal';
import { isMissing } from '../price-book/PriceBook';
import { charge } from './charge';
import { combined, Pricing, PricingContext, unpriced } from './CostLine';
import { gibibytes } from './gibibytes';

/**
 * What instances take of the machines that they run on.
 *
 * @public
 */
export interface BilledCompute {
  provider?: string;
  region?: string;
  /** `m6i`: whose prices of a vCPU and a GiB count. The provider's default of the price book unless given. */
  family?: string;
  /** Of each instance. Unpriced where it is not known. */
  cpuCores?: number | string;
  memoryBytes?: number;
  count: number;
}

/**
 * Prices CPU and memory by a share of a machine's price, whatever the machines are that the instances land on.
 *
 * @public
 */
export function priceCompute(
  context: PricingContext,
  compute: BilledCompute,
): Pricing {
  const { provider, region, cpuCores, memoryBytes, count } = compute;
  const name =
    compute.family ?? (provider && context.book.defaultCompute(provider));
  const product = name
    ? context.book.product({ provider, region, kind: 'compute', name })
    : {
        reason: provider
          ? `there is no price of CPU and memory of ${provider}`
          : 'the provider is not known',
      };
  if (isMissing(product)) {
    return combined(
      unpriced('vcpu', product.reason),
      unpriced('memory', product.reason),
    );
  }
  return combined(
    cpuCores === undefined
      ? unpriced('vcpu', 'no CPU is requested')
      : charge(context, product, {
          component: 'vcpu',
          meter: 'vcpu',
          amount: Decimal.parse(cpuCores, { field: 'cpuCores' }),
          count,
        }),
    memoryBytes === undefined
      ? unpriced('memory', 'no memory is requested')
      : charge(context, product, {
          component: 'memory',
          meter: 'memory',
          amount: gibibytes(memoryBytes),
          count,
        }),
  );
}
