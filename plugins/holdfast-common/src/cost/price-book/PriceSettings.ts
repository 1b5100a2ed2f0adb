import { invalidValue } from '../../quantity/invalidValue';
import { Decimal } from '../money/Decimal';
import { ProductKind, productKinds } from './PriceRow';
import { StatedRecord } from './StatedRecord';

/** A share of list prices that is not paid. */
export interface Discount {
  provider: string;
  /** Absent: all of them. */
  region?: string;
  kind?: ProductKind;
  product?: string;
  percent: Decimal;
}

/** A region whose prices are those of another one, times a factor. */
export interface RegionLikeness {
  provider: string;
  region: string;
  like: string;
  factor: Decimal;
}

/** What the configuration says about prices as a whole. */
export interface PriceSettings {
  /** The currency of all amounts. */
  currency: string;
  /** What one unit of another currency is in it. */
  exchangeRates: Map<string, Decimal>;
  /** The first that fits holds. */
  discounts: Discount[];
  regions: RegionLikeness[];
  /** A price that is older is marked as old. */
  maxAgeSeconds: number;
}

/** Reads one of `holdfast.prices.discounts`. */
export function readDiscount(stated: unknown, field: string): Discount {
  const entry = StatedRecord.read(stated, field, [
    'provider',
    'region',
    'kind',
    'product',
    'percent',
  ]);
  const percent = entry.amount('percent');
  if (percent.compare(Decimal.ofInteger(100)) > 0) {
    throw invalidValue(percent, {
      field: entry.fieldOf('percent'),
      expected: 'is above 100: write the percentage that is taken off',
    });
  }
  return {
    provider: entry.text('provider'),
    region: entry.optionalText('region'),
    kind: entry.optionalOneOf('kind', productKinds),
    product: entry.optionalText('product'),
    percent,
  };
}

/** Reads one of `holdfast.prices.regions`. */
export function readRegionLikeness(
  stated: unknown,
  field: string,
): RegionLikeness {
  const entry = StatedRecord.read(stated, field, [
    'provider',
    'region',
    'like',
    'factor',
  ]);
  const region = entry.text('region');
  const like = entry.text('like');
  if (like === region) {
    throw invalidValue(like, {
      field: entry.fieldOf('like'),
      expected: 'is the region itself: write the region whose prices to take',
    });
  }
  return {
    provider: entry.text('provider'),
    region,
    like,
    factor: entry.optionalPositive('factor') ?? Decimal.one,
  };
}
