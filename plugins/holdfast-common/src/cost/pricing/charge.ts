import { Decimal, greatest, least } from '../money/Decimal';
import { Money } from '../money/Money';
import { PriceRow, Product } from '../price-book/PriceRow';
import { Meter, meterWords, unitsPerMonth } from '../price-book/PriceUnit';
import {
  CostComponent,
  CostLine,
  Pricing,
  PricingContext,
  unpriced,
} from './CostLine';

const quantityPlaces = 9;

/** A quantity to be billed. */
export interface Usage {
  component: CostComponent;
  meter: Meter;
  /** In GiB, IOPS, MiB/s, vCPU or requests; of one of them, if there are several. */
  amount: Decimal;
  /** How many there are, each with its own steps and inclusions. */
  count?: number;
  /** How much was billed at the first steps already. */
  after?: Decimal;
  /** For transfers. */
  to?: string;
}

/** Bills a quantity at the price that the product has for it. Without one it is unpriced. */
export function charge(
  context: PricingContext,
  product: Product,
  usage: Usage,
): Pricing {
  if (usage.amount.isZero || usage.count === 0) {
    return { lines: [], unpriced: [] };
  }
  const row = findRow(product, usage.meter, usage.to);
  if (!row) {
    return unpriced(usage.component, whyNoRow(product, usage));
  }
  return chargeRow(context, row, usage);
}

function whyNoRow(
  { kind, name, region }: Product,
  { meter, to }: Usage,
): string {
  const where = region && ` in ${region}`;
  if (kind !== 'transfer') {
    return `there is no price for ${meterWords[meter]} of ${name}${where}`;
  }
  return to
    ? `there is no price for transfer from ${region} to ${to}`
    : `there is no price for transfer between zones${where}`;
}

/** The row of a product for a meter; for transfers that which names the region most closely. */
export function findRow(
  product: Product,
  meter: Meter,
  to?: string,
): PriceRow | undefined {
  const rows = product.rows.filter(row => row.meter === meter);
  if (to === undefined) return rows[0];
  const fitting = rows.filter(row => reaches(row.to ?? '*', to));
  fitting.sort((one, other) => (other.to ?? '').length - (one.to ?? '').length);
  return fitting[0];
}

function reaches(pattern: string, region: string): boolean {
  return pattern.endsWith('*')
    ? region.startsWith(pattern.slice(0, -1))
    : region === pattern;
}

function chargeRow(
  context: PricingContext,
  row: PriceRow,
  usage: Usage,
): Pricing {
  const { scheme } = row;
  const { component, amount } = usage;
  const linesOf = (
    part: Decimal,
    price: Decimal,
    details: { verified?: boolean; unit?: string } = {},
  ) => [lineOf(context, row, usage, { part, price, ...details })];

  switch (scheme.type) {
    case 'flat': {
      const billed = amount.minus(scheme.included);
      if (billed.compare(Decimal.zero) <= 0) return { lines: [], unpriced: [] };
      return { lines: linesOf(billed, scheme.price), unpriced: [] };
    }
    case 'steps': {
      const start = usage.after ?? Decimal.zero;
      const end = start.plus(amount);
      let from = Decimal.zero;
      const lines: CostLine[] = [];
      for (const { upTo, price, verified } of scheme.steps) {
        const top = upTo ? least(upTo, end) : end;
        const part = top.minus(greatest(from, start));
        if (part.compare(Decimal.zero) > 0) {
          lines.push(...linesOf(part, price, { verified }));
        }
        from = greatest(from, top);
      }
      if (from.compare(end) >= 0) return { lines, unpriced: [] };
      const reason = `there is no price for more than ${from}`;
      return { lines, unpriced: [{ what: component, reason }] };
    }
    case 'sizes': {
      const size = scheme.sizes.find(({ upTo }) => upTo.compare(amount) >= 0);
      if (!size) {
        const largest = scheme.sizes[scheme.sizes.length - 1];
        return unpriced(
          component,
          `${amount} GiB is more than the largest size, ${largest.name} of ${largest.upTo} GiB`,
        );
      }
      if (!size.price) {
        return unpriced(
          component,
          `the price of size ${size.name} is not known`,
        );
      }
      const unit = `${size.name}-month`;
      const { verified } = size;
      return {
        lines: linesOf(Decimal.one, size.price, { verified, unit }),
        unpriced: [],
      };
    }
    default: {
      const { included, reason } = scheme;
      return included && amount.compare(included) <= 0
        ? { lines: [], unpriced: [] }
        : unpriced(component, reason);
    }
  }
}

function lineOf(
  { book, now }: PricingContext,
  row: PriceRow,
  { component, count = 1 }: Usage,
  billed: { part: Decimal; price: Decimal; verified?: boolean; unit?: string },
): CostLine {
  const quantity = billed.part
    .times(Decimal.ofInteger(count))
    .times(unitsPerMonth(row.unit))
    .rounded(quantityPlaces);
  const unitPrice = row.paidShare
    ? billed.price.times(row.paidShare)
    : billed.price;
  return {
    component,
    quantity: quantity.toString(),
    unit: billed.unit ?? row.unit,
    unitPrice: unitPrice.toString(),
    listUnitPrice: row.paidShare && billed.price.toString(),
    amount: Money.of(quantity.times(unitPrice), row.currency).toString(),
    source: {
      row: row.id,
      ...row.reference,
      verified: billed.verified ?? row.reference.verified,
      old: book.isOld(row.reference, now),
    },
  };
}
