/**
 * The right of one process to do something that only one may do, such as writing the facts of a cluster.
 *
 * @alpha
 */
export interface Lease {
  /** What it is for: `cluster/production-eu`. */
  name: string;
  /** Which process has it. */
  holder: string;
  /** Grows each time the lease passes on. A write with an older epoch than the current one is refused. */
  epoch: number;
}
