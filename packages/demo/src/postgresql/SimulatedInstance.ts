import { DatabaseTraits } from './DatabaseTraits';
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
  /** When its volumes were asked for. */
  createdAt: Date;
  /** When its pod was created. */
  startedAt: Date;
  /** When PostgreSQL in it last began to take connections. */
  readySince: Date;
}

/** The instances of a database, on one node after the other. */
export function placeInstances(
  { name, instances = 2 }: DatabaseTraits,
  options: {
    nodes: readonly SimulatedNode[];
    firstNode: number;
    createdAt: Date;
    startedAt: Date;
    readySince: Date;
  },
): SimulatedInstance[] {
  const { nodes, firstNode, ...times } = options;
  return Array.from({ length: instances }, (_, index) => ({
    name: `${name}-${index + 1}`,
    serial: index + 1,
    node: nodes[(firstNode + index) % nodes.length],
    ...times,
  }));
}
