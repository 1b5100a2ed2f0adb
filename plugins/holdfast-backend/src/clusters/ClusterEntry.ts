import { KubernetesConnection } from './KubernetesConnection';

/**
 * What is wrong with the configuration of a cluster.
 *
 * @alpha
 */
export interface ClusterProblem {
  /** The key in the configuration: `kubernetes.clusterLocatorMethods[0].clusters[1].url`. */
  field: string;
  /** What is wrong and what would be right. */
  message: string;
}

/**
 * One cluster of the configuration: a connection, or why there can be none.
 *
 * @alpha
 */
export type ClusterEntry =
  | { name: string; connection: KubernetesConnection }
  | { name: string; problem: ClusterProblem };
