import { Decimal } from '../money/Decimal';
import { Meter, PriceUnit } from './PriceUnit';

/**
 * Where a price was read.
 *
 * @public
 */
export interface PriceReference {
  /** The document, in words that can be looked up. */
  title: string;
  url?: string;
  /** `2026`, `2026-09` or `2026-09-30`: when the price held. Absent when whoever configured it did not say. */
  asOf?: string;
  /** False: known at second hand only, to be checked against a price page before it is relied on. */
  verified: boolean;
  note?: string;
}

/** How an amount follows from a quantity. */
export type PriceScheme =
  /** The same price for each unit. What is included is not billed. */
  | { type: 'flat'; price: Decimal; included: Decimal }
  /** Each part of the quantity at the price of its step: the first 32,000 IOPS at one price, the next at another. */
  | { type: 'steps'; steps: PriceStep[] }
  /** Fixed sizes, smallest first: the smallest that holds the quantity is billed. */
  | { type: 'sizes'; sizes: PricedSize[] }
  /** It is billed beyond what is included, and what it costs is not known. */
  | { type: 'unpriced'; reason: string; included?: Decimal };

export interface PriceStep {
  /** Absent: without end. */
  upTo?: Decimal;
  price: Decimal;
  /** Where it differs from that of the row. */
  verified?: boolean;
}

export interface PricedSize {
  name: string;
  upTo: Decimal;
  /** Absent: there is such a size, and its price is not known. */
  price?: Decimal;
  /** Where it differs from that of the row. */
  verified?: boolean;
}

/** One price of one product in one region. */
export interface PriceRow {
  /** `aws/us-east-1/block/gp3/iops`. */
  id: string;
  meter: Meter;
  unit: PriceUnit;
  scheme: PriceScheme;
  currency: string;
  reference: PriceReference;
  /** The share of the list price that is paid: 0.88 after a discount of 12 percent. */
  paidShare?: Decimal;
  /** For transfers: the region that it goes to, `*` for any, or with a star at the end for all that begin so. */
  to?: string;
}

/**
 * What is true of a product beside its prices.
 *
 * @public
 */
export type TermName =
  | 'min-size'
  | 'max-size'
  | 'min-iops'
  | 'max-iops'
  | 'max-iops-per-gib'
  | 'max-throughput'
  | 'max-throughput-per-iops'
  | 'minimum-days'
  | 'minimum-object'
  | 'object-overhead'
  | 'object-overhead-at-standard';

export interface Term {
  value: Decimal;
  unit: string;
  reference: PriceReference;
}

/** The unit of each term, which the book repeats so that nobody has to guess. */
export const unitOfTerm: Record<TermName, string> = {
  'min-size': 'GiB',
  'max-size': 'GiB',
  'min-iops': 'IOPS',
  'max-iops': 'IOPS',
  'max-iops-per-gib': 'IOPS/GiB',
  'max-throughput': 'MiBps',
  'max-throughput-per-iops': 'MiBps/IOPS',
  'minimum-days': 'day',
  'minimum-object': 'KiB',
  'object-overhead': 'KiB',
  'object-overhead-at-standard': 'KiB',
};

export function isTermName(text: string): text is TermName {
  return Object.hasOwn(unitOfTerm, text);
}

/**
 * The kinds of what can be bought.
 *
 * @public
 */
export type ProductKind =
  | 'block'
  | 'snapshot'
  | 'object'
  | 'compute'
  | 'transfer';

export const productKinds: readonly ProductKind[] = [
  'block',
  'snapshot',
  'object',
  'compute',
  'transfer',
];

/** What can be bought in one region, with its prices. */
export interface Product {
  provider: string;
  region: string;
  kind: ProductKind;
  /** The provider's own name: `gp3`, `premium-ssd`, `standard-ia`. */
  name: string;
  rows: PriceRow[];
  terms: Map<TermName, Term>;
  /** Block volumes are billed in whole multiples of so many GiB. */
  billingStep?: Decimal;
  /** Sizes that volumes are rounded up to below the step. */
  billingSizes?: Decimal[];
  /** `use`: by what is stored, whatever the capacity says. */
  billedOn: 'capacity' | 'use';
  /** How many copies the storage keeps of each byte, where that is not in the price. */
  copies: Decimal;
}
