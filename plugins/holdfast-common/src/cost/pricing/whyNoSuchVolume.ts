import { Decimal } from '../money/Decimal';
import { Product, TermName } from '../price-book/PriceRow';
import { findRow } from './charge';

export interface ProvisionedPerformance {
  iops?: Decimal;
  /** MiB/s. */
  throughput?: Decimal;
}

/** Why there can be no such volume, by the limits of the product: a price for it would be a price for nothing. */
export function whyNoSuchVolume(
  product: Product,
  size: Decimal,
  { iops, throughput }: ProvisionedPerformance,
): string | undefined {
  const limit = (term: TermName, times = Decimal.one) =>
    product.terms.get(term)?.value.times(times);
  const wanted = (meter: 'iops' | 'throughput', amount?: Decimal) =>
    findRow(product, meter) && amount;
  const someIops = wanted('iops', iops);
  const someThroughput = wanted('throughput', throughput);
  const { name } = product;

  return (
    below(size, limit('min-size'), `${name} has at least`, 'GiB') ??
    above(size, limit('max-size'), `${name} has at most`, 'GiB') ??
    below(someIops, limit('min-iops'), `${name} has at least`, 'IOPS') ??
    above(someIops, limit('max-iops'), `${name} has at most`, 'IOPS') ??
    above(
      beyondIncluded(product, 'iops', someIops),
      limit('max-iops-per-gib', size),
      `${name} of ${size} GiB has at most`,
      'IOPS',
    ) ??
    above(
      someThroughput,
      limit('max-throughput'),
      `${name} has at most`,
      'MiB/s',
    ) ??
    above(
      beyondIncluded(product, 'throughput', someThroughput),
      someIops && limit('max-throughput-per-iops', someIops),
      `${name} with ${someIops} IOPS has at most`,
      'MiB/s',
    )
  );
}

/** What is included comes with every size; only more than that is tied to the size or to the IOPS. */
function beyondIncluded(
  product: Product,
  meter: 'iops' | 'throughput',
  amount: Decimal | undefined,
): Decimal | undefined {
  const scheme = findRow(product, meter)?.scheme;
  const included = scheme && 'included' in scheme && scheme.included;
  return amount && included && amount.compare(included) <= 0
    ? undefined
    : amount;
}

function below(
  amount: Decimal | undefined,
  limit: Decimal | undefined,
  rule: string,
  unit: string,
): string | undefined {
  return amount && limit && amount.compare(limit) < 0
    ? `${rule} ${limit} ${unit}, not ${amount}`
    : undefined;
}

function above(
  amount: Decimal | undefined,
  limit: Decimal | undefined,
  rule: string,
  unit: string,
): string | undefined {
  return amount && limit && amount.compare(limit) > 0
    ? `${rule} ${limit} ${unit}, not ${amount}`
    : undefined;
}
