import { Meter, PriceUnit } from './PriceUnit';
import { ProductKind, TermName } from './PriceRow';

/**
 * The prices of one provider, as a file or as configuration: what `readPriceBook` reads. Amounts are decimal strings, so that no reader
 * makes floating point numbers of them.
 *
 * @public
 */
export interface StatedPriceBook {
  /** `aws`, `azure`, `gcp`, `on-premises`, or a name of your own. */
  provider: string;
  /** ISO 4217. */
  currency: string;
  /** Documents that rows name as their source. */
  sources: Record<
    string,
    {
      title: string;
      url?: string;
      /** `2026`, `2026-09` or `2026-09-30`. */
      asOf: string;
    }
  >;
  products: StatedProduct[];
  drivers?: StatedDriver[];
  /** The family of machines that CPU and memory are priced by where none is named. */
  defaultCompute?: string;
}

/**
 * What can be bought: a volume type, a tier of an object store, a family of machines.
 *
 * @public
 */
export interface StatedProduct {
  kind: ProductKind;
  name: string;
  /** The regions in which these prices hold. */
  regions: string[];
  /** Volumes are billed in whole multiples of so many GiB. */
  billingStep?: string;
  /** Sizes in GiB that volumes are rounded up to below the step. */
  billingSizes?: string[];
  billedOn?: 'capacity' | 'use';
  rows: StatedPriceRow[];
  terms?: StatedTerm[];
}

/**
 * One price: a `price`, `steps`, `sizes` or, where the provider bills something whose price is not known, `unpriced` with the reason.
 *
 * @public
 */
export interface StatedPriceRow {
  meter: Meter;
  unit: PriceUnit;
  price?: string;
  /** So much is in the price of another row; goes with `price` and `unpriced`. */
  included?: string;
  /** Graduated: each part of the quantity at the price of its step. The last step may be open. */
  steps?: { upTo?: string; price: string; verified?: boolean }[];
  /** The smallest size that holds the quantity is billed, whole. */
  sizes?: { name: string; upTo: string; price?: string; verified?: boolean }[];
  unpriced?: string;
  /** For transfers: the region it goes to; `*` for any. */
  to?: string;
  /** Key of `sources`. */
  source: string;
  /** Where it differs from the source's. */
  asOf?: string;
  /** Whether it was read in the provider's own text or data. */
  verified: boolean;
  note?: string;
}

/**
 * A limit or a rule of billing: the largest volume, the days for which an object is billed at least.
 *
 * @public
 */
export interface StatedTerm {
  term: TermName;
  value: string;
  unit: string;
  source: string;
  asOf?: string;
  verified: boolean;
  note?: string;
}

/**
 * How to tell from a storage class of these drivers what is bought.
 *
 * @public
 */
export interface StatedDriver {
  /** Names of provisioners and CSI drivers; one with a star in front matches what ends so. */
  names: string[];
  /** The parameters that name the type, in any case. */
  typeParameters?: string[];
  /** Types, in lower case, and the products they are. */
  types?: Record<string, string>;
  /** A parameter that makes another product of it: `replication-type: regional-pd`. */
  variants?: { parameter: string; value: string; suffix: string }[];
  /** Names of storage classes that the provider itself installs, and the products they are. */
  classNames?: Record<string, string>;
  /** What volumes are when the class names no type. */
  defaultProduct?: string;
  iopsParameters?: string[];
  iopsPerGiBParameters?: string[];
  throughputParameters?: string[];
  /** What the driver sets for a product when the class says nothing. */
  performanceDefaults?: Record<string, { iops?: string; throughput?: string }>;
  /** The product of kind `snapshot` that snapshots of these volumes are. */
  snapshotProduct?: string;
  /** Why volumes of these drivers have no list price. */
  unpriced?: string;
}
