import { Decimal } from '../money/Decimal';
import { Product } from '../price-book/PriceRow';

/** The part of a store that lies in one tier. */
export interface TierShare {
  product: Product;
  /** Days that objects stay in it. */
  stayDays: Decimal;
  fullsGiB: Decimal;
  incrementalGiB: Decimal;
  walGiB: Decimal;
  fulls: number;
  walObjects: Decimal;
  isFirst: boolean;
}
