import { Decimal } from '../money/Decimal';
import { PriceRow, PriceScheme, Product } from './PriceRow';
import { PriceSettings } from './PriceSettings';

const hundred = Decimal.ofInteger(100);

/** A row of a region that is priced like another one. */
export function likeAnotherRegion(
  row: PriceRow,
  likeness: { region: string; like: string; factor: Decimal },
): PriceRow {
  const { region, like, factor } = likeness;
  const remark = `Prices of ${like} times ${factor}, as configured for ${region}.`;
  return {
    ...row,
    id: row.id.replace(`/${like}/`, `/${region}/`),
    scheme: scaled(row.scheme, factor, false),
    reference: {
      ...row.reference,
      verified: false,
      note: joined(row.reference.note, remark),
    },
  };
}

/** A row in the currency of the settings. Without an exchange rate it has no price. */
export function inCurrency(
  row: PriceRow,
  { currency, exchangeRates }: PriceSettings,
): PriceRow {
  if (row.currency === currency || row.scheme.type === 'unpriced') {
    return { ...row, currency };
  }
  const rate = exchangeRates.get(row.currency);
  if (!rate) {
    const reason = `it is priced in ${row.currency}, and no exchange rate to ${currency} is configured`;
    const included =
      row.scheme.type === 'flat' ? row.scheme.included : undefined;
    return { ...row, currency, scheme: { type: 'unpriced', reason, included } };
  }
  const remark = `${rate} ${currency} for 1 ${row.currency}, as configured.`;
  return {
    ...row,
    currency,
    scheme: scaled(row.scheme, rate),
    reference: {
      ...row.reference,
      note: joined(row.reference.note, remark),
    },
  };
}

/** The share of the list price that is paid for a product, where there is a discount. */
export function paidShareOf(
  { provider, region, kind, name }: Product,
  { discounts }: PriceSettings,
): Decimal | undefined {
  const discount = discounts.find(
    candidate =>
      candidate.provider === provider &&
      (candidate.region ?? region) === region &&
      (candidate.kind ?? kind) === kind &&
      (candidate.product ?? name) === name,
  );
  return discount && hundred.minus(discount.percent).dividedBy(hundred);
}

/** With all prices times a factor; `verified` replaces that of single steps and sizes. */
function scaled(
  scheme: PriceScheme,
  factor: Decimal,
  verified?: boolean,
): PriceScheme {
  switch (scheme.type) {
    case 'flat':
      return { ...scheme, price: scheme.price.times(factor) };
    case 'steps':
      return {
        ...scheme,
        steps: scheme.steps.map(step => ({
          ...step,
          price: step.price.times(factor),
          verified: verified ?? step.verified,
        })),
      };
    case 'sizes':
      return {
        ...scheme,
        sizes: scheme.sizes.map(size => ({
          ...size,
          price: size.price?.times(factor),
          verified: verified ?? size.verified,
        })),
      };
    default:
      return scheme;
  }
}

function joined(note: string | undefined, remark: string): string {
  return note ? `${note} ${remark}` : remark;
}
