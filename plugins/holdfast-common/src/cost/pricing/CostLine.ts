import { Instant } from '../../model';
import { Decimal } from '../money/Decimal';
import { Money } from '../money/Money';
import { PriceBook } from '../price-book/PriceBook';
import { PriceReference } from '../price-book/PriceRow';

/**
 * What an amount is for.
 *
 * @public
 */
export type CostComponent =
  | 'capacity'
  | 'iops'
  | 'throughput'
  | 'operations'
  | 'snapshots'
  | 'base-backups'
  | 'incremental-backups'
  | 'wal-archive'
  | 'early-deletion'
  | 'small-objects'
  | 'object-overhead'
  | 'monitoring'
  | 'write-requests'
  | 'transition-requests'
  | 'read-requests'
  | 'retrieval'
  | 'vcpu'
  | 'memory'
  | 'region-transfer'
  | 'zone-transfer';

/**
 * Where the price of a line comes from.
 *
 * @public
 */
export interface PriceSource extends PriceReference {
  /** The row of the price book: `aws/us-east-1/block/gp3/capacity`. */
  row: string;
  /** Older than prices may be. */
  old: boolean;
}

/**
 * One amount, for a month of 730 h. `amount` is `quantity` times `unitPrice`, rounded once to nano-units; the amounts of lines add up to
 * their total. Numbers are decimal strings.
 *
 * @public
 */
export interface CostLine {
  component: CostComponent;
  quantity: string;
  /** `GiB-month`, `10k requests`; for disks of fixed sizes the disk: `P10-month`. */
  unit: string;
  unitPrice: string;
  /** Before the discount, where there is one. */
  listUnitPrice?: string;
  amount: string;
  source: PriceSource;
}

/**
 * Something that costs money whose price or quantity is not known. It is never 0.
 *
 * @public
 */
export interface Unpriced {
  what: CostComponent;
  reason: string;
}

/**
 * What something costs in a month of 730 h, as far as it is known.
 *
 * @public
 */
export interface Pricing {
  lines: CostLine[];
  unpriced: Unpriced[];
}

/**
 * What pricing needs beside what is priced.
 *
 * @public
 */
export interface PricingContext {
  book: PriceBook;
  /** Tells which prices are old. */
  now: Instant;
}

/** One after the other. */
export function combined(...pricings: Pricing[]): Pricing {
  return {
    lines: pricings.flatMap(pricing => pricing.lines),
    unpriced: pricings.flatMap(pricing => pricing.unpriced),
  };
}

/** Nothing but the reason. */
export function unpriced(what: CostComponent, reason: string): Pricing {
  return { lines: [], unpriced: [{ what, reason }] };
}

/**
 * The sum of lines as a decimal string. Undefined without lines: what has no price has no total.
 *
 * @public
 */
export function totalOf(
  lines: readonly Pick<CostLine, 'amount'>[],
): string | undefined {
  if (lines.length === 0) return undefined;
  return lines
    .reduce(
      (total, { amount }) => total.plus(Decimal.parse(amount)),
      Decimal.zero,
    )
    .toString();
}

/** The amounts of lines as money, to round them for a table. */
export function amountsOf(
  lines: readonly Pick<CostLine, 'amount'>[],
  currency: string,
): Money[] {
  return lines.map(({ amount }) => Money.parse(amount, currency));
}
