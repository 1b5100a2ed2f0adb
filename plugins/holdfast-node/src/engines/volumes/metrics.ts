import { factKeyOf, MetricQuery, qualifiedKind } from '../../engine';
import { persistentVolumeClaims } from './resources';

export const usedMetric = 'kubelet_volume_stats_used_bytes';
export const capacityMetric = 'kubelet_volume_stats_capacity_bytes';

export const metrics: readonly MetricQuery[] = [usedMetric, capacityMetric].map(
  name => ({
    name,
    query: name,
    tolerance: 0.01,
    subjectOf: ({ namespace, persistentvolumeclaim }) =>
      namespace && persistentvolumeclaim
        ? factKeyOf({
            kind: qualifiedKind(persistentVolumeClaims),
            namespace,
            name: persistentvolumeclaim,
          })
        : undefined,
  }),
);
