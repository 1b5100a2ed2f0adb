import { Observed } from './Evidence';
import { ObjectReference } from './ObjectReference';

/**
 * A publication or a subscription of some tables.
 *
 * @public
 */
export interface LogicalReplication {
  object: ObjectReference;
  direction: 'publishes' | 'subscribes';
  /** The database in the server whose tables they are. */
  database?: string;
  /** What a subscription is fed from, as its object calls it. */
  from?: string;
  /** Whether the operator has made it. Absent: it has said nothing yet. */
  applied?: Observed<boolean>;
  /** The operator's own words where it has not. */
  problem?: Observed<string>;
}
