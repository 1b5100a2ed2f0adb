import { InputError } from '@backstage/errors';
import { Decimal } from '../money/Decimal';
import { parseCurrency } from '../money/Money';
import { Meter, PriceUnit } from './PriceUnit';
import { PriceReference, PriceRow, Product } from './PriceRow';
import { billingBases } from './readPriceBook';
import { readAsOf } from './readPriceRow';
import { StatedRecord } from './StatedRecord';

/** Prices that the configuration gives a storage class. */
export interface OwnStorageClass {
  name: string;
  /** Absent: in every cluster, in every region. */
  cluster?: string;
  region?: string;
  product: Product;
}

const priceKeys = [
  'capacity',
  'iops',
  'includedIops',
  'throughput',
  'includedThroughput',
  'snapshot',
  'copies',
  'billedOn',
  'currency',
  'source',
  'asOf',
];

/**
 * Reads what a storage class costs, from `holdfast.prices.storageClasses`: prices per month of a GiB (`capacity`, `snapshot`), of an IOPS
 * and of a MiB/s, in `currency`. `copies` is how many times the storage keeps each byte, where the price is for raw capacity.
 */
export function readOwnStorageClass(
  stated: unknown,
  field: string,
  currency: string,
): OwnStorageClass {
  const entry = StatedRecord.read(stated, field, [
    'name',
    'cluster',
    'region',
    ...priceKeys,
  ]);
  const name = entry.text('name');
  const cluster = entry.optionalText('cluster');
  const region = entry.optionalText('region');
  return { name, cluster, region, product: readPrices(entry, name, currency) };
}

/** Reads `holdfast.prices.fallback`: what a volume costs whose storage class leads to no other price. */
export function readFallback(
  stated: unknown,
  field: string,
  currency: string,
): Product {
  const entry = StatedRecord.read(stated, field, priceKeys);
  return readPrices(entry, 'fallback', currency);
}

/**
 * What is left of an entry that cannot be read: its storage class has no price. Without this it would get the list price that the entry
 * was to replace.
 */
export function unreadableStorageClass(
  stated: unknown,
  field: string,
  reason: string,
): OwnStorageClass | undefined {
  if (typeof stated !== 'object' || stated === null) return undefined;
  const entry: { name?: unknown; cluster?: unknown } = stated;
  if (typeof entry.name !== 'string') return undefined;
  return {
    name: entry.name,
    cluster: typeof entry.cluster === 'string' ? entry.cluster : undefined,
    product: productOf(entry.name, [
      {
        id: field,
        meter: 'capacity',
        unit: 'GiB-month',
        scheme: {
          type: 'unpriced',
          reason: `its price cannot be read: ${reason}`,
        },
        currency: 'USD',
        reference: { title: field, verified: false },
      },
    ]),
  };
}

function readPrices(
  entry: StatedRecord,
  name: string,
  defaultCurrency: string,
): Product {
  if (!entry.has('capacity')) {
    throw new InputError(
      `${entry.fieldOf(
        'capacity',
      )}: is missing: write the price of a GiB for a month`,
    );
  }
  const currency = parseCurrency(
    entry.optionalText('currency') ?? defaultCurrency,
    { field: entry.fieldOf('currency') },
  );
  const reference: PriceReference = {
    title: entry.optionalText('source') ?? `configuration, ${entry.field}`,
    asOf: readAsOf(entry),
    verified: true,
  };
  const rowOf = (
    meter: Meter,
    unit: PriceUnit,
    includedKey?: string,
  ): PriceRow[] => {
    const price = entry.optionalAmount(meter);
    if (price === undefined) return [];
    const included =
      (includedKey && entry.optionalAmount(includedKey)) || Decimal.zero;
    const scheme = { type: 'flat' as const, price, included };
    const id = `${entry.field}/${meter}`;
    return [{ id, meter, unit, scheme, currency, reference }];
  };
  return {
    ...productOf(name, [
      ...rowOf('capacity', 'GiB-month'),
      ...rowOf('iops', 'IOPS-month', 'includedIops'),
      ...rowOf('throughput', 'MiBps-month', 'includedThroughput'),
      ...rowOf('snapshot', 'GiB-month'),
    ]),
    billedOn: entry.optionalOneOf('billedOn', billingBases) ?? 'capacity',
    copies: entry.optionalPositive('copies') ?? Decimal.one,
  };
}

function productOf(name: string, rows: PriceRow[]): Product {
  return {
    provider: 'configuration',
    region: '',
    kind: 'block',
    name,
    rows,
    terms: new Map(),
    billedOn: 'capacity',
    copies: Decimal.one,
  };
}
