import { CostLine, Unpriced } from '../pricing/CostLine';
import { Assumption } from './assumptions';

/**
 * The parts of an arrangement that are priced one by one.
 *
 * @public
 */
export type EstimatedPart =
  | 'instances'
  | 'data-volumes'
  | 'wal-volumes'
  | 'replication'
  | 'backup-store'
  | 'volume-snapshots'
  | 'second-region-copy'
  | 'second-region-instances'
  | 'second-region-data-volumes'
  | 'second-region-wal-volumes'
  | 'second-region-replication';

/**
 * A line of an estimate.
 *
 * @public
 */
export interface EstimateLine extends CostLine {
  object: EstimatedPart;
  /** True: the quantity rests on assumptions, not only on what was asked for. */
  estimated: boolean;
}

/**
 * What an estimate has no price for.
 *
 * @public
 */
export interface EstimateGap extends Unpriced {
  object: EstimatedPart;
}

/**
 * What a database that does not exist yet would cost in a month of 730 h.
 *
 * @public
 */
export interface CostEstimate {
  basis: 'estimate';
  currency: string;
  hoursPerMonth: number;
  /** Of what has a price. Absent when nothing has one. */
  total?: string;
  /** False: something is not priced, and the whole costs more than the total. */
  complete: boolean;
  lines: EstimateLine[];
  unpriced: EstimateGap[];
  /** What to pay once, when the second region gets its first copy. It is not in the total. */
  once: EstimateLine[];
  /** Those that bear on this estimate. */
  assumptions: Assumption[];
}
