import { SimulatedNode } from './SimulatedNode';

/**
 * One PostgreSQL server of a cluster, with its pod and its volume.
 *
 * @public
 */
export interface SimulatedInstance {
  name: string;
  /** The number at the end of its name. */
  serial: number;
  node: SimulatedNode;
  /** When its pod was created. */
  startedAt: Date;
  /** When PostgreSQL in it last began to take connections. */
  readySince: Date;
}
