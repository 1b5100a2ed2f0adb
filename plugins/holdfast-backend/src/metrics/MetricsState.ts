import { ClusterState } from '@holdfast/plugin-holdfast-common';

/**
 * Whether the metrics of a cluster arrive.
 */
export type MetricsState = NonNullable<ClusterState['metrics']>;
